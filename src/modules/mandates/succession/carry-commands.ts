import { sql } from 'kysely'
import type { Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { keepingParts } from '../keeping/kept-content-queries.ts'
import type { DutyLink } from './succession.ts'

type Confirmed = { links: DutyLink[]; actor: string; at: Date }

/**
 * What goes along when duties go on in others: whoever keeps the old one keeps the new one too, and its present plan is the
 * first plan of the new one. Evidence stays where it was shown and is found by `duty_ancestors`. Each duty's history says so.
 */
export async function carryOver(tx: Tx, { links, actor, at }: Confirmed): Promise<void> {
  const onward = links.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []))
  const olds = onward.map(({ before }) => before)
  const news = onward.map(({ after }) => after)
  const kept = await carryOwners(tx, { olds, news, actor, at })
  const planned = await carryPlans(tx, { olds, news, at })
  for (const id of new Set([...kept, ...planned])) await noteKeeping(tx, id, actor, at)
  for (const link of links) await noteLink(tx, link, actor, at)
}

/** Holds the duties of both sides, as whoever takes one over or plans for it does; before the first line of history. */
export async function lockDuties(tx: Tx, links: DutyLink[]): Promise<void> {
  const ids = links.flatMap(({ before, after }) => [before, after].filter((id) => id !== null))
  await sql`select from duties where id = any(${ids}::text[]) order by id for update`.execute(tx)
}

/** What people keep of a duty is a subject of its own in the history. */
async function noteKeeping(tx: Tx, id: string, actor: string, at: Date) {
  const subject = { kind: 'duty-keeping', id }
  await record(tx, { act: 'mandates.carry-over', subject, actor, parts: await keepingParts(tx, id) }, at)
}

type Onward = { olds: string[]; news: string[]; at: Date }

async function carryOwners(tx: Tx, { olds, news, actor, at }: Onward & { actor: string }): Promise<string[]> {
  const carried = await sql<{ duty: string }>`
    insert into duty_owners (duty, kind, owner, on_behalf_of, named, taken_at, taken_by)
    select distinct on (link.new, o.kind, o.owner) link.new, o.kind, o.owner, o.on_behalf_of, o.named, ${at}::timestamptz, ${actor}
    from unnest(${olds}::text[], ${news}::text[]) as link (old, new)
    join duty_owners o on o.duty = link.old and o.given_back_at is null
    order by link.new, o.kind, o.owner, o.taken_at
    on conflict (duty, kind, owner) where given_back_at is null do nothing
    returning duty`.execute(tx)
  return carried.rows.map(({ duty }) => duty)
}

/** Of several old duties the plan that was written last; steps that lie behind stay with the old duty. */
async function carryPlans(tx: Tx, { olds, news, at }: Onward): Promise<string[]> {
  const found = await sql<{ duty: string; old: string; revision: number }>`
    select distinct on (link.new) link.new as duty, link.old, p.revision
    from unnest(${olds}::text[], ${news}::text[]) as link (old, new)
    join duty_plans p on p.duty = link.old
      and p.revision = (select max(revision) from duty_plans latest where latest.duty = link.old)
    where not exists (select 1 from duty_plans own where own.duty = link.new)
    order by link.new, p.written_at desc, link.old`.execute(tx)
  const carried = sql`unnest(${found.rows.map((row) => row.duty)}::text[], ${found.rows.map((row) => row.old)}::text[],
    ${found.rows.map((row) => row.revision)}::int[]) as carried (duty, old, revision)`
  await sql`
    insert into duty_plans (duty, revision, body, original_language, written_by, written_for, written_at)
    select carried.duty, 1, p.body, p.original_language, p.written_by, p.written_for, p.written_at
    from ${carried} join duty_plans p on p.duty = carried.old and p.revision = carried.revision`.execute(tx)
  await sql`
    insert into duty_milestones (duty, revision, place, day, text)
    select carried.duty, 1, m.place, m.day, m.text
    from ${carried} join duty_milestones m on m.duty = carried.old and m.revision = carried.revision
    where m.day >= ${at}::date`.execute(tx)
  return found.rows.map(({ duty }) => duty)
}

async function noteLink(tx: Tx, { before, after, kind, changes }: DutyLink, actor: string, at: Date) {
  const facts = { changes: changes.map(({ field }) => field).join(', ') }
  const note = (act: string, id: string, more: Record<string, string>) =>
    record(tx, { act, subject: { kind: 'duty', id }, actor, facts: more }, at)
  if (before === null && after !== null) await note('mandates.begin-duty', after, {})
  if (after === null && before !== null) await note('mandates.end-duty', before, {})
  if (before === null || after === null) return
  await note('mandates.replace-duty', before, { by: after })
  if (kind === 'continues') await note('mandates.continue-duty', after, { from: before })
  else await note('mandates.change-duty', after, { from: before, ...facts })
}
