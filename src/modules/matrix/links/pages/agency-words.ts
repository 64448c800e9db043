import type { Html } from '#platform/ui/html.ts'
import { html } from '#platform/ui/html.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { LinkRow } from '../link-shape.ts'

/** On whose word a link stands; where nobody is named, why not. */
export function agencyWords(
  { t }: Pick<Visit, 't'>,
  { agency, source }: Pick<LinkRow, 'agency' | 'source'>,
): Html {
  if (agency !== null) return spoken(t, agency.name)
  if (source === null) return html`${t('matrix.agency.not-named')}`
  return html`${t(source.code === '2017' ? 'matrix.agency.unknown' : 'matrix.basis.own-analysis')}`
}
