import { frameworkPaths } from '#modules/frameworks/index.ts'
import { partyLinks, type PartyRecord } from '#modules/mandates/index.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Visit } from '#platform/web/visit.ts'
import { isLineOwner } from '../sections/section.ts'

/** Who writes a section, with the way to its page: a body, or the line that its facilitators stand for. */
export const ownerLink = (visit: Visit, owner: PartyRecord): Html => {
  const { id } = owner
  if (id === null || !isLineOwner(id)) return partyLinks(visit, [owner])
  const code = id.slice(id.indexOf(':') + 1)
  return html`<a href="${linkTo(visit, frameworkPaths.actionLine(code))}">${owner.name?.text ?? code}</a>`
}
