import { accountPaths } from '#modules/accounts/index.ts'
import type { Translate } from '#platform/messages.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo, type Place } from '#platform/ui/links.ts'
import { spoken } from '#platform/ui/text.ts'
import type { PartyRecord } from '../shapes.ts'

/** Bodies in one line, each a link to its page; who has no page is named as printed. */
export const partyLinks = (place: Place, parties: PartyRecord[]): Html =>
  joined(
    place.t,
    parties.map((party) => partyLink(place, party)),
  )

export function partyLink(place: Place, { id, acronym, name }: PartyRecord): Html {
  const words = name === null ? html`${acronym ?? id ?? ''}` : spoken(place.t, name)
  return id === null ? words : html`<a href="${linkTo(place, accountPaths.body(id))}">${words}</a>`
}

/** Names as plain words, for titles and calendars. */
export const partyNames = (t: Translate, parties: PartyRecord[]): string =>
  conjunction(t).format(parties.map(({ id, acronym, name }) => name?.text ?? acronym ?? id ?? ''))

/** 'a, b and c' in the manner of the language, with markup as members. */
function joined(t: Translate, members: Html[]): Html {
  const places = members.map((_, place) => String(place))
  const parts = conjunction(t).formatToParts(places)
  return html`${parts.map(({ type, value }) => (type === 'element' ? members[Number(value)] : value))}`
}

const conjunctions = new Map<string, Intl.ListFormat>()

/** Made once for each language: a list has one of these in every row. */
function conjunction({ language: { locale } }: Translate): Intl.ListFormat {
  const made = conjunctions.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' })
  conjunctions.set(locale, made)
  return made
}
