import { sql } from 'kysely'
import type { Translated } from '#platform/languages.ts'
import type {
  Cadence,
  Certainty,
  DutyRow,
  DutyState,
  DutySummary,
  OccurrenceState,
  Party,
  Precision,
} from './duty.ts'
import type { Occasion, Origin, RevisionRef } from '../instruments/instrument.ts'
import { lastYearShown } from '../occurrences/occurrence.ts'

/** Duties with everything that their rows show; `d`, `p`, `r`, `c` are the duty, its provision, its revision and its chain. */
export const dutyTables = sql`
  duties d
  join provisions p on p.revision = d.revision and p.address = d.address
  join revisions r on r.id = d.revision
  join revision_chains c on c.id = d.revision`

export const dutyOrder = [sql`coalesce(-r.year, 0)`, sql`r.id`, sql`p.sort`, sql`d.sort`]

/** The order of a row, to go on after it. */
export const dutyKey = sql`jsonb_build_array(coalesce(-r.year, 0), r.id, p.sort, d.sort) as key`

export const afterDuty = ([year, revision, provision, duty]: (string | number)[]) => sql`
  (coalesce(-r.year, 0), r.id, p.sort, d.sort) > (${year}::int, ${revision}::text, ${provision}::int, ${duty}::int)`

/** Which due dates are shown on a day: see `standsIn` and `lastYearShown`. */
export const shownOccurrences = (today: string) => sql`
  case d.cadence
    when 'annual' then coalesce(o.year <= ${lastYearShown(today)}::int, true)
    when 'biennial' then coalesce(o.year <= ${lastYearShown(today)}::int + 1, true)
    else true
  end
  and not coalesce(o.year > c.superseded_in and c.successor_has_provisions, false)`

/** The same rule as `stateOf`; a test holds the two together. */
export const occurrenceState = (today: string) => sql`
  case
    when o.year is null then 'date-unknown'
    when coalesce(o.ends, make_date(o.year, 12, 31)) < ${today}::date then 'no-information'
    when o.year <= extract(year from ${today}::date) then 'due'
    when coalesce(o.starts, make_date(o.year, 1, 1)) <= ${today}::date then 'due'
    else 'upcoming'
  end`

export const occurrenceCertainty = sql`
  case when coalesce(o.year > c.superseded_in, false) then 'presumed' else 'stated' end`

/** How many due dates of a duty are in each state, as `states`. */
export const statesOfDuty = (today: string) => sql`
  lateral (
    select
      count(*) filter (where state = 'no-information') as no_information,
      count(*) filter (where state = 'due') as due,
      count(*) filter (where state = 'upcoming') as upcoming,
      count(*) filter (where state = 'date-unknown') as date_unknown
    from (
      select ${occurrenceState(today)} as state from occurrences o where o.duty = d.id and ${shownOccurrences(today)}
    ) as each_date
  ) as states`

/** The same rule as `dutyState`. */
export const stateOfDuty = sql`
  case
    when states.due > 0 then 'due'
    when states.no_information > 0 then 'no-information'
    when states.upcoming > 0 then 'upcoming'
    when states.date_unknown > 0 or d.cadence is null then 'date-unknown'
    else 'continuing'
  end`

const occasionOf = (alias: string) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`case when ${column('id')} is null then null else jsonb_build_object(
    'id', ${column('id')}, 'body', ${column('body')}, 'place', ${column('place')}, 'starts', ${column('starts')},
    'ends', ${column('ends')}, 'verified', ${column('verified')}, 'name', ${column('name')}) end`
}

export const revisionRef = sql`jsonb_build_object(
  'id', r.id, 'instrument', r.instrument, 'name', r.name, 'title', c.title, 'status', c.status, 'year', r.year)`

const parties = sql`(
  select jsonb_agg(jsonb_build_object(
    'role', x.role, 'id', x.body, 'acronym', b.acronym, 'name', coalesce(n.name, x.printed)) order by x.role, x.place)
  from duty_parties x
  left join bodies b on b.id = x.body
  left join body_names n on n.body = x.body and n.to_date is null
  where x.duty = d.id)`

/** What a due date needs of its duty. */
export const summaryColumns = sql`
  d.id as duty_id, d.address, p.label, d.verb, d.deliverable, d.cadence, d.cadence_basis, p.paraphrase,
  p.action_lines, p.sdg, ${revisionRef} as revision_ref, ${parties} as parties`

export const occurrenceColumns = (today: string) => sql`
  o.year, o.starts::text as starts, o.ends::text as ends, o.precision, o.occasion as occasion_id,
  (select ${occasionOf('oc')} from occasions oc where oc.id = o.occasion) as occasion,
  ${occurrenceCertainty} as certainty, ${occurrenceState(today)} as state`

export const dutyColumns = (today: string) => sql`
  ${summaryColumns}, d.obligation, d.modality, d.deadline, d.deadline_date::text as deadline_date, d.deadline_year,
  (select ${occasionOf('oc')} from occasions oc where oc.id = d.deadline_occasion) as deadline_occasion,
  p.sdg_only_in_name, p.goals, d.origin, d.confidence, d.confirmed,
  states.no_information, states.due, states.upcoming, states.date_unknown, ${stateOfDuty} as state,
  (select to_jsonb(first_date) from (
    select ${occurrenceColumns(today)} from occurrences o
    where o.duty = d.id and ${shownOccurrences(today)} and ${occurrenceState(today)} in ('due', 'upcoming')
    order by o.year, o.starts limit 1) as first_date) as next`

export type SummaryColumns = {
  duty_id: string
  address: string
  label: string | null
  verb: Translated
  deliverable: Translated
  cadence: Cadence | null
  cadence_basis: 'explicit' | 'implied'
  paraphrase: Translated
  action_lines: string[]
  sdg: boolean
  revision_ref: RevisionRef
  parties: (Party & { role: 'addressee' | 'recipient' | 'via' })[] | null
}

export type OccurrenceColumns = {
  year: number | null
  starts: string | null
  ends: string | null
  precision: Precision
  occasion_id: string | null
  occasion: Occasion | null
  certainty: Certainty
  state: OccurrenceState
}

export type DutyColumns = SummaryColumns & {
  obligation: boolean
  modality: string | null
  deadline: Translated
  deadline_date: string | null
  deadline_year: number | null
  deadline_occasion: Occasion | null
  sdg_only_in_name: boolean
  goals: number[]
  origin: Origin
  confidence: number | null
  confirmed: boolean
  no_information: number
  due: number
  upcoming: number
  date_unknown: number
  state: DutyState
  next: OccurrenceColumns | null
}

export function asDutySummary(row: SummaryColumns): DutySummary {
  const inRole = (role: string): Party[] =>
    (row.parties ?? []).filter((party) => party.role === role).map(({ role: _, ...party }) => party)
  return {
    id: row.duty_id,
    revision: row.revision_ref,
    address: row.address,
    label: row.label,
    addressees: inRole('addressee'),
    recipients: inRole('recipient'),
    via: inRole('via'),
    verb: row.verb,
    deliverable: row.deliverable,
    cadence: { value: row.cadence, basis: row.cadence_basis },
    paraphrase: row.paraphrase,
    actionLines: row.action_lines,
    sdg: row.sdg,
  }
}

export function asDutyRow(row: DutyColumns): DutyRow {
  return {
    ...asDutySummary(row),
    obligation: row.obligation,
    modality: row.modality,
    deadline: deadlineOf(row),
    sdgOnlyInName: row.sdg_only_in_name,
    goals: row.goals,
    state: row.state,
    occurrences: {
      'no-information': row.no_information,
      due: row.due,
      upcoming: row.upcoming,
      'date-unknown': row.date_unknown,
    },
    next: row.next === null ? null : asDueDate(row.next),
    origin: row.origin,
    confidence: row.confidence,
    confirmed: row.confirmed,
  }
}

export const asDueDate = ({ occasion_id: _, ...date }: OccurrenceColumns) => ({
  year: date.year,
  starts: date.starts,
  ends: date.ends,
  precision: date.precision,
  occasion: date.occasion,
  certainty: date.certainty,
  state: date.state,
})

function deadlineOf(row: DutyColumns): DutyRow['deadline'] {
  const { deadline: text, deadline_date: date, deadline_occasion: occasion } = row
  const year = row.deadline_year ?? (date === null ? null : Number(date.slice(0, 4)))
  const none = Object.keys(text).length === 0 && date === null && year === null && occasion === null
  return none
    ? null
    : { text, date, year: year ?? (occasion ? Number(occasion.ends.slice(0, 4)) : null), occasion }
}

export { every } from '#platform/database/conditions.ts'
