import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import { counts, evidenceStates } from '../evidence/evidence.ts'
import type { Look } from '../duties/look.ts'

/** Parts of questions about due dates: what people said and showed of `o`, a due date of a duty. Each is one fact of `Known`. */

/** Names a due date among those of its duty, for good: the register makes its rows anew. */
export const occurrenceKey = sql`coalesce(o.occasion, o.year::text, 'unknown')`

/** Duties of which anybody has said anything, with those that go on from them. The few among many. */
export const keptDuties = sql`
  select duty from duty_owners
  union select duty from duty_reports
  union select duty from evidence
  union select a.duty from duty_ancestors a join evidence e on e.duty = a.ancestor`

/** A duty goes on from those of earlier revisions: what was shown for them was shown for it. */
const family = sql`array(select a.ancestor from duty_ancestors a where a.duty = o.duty) || o.duty`

const countingStates = evidenceStates.filter((state) => counts(state))

export const hasEvidence = ({ levels }: Look) => sql`exists (
  select 1 from evidence_occurrences x join evidence e on e.id = x.evidence
  where x.duty = any (${family}) and x.occurrence = ${occurrenceKey}
    and e.state = any (${countingStates}::text[]) and not e.contested and e.visibility = any (${levels}::text[]))`

export const isUnderWay = sql`exists (
  select 1 from duty_reports x where x.duty = o.duty and x.occurrence = ${occurrenceKey} and x.withdrawn_at is null)`

export const isConsidered = sql`exists (
  select 1 from considerations x
  where x.duty = any (${family}) and x.occurrence = ${occurrenceKey} and x.withdrawn_at is null)`

const lastDay = sql`coalesce(o.ends, make_date(o.year, 12, 31))`

const dayOfMoment = (column: string) => sql`(${sql.ref(column)} at time zone 'UTC')::date`

/** On the day when it fell due, somebody answered for the duty. */
export const isAnswered = sql`exists (
  select 1 from duty_owners x where x.duty = o.duty and ${dayOfMoment('x.taken_at')} <= ${lastDay}
    and (x.given_back_at is null or ${dayOfMoment('x.given_back_at')} > ${lastDay}))`

/** Owners of the duty `d` as whoever looks may know them: people only when they agreed, organizations only when they are seen. */
export const ownersOfDuty = ({ levels }: Look) => sql`(
  select coalesce(jsonb_agg(to_jsonb(w) order by w."takenAt", w.id), '[]') from (${ownerRows(levels)}
    where x.duty = d.id and x.given_back_at is null) as w)`

/**
 * Rows of owners `x` with their names. Each name is looked up for its row: with a join for each kind of name, to plan the
 * question took longer than to answer it.
 */
export const ownerRows = (levels: Look['levels']) => sql`
  select x.id, x.duty, x.kind, x.taken_at as "takenAt", x.given_back_at as "givenBackAt", x.reason,
    case when x.kind <> 'person' or x.named then x.owner end as owner,
    case x.kind
      when 'body' then ${nameOfBody(sql`x.owner`)}
      when 'organization' then ${seenOrganization('name', sql`x.owner`, levels)}
    end as name,
    case x.kind
      when 'body' then (select b.acronym from bodies b where b.id = x.owner)
      when 'organization' then ${seenOrganization('acronym', sql`x.owner`, levels)}
    end as acronym,
    case when x.kind = 'person' and x.named then (select p.name from people p where p.id = x.owner) end as "personName",
    x.on_behalf_of as "onBehalfOf",
    case split_part(x.on_behalf_of, ':', 1)
      when 'body' then ${nameOfBody(sql`split_part(x.on_behalf_of, ':', 2)`)}
      when 'organization' then ${seenOrganization('name', sql`split_part(x.on_behalf_of, ':', 2)`, levels)}
    end as "behalfName"
  from duty_owners x`

const nameOfBody = (id: RawBuilder<unknown>) => sql`(
  select n.name from body_names n where n.body = ${id} and n.to_date is null)`

const seenOrganization = (
  column: 'name' | 'acronym',
  id: RawBuilder<unknown>,
  levels: Look['levels'],
) => sql`(
  select ${sql.ref(`g.${column}`)} from organizations g where g.id = ${id} and g.visibility = any (${levels}::text[]))`

/** The latest evidence for the duty `d`, or for those that it goes on from, among what may be seen. */
export const lastEvidence = ({ levels }: Look) => sql`(
  select jsonb_build_object('happenedOn', e.happened_on, 'strength', case when e.contested then 'contested' else e.state end)
  from evidence e
  where e.duty = any (array(select a.ancestor from duty_ancestors a where a.duty = d.id) || d.id)
    and e.state <> 'withdrawn' and e.visibility = any (${levels}::text[])
  order by e.happened_on desc, e.id limit 1)`

/**
 * For lines `h` of the history about considerations: a line about a due date for which the reader sees no evidence would
 * betray that there is some.
 */
export const considerationSeenBy = (actor: Actor) => sql`exists (
  select 1 from evidence_occurrences x join evidence e on e.id = x.evidence
  where h.subject_id = x.duty || '@' || x.occurrence and not e.contested
    and e.state = any (${countingStates}::text[]) and e.visibility = any (${levelsSeenBy(actor)}::text[]))`
