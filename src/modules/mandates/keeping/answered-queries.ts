import { sql } from 'kysely'
import { counts, evidenceStates } from '../evidence/evidence.ts'
import type { Look } from '../duties/look.ts'

/** Parts of questions about duties `d`: whether anybody answers for them. Each set is read once for a whole list. */

const answered = sql`select x.duty from duty_owners x where x.given_back_at is null`

/** A gap: nobody answers for it now. */
export const isWithoutOwner = sql`d.id not in (${answered})`

/** An overlap: two units or more answer for it. A person counts as the unit for which they answer. */
export const isOverlap = sql`d.id in (
  select x.duty from duty_owners x where x.given_back_at is null group by x.duty
  having count(distinct coalesce(x.on_behalf_of, x.kind || ':' || x.owner)) > 1)`

const countingStates = evidenceStates.filter((state) => counts(state))

/** Nobody answers for it, nobody has reported on it, and nothing that may be seen shows that it is met. */
export const isUnanswered = ({ levels }: Look) => sql`(
  ${isWithoutOwner}
  and d.id not in (select x.duty from duty_reports x where x.withdrawn_at is null)
  and d.id not in (
    select e.duty from evidence e
    where e.state = any (${countingStates}::text[]) and not e.contested and e.visibility = any (${levels}::text[])
    union all
    select a.duty from duty_ancestors a join evidence e on e.duty = a.ancestor
    where e.state = any (${countingStates}::text[]) and not e.contested and e.visibility = any (${levels}::text[])))`

/** 'body:itu-tsb': who answers for it now, itself or through a person. */
export const ownedBy = (scope: string) => sql`d.id in (
  select x.duty from duty_owners x
  where x.given_back_at is null and coalesce(x.on_behalf_of, x.kind || ':' || x.owner) = ${scope})`
