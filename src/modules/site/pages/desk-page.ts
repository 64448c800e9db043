import { inLanguage, type Translated } from '#platform/languages.ts'
import { number } from '#platform/ui/format.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { DeskEntry } from '../desk.ts'

/** Everything that waits for the reader, one line each. */
export function deskPage(visit: Visit, entries: DeskEntry[], scopes: ReadonlyMap<string, Translated>): Page {
  const { t } = visit
  const said = (text: Translated | null | undefined) =>
    text ? (inLanguage(text, visit.language)?.text ?? '') : ''
  const labelOf = ({ label, scope, name }: DeskEntry) =>
    t(label, {
      ...(scope === null ? {} : { scope: said(scopes.get(scope)) || scope }),
      ...(name === null ? {} : { name: said(name) }),
    })
  const rows = entries.map((entry) => [
    html`<a href="${linkTo(visit, entry.path, entry.query)}">${labelOf(entry)}</a>`,
    entry.count === null ? '' : number(visit.language, entry.count),
  ])
  const main = html`${pageHead({ title: t('desk.title'), lead: t('desk.lead') })}
  ${table({
    id: 'desk',
    captionUnseen: true,
    caption: t('desk.title'),
    columns: [{ label: t('desk.what') }, { label: t('desk.count'), align: 'end' }],
    rows,
  })}`
  return { title: t('desk.title'), main, unlisted: true }
}
