import { sql } from 'kysely'
import type { Tx } from '#platform/database/tables.ts'

/**
 * What people keep of an invented register of any size: an organization for each instrument, an owner of every tenth duty, and
 * evidence for every twentieth, a third of it verified. `invented` tells its rows by the name of a column.
 */
export async function addLargeKeeping(
  tx: Tx,
  { instruments, at, invented }: { instruments: number; at: Date; invented: ReturnType<typeof sql> },
): Promise<void> {
  await sql`
    insert into organizations (id, name, stakeholder_type, country, region, membership, visibility, state, sort_name, words,
      proposed_by, revision, created_at, updated_at)
    select 'large-' || n, jsonb_build_object('en', 'Organization ' || n), 'civil-society', null, null,
      case n % 5 when 0 then 'sector-member' else 'none' end, case n % 50 when 0 then 'signed-in' else 'public' end, 'approved',
      'organization ' || lpad(n::text, 6, '0'), 'organization ' || n, 'command-line', 2, ${at}::timestamptz, ${at}::timestamptz
    from generate_series(1, ${instruments}::int) as n`.execute(tx)
  await sql`
    insert into duty_owners (duty, kind, owner, taken_at, taken_by)
    select x.duty, 'body', x.body, ${at}::timestamptz, 'command-line'
    from duty_parties x join duties d on d.id = x.duty
    where ${invented} and x.role = 'addressee' and hashtext(d.id) % 10 = 0`.execute(tx)
  await sql`
    insert into evidence (duty, kind, record_kind, record_id, shows, original_language, happened_on, state, visibility, revision,
      linked_by, linked_at, changed_at, verified_by, verified_at)
    select d.id, 'record', 'provision', d.revision || '/' || d.address, '{"en": "The report was sent."}', 'en',
      date '2019-01-01' + (seed % 2500), case when seed % 3 = 0 then 'verified' else 'documented' end,
      case when seed % 40 = 0 then 'signed-in' else 'public' end, 1, 'command-line', ${at}::timestamptz, ${at}::timestamptz,
      case when seed % 3 = 0 then 'somebody' end, case when seed % 3 = 0 then ${at}::timestamptz end
    from duties d, lateral (select hashtext(d.id) & 1048575 as seed) as seeds
    where ${invented} and hashtext(d.id) % 20 = 0`.execute(tx)
  await sql`
    insert into evidence_occurrences (evidence, duty, occurrence)
    select e.id, e.duty, coalesce(o.occasion, o.year::text, 'unknown')
    from evidence e join duties d on d.id = e.duty join occurrences o on o.duty = d.id and o.place = 0
    where ${invented}`.execute(tx)
}
