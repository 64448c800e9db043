import { frameworkPaths } from '#modules/frameworks/index.ts'
import type { MessageKey, Translate } from '#platform/messages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo, type Place } from '#platform/ui/links.ts'
import type { Card } from '#platform/ui/lists.ts'
import { codeTag, statusTag } from '#platform/ui/status.ts'
import { bdi, dateRangeText, dateText, spoken } from '#platform/ui/text.ts'
import type { DueDateRecord, DutyRecord } from '../duties/duty-shape.ts'
import { mandatePaths } from '../paths.ts'
import { actKeys } from '../instruments/provision-names.ts'
import type { PartyRecord, Said } from '../shapes.ts'
import { ownerNames } from './owner-text.ts'
import { partyLinks, partyNames } from './parties.ts'

/** A duty as an entry of a list: what, in our own words; who, for whom, how often, by when. */
export function dutyCard(place: Place, duty: DutyRecord): Card {
  const { t } = place
  return {
    kicker: dutySource(place, duty),
    title: dutyTitle(t, duty),
    href: linkTo(place, mandatePaths.provision(duty.revision.id, duty.address)),
    text: dutyParties(place, duty),
    edge: duty.next === null ? undefined : dueDateText(t, duty.next),
    tags: dutyTags(place, duty),
    facts: [
      cadenceText(t, duty),
      ...deadlineText(t, duty),
      ...(duty.obligation ? [dutyLink(place, duty)] : []),
    ],
  }
}

/** Who answers for the duty now, or that nobody does, and the way to all that is known of it. */
export const dutyLink = (place: Place, { id, owners }: Pick<DutyRecord, 'id' | 'owners'>): Html =>
  html`<a href="${linkTo(place, mandatePaths.duty(id))}"
    >${
      owners.length === 0
        ? place.t('duty.link-unanswered')
        : place.t('duty.link-answered', { names: ownerNames(place, owners) })
    }</a
  >`

/** The parts of a duty that its due dates carry too. */
export type Summary = Pick<
  DutyRecord,
  | 'revision'
  | 'address'
  | 'label'
  | 'addressees'
  | 'recipients'
  | 'via'
  | 'verb'
  | 'deliverable'
  | 'paraphrase'
  | 'cadence'
>

/** 'Resolution 140 (Rev. Dubai, 2018) · resolves 6 i' */
export const dutySource = (
  place: Place,
  { revision, address, label, addressees }: Pick<Summary, 'revision' | 'address' | 'label' | 'addressees'>,
): Html =>
  html`${spoken(place.t, revision.name)} · ${bdi(provisionWords(place.t, address, label, addressees))}`

/**
 * Where a provision stands, from its address: the verb of its part in the reader's language, with the addressee
 * where the part has one of its own, then the labels.
 */
export function provisionWords(
  t: Translate,
  address: string,
  label: string | null,
  addressees: PartyRecord[] = [],
): string {
  const [section = '', ...labels] = address.split('/')
  const act = Object.keys(actKeys)
    .filter((one) => section === one || section.startsWith(`${one}-`))
    .sort((a, b) => b.length - a.length)[0]
  const key = act === undefined ? undefined : actKeys[act]
  const verb = key === undefined ? section : t(key)
  const told =
    section !== act && addressees.length === 1
      ? t('provisions.told', { act: verb, names: partyNames(t, addressees) })
      : verb
  return [told, ...(label === null ? [] : labels)].join(' ')
}

export function dutyTitle(
  t: Translate,
  { paraphrase, verb, deliverable }: Pick<Summary, 'paraphrase' | 'verb' | 'deliverable'>,
): Html {
  if (paraphrase !== null) return spoken(t, paraphrase)
  const parts = told(verb, deliverable)
  return parts.length === 0
    ? html`${t('text.missing')}`
    : html`${parts.map((one) => html`${spoken(t, one)} `)}`
}

/** Who must act, for whom, through whom. */
export function dutyParties(place: Place, duty: Summary): Html {
  const { t } = place
  const named = (key: MessageKey, parties: PartyRecord[]) =>
    when(
      parties.length,
      () => html`<span><span class="muted">${t(key)}</span> ${partyLinks(place, parties)}</span> `,
    )
  return html`<span class="parties"
    >${duty.addressees.length === 0 ? html`<span>${t('duties.nobody')}</span> ` : named('duties.who', duty.addressees)}${what(t, duty)}${named('duties.for', duty.recipients)}${named('duties.through', duty.via)}</span
  >`
}

/** The act and its result; an act that is repeated ('report', 'report on the reading rooms') is said once. */
function told(verb: Said | null, deliverable: Said | null): Said[] {
  if (verb === null || deliverable === null) return [verb ?? deliverable].filter((one) => one !== null)
  if (verb.text.endsWith(deliverable.text)) return [verb]
  return deliverable.text.startsWith(verb.text) ? [deliverable] : [verb, deliverable]
}

/** The act and what is to come of it; the sentence above may tell of several. */
function what(t: Translate, { verb, deliverable, paraphrase }: Summary): Html | '' {
  const parts = told(verb, deliverable)
  if (paraphrase === null || parts.length === 0) return ''
  const [first, second] = parts
  return html`<span
    ><span class="muted">${t('duties.what')}</span>
    ${first && spoken(t, first)}${when(second, () => html` · ${second && spoken(t, second)}`)}</span
  > `
}

function dutyTags(place: Place, duty: DutyRecord): Html[] {
  const { t } = place
  const lines = duty.actionLines.map(({ code, label }) =>
    codeTag(code, { href: linkTo(place, frameworkPaths.actionLine(code)), title: label?.text ?? code }),
  )
  const goals = duty.goals.map(({ code, label }) =>
    codeTag(t('duties.goal', { number: code }), {
      href: linkTo(place, frameworkPaths.goal(Number(code))),
      title: label?.text ?? code,
    }),
  )
  return [
    statusTag(t, duty.state.code),
    ...(duty.next?.certainty.code === 'presumed' ? [statusTag(t, 'presumed')] : []),
    ...(duty.confirmed || duty.origin.code === 'register' ? [] : [statusTag(t, 'suggested')]),
    ...(duty.obligation ? [] : [html`<span class="badge">${t('duties.no-obligation')}</span>`]),
    ...lines,
    ...goals,
    ...(duty.sdg && goals.length === 0
      ? [codeTag(t('duties.agenda'), { href: linkTo(place, mandatePaths.duties, { sdg: 'any' }) })]
      : []),
  ]
}

/** 'annual, said in the text': how often, and whether the text says so itself. */
export function cadenceText(t: Translate, { cadence }: Pick<DutyRecord, 'cadence'>): string {
  if (cadence.value === null) return t('duties.cadence-unknown')
  return t('duties.cadence', { cadence: cadence.value.label, basis: cadence.basis.label })
}

const deadlineText = (t: Translate, { deadline }: DutyRecord): Html[] =>
  deadline?.text ? [html`${t('duties.by')} ${spoken(t, deadline.text)}`] : []

/** A due date, never more exact than it is known. */
export function dueDateText(t: Translate, due: DueDateRecord): Html {
  if (due.starts !== null && due.ends !== null) {
    const days = due.starts === due.ends ? dateText(t, due.starts) : dateRangeText(t, due.starts, due.ends)
    return html`${days}${when(due.occasion?.verified === false, () => html` <span class="badge">${t('duties.date-not-verified')}</span>`)}`
  }
  return due.year === null ? html`${t('duties.date-unknown')}` : dateText(t, String(due.year))
}
