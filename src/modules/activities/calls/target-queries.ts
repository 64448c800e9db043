import { sql } from 'kysely'
import { isHeld } from '#modules/accounts/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import { answersOf } from './answer-queries.ts'
import type { Call, Target, TargetKind } from './call.ts'
import './tables.ts'

/** Somebody through whom an organization, a country or a region is reached. */
export type Recipient = {
  person: string
  name: string
  email: string
  language: LanguageCode
  sentAt: Date | null
  remindedAt: Date | null
}

/** A line of the target list, with what came. */
export type TargetRow = Target & {
  /** Of an organization; codes are named by their trees. */
  name: Translated | null
  inTime: number
  late: number
  recipients: Recipient[]
}

export type TargetFilters = { kind?: TargetKind | undefined; answered?: 'yes' | 'no' | undefined }

/** Who has answered and who has not; regions first, then countries, then organizations by name. */
export async function targetRows(
  db: Db,
  { id }: Pick<Call, 'id'>,
  now: Date,
  { kind, answered, limit, skip }: TargetFilters & { limit: number; skip: number },
): Promise<{ rows: TargetRow[]; total: number }> {
  const found = await sql<TargetRow & { total: number }>`
    with ${answersOf([id], now)}, ${countedTargets},
    shown as (
      select c.*, count(*) over ()::int as total from counted c
      where (${kind ?? null}::text is null or c.kind = ${kind ?? null})
        and (${answered ?? null}::text is null or (c."inTime" + c.late > 0) = (${answered ?? null}::text = 'yes'))
      order by array_position(array['region', 'country', 'organization'], c.kind), c.sort_name, c.code
      limit ${limit} offset ${skip})
    select s.kind, s.code, s.expected, s.name, s."inTime", s.late, s.total,
      coalesce((select jsonb_agg(jsonb_build_object('person', r.person, 'name', r.name, 'email', r.email,
          'language', r.language, 'sentAt', l.sent_at, 'remindedAt', l.reminded_at) order by r.name, r.person)
        from (${reached(now, sql`s`)}) as r
        left join call_letters l on l.call = ${id} and l.person = r.person), '[]') as recipients
    from shown s
    order by array_position(array['region', 'country', 'organization'], s.kind), s.sort_name, s.code`.execute(
    db,
  )
  return { rows: found.rows.map(asTargetRow), total: found.rows[0]?.total ?? 0 }
}

/** Instants inside JSON are texts. */
const asTargetRow = ({ recipients, ...row }: TargetRow & { total: number }): TargetRow => ({
  ...row,
  recipients: recipients.map((one) => ({
    ...one,
    sentAt: one.sentAt === null ? null : new Date(one.sentAt),
    remindedAt: one.remindedAt === null ? null : new Date(one.remindedAt),
  })),
})

/** Everybody whom the letter of a call is for, once each; nobody for an invented call. */
export async function recipientsOf(
  db: Db,
  call: Pick<Call, 'id' | 'isExample'>,
  now: Date,
): Promise<Recipient[]> {
  if (call.isExample) return []
  const found = await sql<Recipient>`
    select distinct r.person, r.name, r.email, r.language, l.sent_at as "sentAt", l.reminded_at as "remindedAt"
    from call_targets t cross join lateral (${reached(now, sql`t`)}) as r
    left join call_letters l on l.call = t.call and l.person = r.person
    where t.call = ${call.id} order by r.person`.execute(db)
  return found.rows
}

/** Those who got the letter of a call, were not reminded yet, and have a line of the list that nobody has answered. */
export async function unansweredRecipients(db: Db, call: Call, now: Date): Promise<Recipient[]> {
  const found = await sql<Recipient>`
    with ${answersOf([call.id], now)}, ${countedTargets}
    select distinct r.person, r.name, r.email, r.language, l.sent_at as "sentAt", l.reminded_at as "remindedAt"
    from counted t cross join lateral (${reached(now, sql`t`)}) as r
    join call_letters l on l.call = ${call.id} and l.person = r.person
    where t."inTime" = 0 and l.reminded_at is null order by r.person`.execute(db)
  return found.rows
}

/** How many lines of the list have nobody through whom they are reached. */
export async function unreachedCount(db: Db, call: Pick<Call, 'id'>, now: Date): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from call_targets t
    where t.call = ${call.id} and not exists (${reached(now, sql`t`)})`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** Each line of the list of the one call of `answers`, with how many entries came in time and late. */
const countedTargets = sql`
  counted as (
    select t.kind, t.code, t.expected, o.name, coalesce(o.sort_name, t.code) as sort_name,
      count(w.entry) filter (where w.is_in_time)::int as "inTime",
      count(w.entry) filter (where not w.is_in_time)::int as late
    from call_targets t
    join asked c on c.id = t.call
    left join organizations o on t.kind = 'organization' and o.id = t.code
    left join answers w on w.call = t.call and t.code = case t.kind
      when 'organization' then w.organization when 'country' then w.country else w.region end
    group by t.kind, t.code, t.expected, o.name, o.sort_name)`

/**
 * Who is written to for a line of the list: those who act for an organization; for a country the focal points and delegates
 * of what is its Member State; for a region its officers. Nobody who is invented, shut out or has not proven an address.
 */
const reached = (now: Date, target: ReturnType<typeof sql>) => sql`
  select distinct p.id as person, p.name, p.email, p.language
  from roles r join people p on p.id = r.person
  where ${isHeld(dayOf(now))} and p.email is not null and p.email_verified
    and p.disabled_at is null and p.erased_at is null and not p.is_example
    and case ${target}.kind
      when 'organization' then r.role in ('representative', 'focal-point') and r.scope = 'organization:' || ${target}.code
      when 'country' then r.role in ('focal-point', 'delegate') and r.scope in (
        select 'organization:' || o.id from organizations o
        where o.country = ${target}.code and o.membership = 'member-state' and o.state = 'approved')
      else r.role = 'regional-officer' and r.scope = 'region:' || ${target}.code end`
