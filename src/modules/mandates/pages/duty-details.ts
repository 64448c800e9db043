import { html, when, type Html } from '#platform/ui/html.ts'
import type { Place } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { statusTag } from '#platform/ui/status.ts'
import { percent } from '#platform/ui/format.ts'
import { table } from '#platform/ui/table.ts'
import { dateRangeText, dateText, spoken } from '#platform/ui/text.ts'
import type { DueDateRecord, DutyRecord } from '../duties/duty-shape.ts'
import type { PartyRecord } from '../shapes.ts'
import { dutyFragment } from './clause-parts.ts'
import { dueDateText, dutyLink } from './duty-card.ts'
import { partyLinks } from './parties.ts'

type Props = {
  /** Its number among the duties of its provision; null when it is the only one. */
  place: string | null
  dueDates: (DueDateRecord & { id: string })[]
  /** On the page of the duty itself nothing leads there. */
  isPage?: boolean
}

/** All that is known of one duty; what the text does not say is said to be missing. */
export function dutyDetails(
  visit: Place,
  duty: DutyRecord,
  { place, dueDates, isPage = false }: Props,
): Html {
  const { t } = visit
  const id = dutyFragment(duty)
  const title = place === null ? null : t('provisions.duty-number', { place })
  return html`<div class="duty-details" id="${id}">
    ${when(title, () => html`<h3>${title}</h3>`)}
    <p class="tags">
      ${duty.obligation ? statusTag(t, duty.state.code) : html`<span class="badge">${t('duties.no-obligation')}</span>`}
      ${doubts(visit, duty)}
    </p>
    ${definitionList([
      { term: t('provisions.who'), content: parties(visit, duty.addressees) },
      { term: t('provisions.verb'), content: duty.verb === null ? missing(visit) : spoken(t, duty.verb) },
      { term: t('provisions.what'), content: duty.deliverable === null ? null : spoken(t, duty.deliverable) },
      { term: t('provisions.for-whom'), content: parties(visit, duty.recipients) },
      { term: t('provisions.through'), content: duty.via.length === 0 ? null : partyLinks(visit, duty.via) },
      { term: t('provisions.cadence'), content: cadence(visit, duty) },
      { term: t('provisions.deadline'), content: deadline(visit, duty) },
      { term: t('provisions.next-due'), content: duty.next === null ? null : next(visit, duty.next) },
    ])}
    ${when(duty.obligation && !isPage, () => html`<p>${dutyLink(visit, duty)}</p>`)}
    ${when(dueDates.length, () => dueDateTable(visit, { id, title, dueDates }))}
  </div>`
}

const missing = ({ t }: Place): Html => html`<span class="muted">${t('provisions.not-stated')}</span>`

const parties = (visit: Place, list: PartyRecord[]): Html =>
  list.length === 0 ? missing(visit) : partyLinks(visit, list)

/** Who says so, and how sure: a suggestion of the parser is never shown as the register's word. */
function doubts({ t, language }: Place, { origin, confirmed, confidence }: DutyRecord): Html {
  if (confirmed) return statusTag(t, 'confirmed')
  if (origin.code === 'register') return html``
  return html`${statusTag(t, 'suggested')}${when(confidence !== null, () => html` <span class="muted">${t('provisions.confidence', { share: percent(language, confidence ?? 0) })}</span>`)}`
}

function cadence({ t }: Place, { cadence: { value, basis } }: DutyRecord): Html {
  if (value === null) return html`<span class="muted">${t('provisions.not-stated')}</span>`
  return html`${value.label} ${statusTag(t, basis.code)}`
}

function deadline(visit: Place, { deadline: held }: DutyRecord): Html {
  if (held === null) return missing(visit)
  const { t } = visit
  const known = held.date ?? (held.year === null ? null : String(held.year))
  return html`${when(held.text, () => (held.text === null ? html`` : spoken(t, held.text)))}
  ${when(held.occasion, () => html`<span class="muted">${held.occasion === null ? '' : spoken(t, held.occasion.name)} ${held.occasion === null ? '' : dateRangeText(t, held.occasion.starts, held.occasion.ends)}</span>`)}
  ${when(known !== null && held.occasion === null, () => dateText(t, known ?? ''))}`
}

const next = ({ t }: Place, due: DueDateRecord): Html =>
  html`${dueDateText(t, due)}
  ${statusTag(t, due.state.code)}${when(due.certainty.code === 'presumed', () => html` ${statusTag(t, 'presumed')}`)}`

type Dates = Pick<Props, 'dueDates'> & { id: string; title: string | null }

const dueDateTable = ({ t }: Place, { id, title, dueDates }: Dates): Html =>
  table({
    id: `${id}-dates`,
    caption: [title, t('provisions.due-dates')].filter((words) => words !== null).join(' · '),
    columns: [
      { label: t('provisions.due') },
      { label: t('provisions.occasion') },
      { label: t('provisions.state') },
    ],
    rows: dueDates.map((due) => [
      dueDateText(t, due),
      due.occasion === null
        ? html`<span class="muted">${due.precision.label}</span>`
        : spoken(t, due.occasion.name),
      html`${statusTag(t, due.state.code)}${when(due.certainty.code === 'presumed', () => html` ${statusTag(t, 'presumed')}`)}`,
    ]),
  })
