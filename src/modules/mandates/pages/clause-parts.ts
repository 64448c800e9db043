import { frameworkPaths } from '#modules/frameworks/index.ts'
import { languages } from '#platform/languages.ts'
import { clause } from '#platform/ui/clause.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo, type Place } from '#platform/ui/links.ts'
import { codeTag, statusTag } from '#platform/ui/status.ts'
import { bdi, languageBadge, spoken, unseen } from '#platform/ui/text.ts'
import type { DutyRecord } from '../duties/duty-shape.ts'
import { mandatePaths } from '../paths.ts'
import { officialFor, type OfficialRecord, type ProvisionRecord } from '../instruments/provision-shape.ts'
import { cadenceText, dueDateText, dutyParties } from './duty-card.ts'
import { citedText } from './revision-lists.ts'

/** A provision with all that hangs below it, set like a printed resolution; its duties stand at its side. */
export function provisionClause(
  place: Place,
  revision: string,
  provision: ProvisionRecord,
  all: ProvisionRecord[],
): Html {
  const official = officialFor(place.language, provision.official)
  const below = all.filter(({ parent }) => parent === provision.address)
  return clause(place.t, {
    id: mandatePaths.clause(provision.address),
    label: official?.label ?? provision.label,
    permalink: linkTo(place, mandatePaths.provision(revision, provision.address)),
    name: provision.name,
    official:
      official === null
        ? undefined
        : { text: officialWords(place, revision, official), language: official.language },
    paraphrase: paraphraseOf(place, provision, official),
    beside: besideParts(place, provision),
    children: below.length === 0 ? undefined : below.map((one) => provisionClause(place, revision, one, all)),
  })
}

/** The official words with marks that lead to the footnotes. */
export const officialWords = (
  place: Place,
  revision: string,
  { text, closing, footnotes, language }: OfficialRecord,
): Html =>
  html`${text}${footnotes.map((mark) => footnoteMark(place, revision, mark))}${when(closing, () => html` ${closing}`)}${when(
    language !== place.language,
    () => html` ${languageBadge(place.t, language)}`,
  )}`

export const footnoteId = (mark: string): string => `note-${mark.replaceAll(/\s+/g, '_')}`

const footnoteMark = (place: Place, revision: string, mark: string): Html =>
  html`<sup
    ><a
      href="${linkTo(place, mandatePaths.revision(revision))}#${footnoteId(mark)}"
      aria-label="${place.t('revisions.footnote', { mark })}"
      >${mark}</a
    ></sup
  >`

function paraphraseOf(
  place: Place,
  { paraphrase, footnotes }: ProvisionRecord,
  official: OfficialRecord | null,
): Html | undefined {
  const { t } = place
  if (paraphrase !== null)
    return html`${spoken(t, paraphrase)} <span class="badge">${t('provisions.our-words')}</span>`
  if (official !== null) return undefined
  return html`<span class="muted">${t('provisions.no-words')}</span
    >${when(footnotes.length, () => html` <span class="muted">${t('revisions.footnote', { mark: footnotes.join(', ') })}</span>`)}`
}

function besideParts(place: Place, provision: ProvisionRecord): Html[] | undefined {
  const parts = [
    ...provision.duties.map((duty) => dutyBeside(place, duty, provision)),
    ...(provision.cites.length === 0 ? [] : [citesBeside(place, provision)]),
    ...(provision.refersTo.length === 0 ? [] : [refersBeside(place, provision)]),
    ...subjectTags(place, provision),
  ]
  return parts.length === 0 ? undefined : parts
}

/** Who was told to do what, how often and by when, in two lines. */
const dutyBeside = (place: Place, duty: DutyRecord, provision: ProvisionRecord): Html =>
  html`<div class="duty">
    <p>${dutyParties(place, duty)}</p>
    <p class="facts">
      ${stateTag(place, duty)}
      ${when(duty.next?.certainty.code === 'presumed', () => statusTag(place.t, 'presumed'))}
      <span>${cadenceText(place.t, duty)}</span>
      ${when(duty.next, () => html`<span>${duty.next === null ? '' : dueDateText(place.t, duty.next)}</span>`)}
      <a
        href="${linkTo(place, mandatePaths.provision(duty.revision.id, provision.address))}#${dutyFragment(duty)}"
        >${place.t('provisions.details')}${unseen(` ${provision.name}`)}</a
      >
    </p>
  </div>`

/** A duty without a clock is told by its cadence alone. */
function stateTag({ t }: Place, { obligation, state }: DutyRecord): Html | '' {
  if (!obligation) return html`<span class="badge">${t('duties.no-obligation')}</span>`
  return state.code === 'continuing' ? '' : statusTag(t, state.code)
}

export const dutyFragment = ({ id }: Pick<DutyRecord, 'id'>): string => `duty-${id.split('#').at(-1) ?? ''}`

const citesBeside = (place: Place, { cites }: ProvisionRecord): Html =>
  html`<p>
    <span class="muted">${place.t('provisions.cites')}</span>
    ${cites.map((cite, index) => html`${index > 0 ? ' · ' : ''}${citedText(place, cite)}`)}
  </p>`

const refersBeside = (place: Place, { refersTo, id }: ProvisionRecord): Html =>
  html`<p>
    <span class="muted">${place.t('provisions.refers-to')}</span>
    ${refersTo.map((one, index) => html`${index > 0 ? ' · ' : ''}${reference(place, id, one)}`)}
  </p>`

/** A provision of the same text that is referred to; doubt about which one is meant is said in a word. */
export const reference = (
  place: Place,
  from: string,
  { address, name, doubtful }: ProvisionRecord['refersTo'][number],
): Html =>
  html`<a href="${linkTo(place, mandatePaths.provision(from.split('/')[0] ?? '', address))}">${bdi(name)}</a
    >${when(doubtful, () => html` <span class="badge">${place.t('provisions.doubtful')}</span>`)}`

/** Action lines and goals that the provision itself names. */
export function subjectTags(place: Place, provision: ProvisionRecord): Html[] {
  const { t } = place
  const lines = provision.actionLines.map(({ code, label }) =>
    codeTag(code, { href: linkTo(place, frameworkPaths.actionLine(code)), title: label?.text ?? code }),
  )
  const goals = provision.goals.map(({ code, label }) =>
    codeTag(t('duties.goal', { number: code }), {
      href: linkTo(place, frameworkPaths.goal(Number(code))),
      title: label?.text ?? code,
    }),
  )
  const agenda = provision.sdg && goals.length === 0 ? [agendaTag(place, provision)] : []
  const all = [...lines, ...goals, ...agenda]
  return all.length === 0 ? [] : [html`<p class="tags">${all}</p>`]
}

const agendaTag = (place: Place, { sdgOnlyInName }: ProvisionRecord): Html =>
  html`${codeTag(place.t('duties.agenda'), { href: linkTo(place, frameworkPaths.goals) })}${when(
    sdgOnlyInName,
    () => html` <span class="badge">${place.t('provisions.only-in-a-name')}</span>`,
  )}`

/** Direction and language of an official text that is shown by itself. */
export const officialBlock = (place: Place, revision: string, official: OfficialRecord): Html => {
  const { tag, direction } = languages[official.language]
  return html`<p class="official" lang="${tag}" dir="${direction}">
    ${official.label === null ? '' : html`<bdi>${official.label}</bdi> `}${officialWords(place, revision, official)}
  </p>`
}
