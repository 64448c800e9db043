import { fileInput, formPart } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { dateText, pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { translationPaths } from '../paths.ts'

type Latest = {
  id: string
  at: Date
  file_name: string
  accepted: number
  unchanged: number
  refused: number
}

/** Bringing a file back from a translator's program. */
export function exchangePage(visit: Visit, { latest }: { latest: Latest[] }, entered: Entered): Page {
  const { t } = visit
  const main = html`${pageHead({ title: t('exchange.title'), lead: t('exchange.lead') })}
  ${formPart(
    { visit, entered },
    {
      submit: t('exchange.send'),
      hasFiles: true,
      content: fileInput(
        { visit, entered },
        { name: 'file', label: t('exchange.file'), hint: t('exchange.file.hint'), endings: ['.xlf', '.csv'] },
      ),
    },
  )}
  ${when(latest.length, () => latestPart(visit, latest))}`
  return {
    title: t('exchange.title'),
    main,
    crumbs: [{ label: t('translation.title'), path: translationPaths.list }],
    unlisted: true,
    form: 'form',
  }
}

const latestPart = (visit: Visit, latest: Latest[]): Html =>
  html`<h2>${visit.t('exchange.latest')}</h2>
    <ul>
      ${latest.map(
        ({ id, at, file_name, accepted, unchanged, refused }) =>
          html`<li>
            <a href="${linkTo(visit, translationPaths.report(id))}"><bdi>${file_name}</bdi></a
            >, ${dateText(visit.t, at.toISOString().slice(0, 10))}:
            ${visit.t('exchange.counts', { accepted, unchanged, refused })}
          </li>`,
      )}
    </ul>`
