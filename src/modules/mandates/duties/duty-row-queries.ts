import { sql } from 'kysely'
import type { Translated } from '#platform/languages.ts'
import { translationsOf, uncheckedIn, withTranslations, type Translations } from '#platform/texts/texts.ts'
import {
  occurrenceStates,
  type Cadence,
  type Certainty,
  type DutyRow,
  type DutyState,
  type DutySummary,
  type OccurrenceState,
  type Party,
  type Precision,
} from './duty.ts'
import type { Occasion, Origin, RevisionRef } from '../instruments/instrument.ts'
import {
  isAnswered,
  isConsidered,
  isUnderWay,
  hasEvidence,
  keptDuties,
  occurrenceKey,
  lastEvidence,
  ownersOfDuty,
} from '../keeping/known-facts-queries.ts'
import type { OwnerColumns } from '../keeping/owner.ts'
import { lastYearShown } from '../occurrences/occurrence.ts'
import type { Look } from './look.ts'

/** Duties with everything that their rows show; `d`, `p`, `r`, `c` are the duty, its provision, its revision and its chain. */
export const dutyTables = sql`
  duties d
  join provisions p on p.revision = d.revision and p.address = d.address
  join revisions r on r.id = d.revision
  join revision_chains c on c.id = d.revision`

/** The chains of all revisions, found once for a question about all duties. */
export const chainsAtOnce = sql`
  chains as materialized (select id, superseded_in, successor_has_provisions from revision_chains)`

/** The same as `dutyTables` for counting, after `chainsAtOnce`. */
export const countedDutyTables = sql`
  duties d
  join provisions p on p.revision = d.revision and p.address = d.address
  join revisions r on r.id = d.revision
  join chains c on c.id = d.revision`

export const dutyOrder = [sql`coalesce(-r.year, 0)`, sql`r.id`, sql`p.sort`, sql`d.sort`]

/** The order of a row, to go on after it. */
export const dutyKey = sql`jsonb_build_array(coalesce(-r.year, 0), r.id, p.sort, d.sort) as key`

export const afterDuty = ([year, revision, provision, duty]: (string | number)[]) => sql`
  (coalesce(-r.year, 0), r.id, p.sort, d.sort) > (${year}::int, ${revision}::text, ${provision}::int, ${duty}::int)`

/** Which due dates are shown on a day: see `standsIn` and `lastYearShown`. */
export const shownOccurrences = ({ today }: Look) => sql`
  case d.cadence
    when 'annual' then coalesce(o.year <= ${lastYearShown(today)}::int, true)
    when 'biennial' then coalesce(o.year <= ${lastYearShown(today)}::int + 1, true)
    else true
  end
  and not coalesce(o.year > c.superseded_in and c.successor_has_provisions, false)`

/** The same rule as `phaseOf`; a test holds the two together. */
export const occurrencePhase = ({ today }: Look) => sql`
  case
    when o.year is null then 'unknown'
    when coalesce(o.ends, make_date(o.year, 12, 31)) < ${today}::date then 'past'
    when o.year <= extract(year from ${today}::date) then 'running'
    when coalesce(o.starts, make_date(o.year, 1, 1)) <= ${today}::date then 'running'
    else 'ahead'
  end`

/** The same rule as `stateOf`. Of most duties nobody has said anything: the clock alone tells. */
export const occurrenceState = (look: Look) => sql`
  case when o.duty in (${keptDuties}) then
    case
      when ${hasEvidence(look)} then case when ${isConsidered} then 'considered' else 'delivered' end
      when ${isUnderWay} then case ${occurrencePhase(look)} when 'past' then 'overdue' else 'under-way' end
      when ${occurrencePhase(look)} = 'past' and ${isAnswered} then 'overdue'
      else ${stateByClock(look)}
    end
  else ${stateByClock(look)} end`

/** What a due date is when nobody has said anything of its duty. */
const stateByClock = (look: Look) => sql`
  case ${occurrencePhase(look)}
    when 'past' then 'no-information' when 'running' then 'due' when 'ahead' then 'upcoming' else 'date-unknown' end`

export const occurrenceCertainty = sql`
  case when coalesce(o.year > c.superseded_in, false) then 'presumed' else 'stated' end`

/**
 * How many due dates of a duty are in each state, how those stand that run now or were last, and which comes next, as
 * `states`. With `offset 0` the state of a due date is found once, and not once for each count.
 */
export const statesOfDuty = (look: Look) => sql`
  lateral (
    select ${sql.join(occurrenceStates.map((state) => sql`count(*) filter (where state = ${sql.lit(state)}) as ${sql.ref(state)}`))},
      (array_agg(state order by year, starts) filter (where phase = 'running'))[1] as running,
      (array_agg(state order by year desc, starts desc nulls first) filter (where phase = 'past'))[1] as last,
      (array_agg(place order by year, starts) filter (where ${isAwaited}))[1] as next_place,
      (array_agg(state order by year, starts) filter (where ${isAwaited}))[1] as next_state
    from (
      select ${occurrenceState(look)} as state, ${occurrencePhase(look)} as phase, o.year, o.starts, o.place
      from occurrences o where o.duty = d.id and ${shownOccurrences(look)} offset 0
    ) as each_date
  ) as states`

const isAwaited = sql`state in ('due', 'under-way', 'upcoming')`

/** The same rule as `dutyState`. */
export const stateOfDuty = sql`
  case
    when states.overdue > 0 then 'overdue'
    when states.due > 0 then 'due'
    when states."under-way" > 0 then 'under-way'
    when states.running is not null then states.running
    when states.last is not null then states.last
    when states.delivered > 0 then 'delivered'
    when states.considered > 0 then 'considered'
    when states.upcoming > 0 then 'upcoming'
    when states."date-unknown" > 0 or d.cadence is null then 'date-unknown'
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
  d.id as duty_id, d.address, p.label, d.verb, d.deliverable, ${translationsOf({ kind: 'duty', id: sql`d.id` })} as translations, d.cadence, d.cadence_basis, p.paraphrase,
  p.action_lines, p.sdg, ${revisionRef} as revision_ref, ${parties} as parties`

export const occurrenceColumns = (look: Look) => sql`${datedColumns}, ${occurrenceState(look)} as state`

const datedColumns = sql`
  o.year, o.starts::text as starts, o.ends::text as ends, o.precision, o.occasion as occasion_id,
  (select ${occasionOf('oc')} from occasions oc where oc.id = o.occasion) as occasion,
  ${occurrenceCertainty} as certainty, ${occurrenceKey} as occurrence_key`

export const dutyColumns = (look: Look) => sql`
  ${summaryColumns}, d.obligation, d.modality, d.deadline, d.deadline_date::text as deadline_date, d.deadline_year,
  (select ${occasionOf('oc')} from occasions oc where oc.id = d.deadline_occasion) as deadline_occasion,
  p.sdg_only_in_name, p.goals, d.origin, d.confidence, d.confirmed,
  jsonb_build_object(${sql.join(occurrenceStates.map((state) => sql`${sql.lit(state)}, states.${sql.ref(state)}`))}) as counted,
  ${stateOfDuty} as state, ${ownersOfDuty(look)} as owners, ${lastEvidence(look)} as last_evidence,
  (select to_jsonb(next_date) from (
    select ${datedColumns}, states.next_state as state from occurrences o
    where o.duty = d.id and o.place = states.next_place) as next_date) as next`

export type SummaryColumns = {
  duty_id: string
  address: string
  label: string | null
  verb: Translated
  deliverable: Translated
  translations: Translations
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
  /** Names the due date for good: the occasion, else the year. */
  occurrence_key: string
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
  counted: Record<OccurrenceState, number>
  state: DutyState
  owners: OwnerColumns[]
  last_evidence: DutyRow['lastEvidence']
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
    verb: withTranslations(row.verb, row.translations, 'verb'),
    deliverable: withTranslations(row.deliverable, row.translations, 'deliverable'),
    unchecked: {
      verb: uncheckedIn(row.verb, row.translations, 'verb'),
      deliverable: uncheckedIn(row.deliverable, row.translations, 'deliverable'),
    },
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
    occurrences: row.counted,
    owners: row.owners,
    lastEvidence: row.last_evidence,
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
  key: date.occurrence_key,
})

function deadlineOf(row: DutyColumns): DutyRow['deadline'] {
  const { deadline_date: date, deadline_occasion: occasion } = row
  const text = withTranslations(row.deadline, row.translations, 'deadline')
  const year = row.deadline_year ?? (date === null ? null : Number(date.slice(0, 4)))
  const none = Object.keys(text).length === 0 && date === null && year === null && occasion === null
  return none
    ? null
    : {
        text,
        unchecked: uncheckedIn(row.deadline, row.translations, 'deadline'),
        date,
        year: year ?? (occasion ? Number(occasion.ends.slice(0, 4)) : null),
        occasion,
      }
}

export { every } from '#platform/database/conditions.ts'
