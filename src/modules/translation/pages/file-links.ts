import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Visit } from '#platform/web/visit.ts'
import { translationPaths } from '../paths.ts'

// Names of formats are the same in all languages.
const formats = [
  { name: 'XLIFF 2.1', ending: '.xlf', type: 'application/xliff+xml' },
  { name: 'CSV', ending: '.csv', type: 'text/csv' },
]

/** A record, or the records of filters, as files for a translator's own program. */
export const fileLinks = (visit: Visit, chosen: Record<string, string | null>): Html[] =>
  formats.map(
    ({ name, ending, type }) =>
      html`<li>
        <a href="${linkTo(visit, translationPaths.files, chosen).replace('?', `${ending}?`)}" type="${type}"
          >${visit.t('translation.as-file', { format: name })}</a
        >
      </li>`,
  )
