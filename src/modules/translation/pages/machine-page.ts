import { languages } from '#platform/languages.ts'
import { formPart } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { TranslationRecord } from '../editor/record.ts'
import { translationPaths } from '../paths.ts'

/** One button: the machine writes what nobody has written. */
export function machinePage(visit: Visit, record: TranslationRecord, entered: Entered): Page {
  const { t } = visit
  const { endonym, tag } = languages[record.language]
  const edit = translationPaths.record(record.language, record.kind, record.id)
  const main = html`${pageHead({
    kicker: html`${t(record.kindName)} · <bdi lang="${tag}">${endonym}</bdi>`,
    title: t('translation.machine.title', { title: record.title }),
    lead: t('translation.machine.lead'),
  })}
  ${formPart(
    { visit, entered },
    {
      submit: t('translation.machine.ask'),
      content: html``,
      buttons: html`<a href="${linkTo(visit, edit)}">${t('translation.machine.without')}</a>`,
    },
  )}`
  return {
    title: t('translation.machine.title', { title: record.title }),
    main,
    crumbs: [{ label: t('translation.title'), path: translationPaths.list }],
    unlisted: true,
    form: 'form',
  }
}
