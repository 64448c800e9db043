import { accountPaths } from '#modules/accounts/index.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo, type Place } from '#platform/ui/links.ts'
import { spoken } from '#platform/ui/text.ts'
import type { OwnerRecord } from '../keeping/owner-shape.ts'
import type { Said } from '../shapes.ts'

/** Who answers for a duty; a person who did not agree to be named is 'a person', with the body for which they answer. */
export function ownerText(place: Place, { kind, owner, name, onBehalfOf }: OwnerRecord): Html {
  const { t } = place
  const words = name === null ? html`${t(unnamedKeys[kind.code])}` : spoken(t, name)
  const linked = owner === null || name === null ? words : scopeLink(place, `${kind.code}:${owner}`, words)
  return html`${linked}${when(onBehalfOf, () => html` <span class="muted">${t('duty.on-behalf-of')}</span> ${onBehalfOf && named(place, onBehalfOf)}`)}`
}

/** In whose name something was done: the body or organization, the person only when they agreed, else the secretariat. */
export function byText(
  place: Place,
  by: { id: string | null; name: Said | null; person: string | null },
): Html {
  const whole =
    by.id === null ? html`${place.t('evidence.by-secretariat')}` : named(place, { id: by.id, name: by.name })
  return by.person === null ? whole : html`<bdi>${by.person}</bdi>, ${whole}`
}

/** Names of all owners in one line, as plain text. */
export const ownerNames = ({ t }: Pick<Place, 't'>, owners: OwnerRecord[]): string =>
  owners
    .map(
      ({ kind, name, acronym, onBehalfOf }) =>
        acronym ?? name?.text ?? onBehalfOf?.name?.text ?? t(unnamedKeys[kind.code]),
    )
    .join(' · ')

const named = (place: Place, { id, name }: { id: string; name: Said | null }): Html =>
  name === null ? html`${place.t('evidence.by-hidden')}` : scopeLink(place, id, spoken(place.t, name))

function scopeLink(place: Place, scope: string, words: Html): Html {
  const [, kind, id = ''] = /^(body|organization):(.+)$/.exec(scope) ?? []
  if (kind === 'body') return html`<a href="${linkTo(place, accountPaths.body(id))}">${words}</a>`
  if (kind === 'organization') return html`<a href="${linkTo(place, `/organizations/${id}`)}">${words}</a>`
  return words
}

const unnamedKeys = {
  body: 'keeping.owner.body',
  organization: 'keeping.owner.organization',
  person: 'keeping.owner.person',
} as const
