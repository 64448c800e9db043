import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { dayOf } from '#platform/ui/format.ts'
import { dutyFact, dutyPath } from './duty-facts.ts'
import { dutiesNamed } from './duty-name-queries.ts'
import { tell } from './notice-commands.ts'
import { daysBefore, reminderOf, type Told } from './notice.ts'
import { keepersOf } from './people-queries.ts'

/** Reminds the keepers of duties of what is due soon or has passed without evidence. Returns how many notices were new. */
export async function remind(db: Db, at: Date): Promise<number> {
  const today = dayOf(at)
  const due = await dueWithoutEvidence(db, today)
  const duties = [...new Set(due.map(({ duty }) => duty))]
  const [keepers, named] = [await keepersOf(db, duties, today), await dutiesNamed(db, duties)]
  const told = due.flatMap(({ duty, ends, key }): Told[] => {
    const reminder = reminderOf(ends, today)
    const name = named.get(duty)
    if (reminder === null || name === undefined) return []
    return (keepers.get(duty) ?? []).map((person) => ({
      person,
      kind: 'duties.due',
      words: reminder.step === 'past' ? 'notice.past' : 'notice.due',
      facts: { duty: dutyFact(name), ends: { day: ends } },
      path: dutyPath(name),
      once: `due ${duty} ${key} ${reminder.step}`,
    }))
  })
  return db.transaction().execute((tx) => tell(tx, told, at))
}

const pastDays = 30

/** Due dates of kept duties around a day that nothing documented or verified speaks for. A year is due on its last day. */
async function dueWithoutEvidence(
  db: Db,
  today: string,
): Promise<{ duty: string; key: string; ends: string }[]> {
  const found = await sql<{ duty: string; key: string; ends: string }>`
    select o.duty, o.key, o.ends::text as ends
    from (
      select duty, coalesce(occasion, year::text) as key, coalesce(ends, make_date(year, 12, 31)) as ends
      from occurrences where year between ${Number(today.slice(0, 4)) - 1} and ${Number(today.slice(0, 4)) + 1}
    ) as o
    where o.ends between ${today}::date - ${sql.lit(pastDays)} and ${today}::date + ${sql.lit(daysBefore[0])}
      and exists (select 1 from duty_owners w where w.duty = o.duty and w.given_back_at is null)
      and not exists (
        select 1 from evidence_occurrences eo join evidence e on e.id = eo.evidence
        where eo.duty = o.duty and eo.occurrence = o.key
          and e.state in ('documented', 'verified') and not e.contested)
    order by o.duty, o.key`.execute(db)
  return found.rows
}
