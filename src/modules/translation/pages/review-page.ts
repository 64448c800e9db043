import { languages } from '#platform/languages.ts'
import { formPart } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { pageHead } from '#platform/ui/text.ts'
import { table } from '#platform/ui/table.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { TranslationRecord } from '../editor/record.ts'
import { translationPaths } from '../paths.ts'

/** The whole translation beside its source, and one button: it is right. Whoever would change something edits it instead. */
export function reviewPage(visit: Visit, record: TranslationRecord, entered: Entered): Page {
  const { t } = visit
  const target = languages[record.language]
  const edit = translationPaths.record(record.language, record.kind, record.id)
  const main = html`${pageHead({
    kicker: html`${t(record.kindName)} · <bdi lang="${target.tag}">${target.endonym}</bdi>`,
    title: t('translation.review.title', { title: record.title }),
    lead: t('translation.review.lead'),
  })}
  ${record.fields.map(({ field, name, original, segments }) => {
    const source = languages[original]
    return table({
      id: `field-${field}`,
      caption: t(name),
      columns: [{ label: source.endonym }, { label: target.endonym }],
      rows: segments.map((segment) => [
        html`<span class="lines" lang="${source.tag}" dir="${source.direction}">${segment.source}</span>`,
        html`<span class="lines" lang="${target.tag}" dir="${target.direction}"
          >${segment.own?.text ?? ''}</span
        >`,
      ]),
    })
  })}
  ${formPart(
    { visit, entered },
    {
      version: record.version,
      submit: t('translation.review.confirm'),
      content: html``,
      buttons: html`<a href="${linkTo(visit, edit)}">${t('translation.review.edit')}</a>`,
    },
  )}`
  return {
    title: t('translation.review.title', { title: record.title }),
    main,
    crumbs: [{ label: t('translation.title'), path: translationPaths.list }],
    unlisted: true,
    form: 'form',
  }
}
