import { sql } from 'kysely'
import type { Actor, Scope } from '#platform/access/actor.ts'
import { has, scopesOf } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import {
  asDutySummary,
  dutyTables,
  every,
  revisionRef,
  summaryColumns,
  type SummaryColumns,
} from '../duties/duty-row-queries.ts'
import type { DutySummary } from '../duties/duty.ts'
import type { RevisionRef } from '../instruments/instrument.ts'
import { revisionRefs } from '../instruments/revision-link-queries.ts'
import { limitOf, readCursor, writeCursor, type ListOf, type PageOf } from '../listing.ts'
import type { KeptLink, KeptPair } from './pairing-plan.ts'
import { heldLinks } from './pairing-row-queries.ts'
import { heldRevisions } from './fact-queries.ts'
import { predecessorOf, type PairingState } from './succession.ts'

/** A pairing with what it is about; `within` is whose focal points may decide. */
export type PairingHead = {
  revision: RevisionRef
  predecessor: RevisionRef
  state: PairingState
  version: number
  basis: 'official-text' | 'paraphrase'
  language: LanguageCode
  confirmedAt: Date | null
  within: Scope[]
}

export type PairRow = Pick<KeptPair, 'before' | 'after' | 'kind' | 'state'> & {
  /** Null when people chose this pair: nothing was proposed like it. */
  score: number | null
  isProposed: boolean
  alsoLike: string[]
}

/** What a revision made of the one before it. */
export type Succession = PairingHead & {
  pairs: PairRow[]
  links: KeptLink[]
  /** The duties of the links, by id. */
  duties: Map<string, DutySummary>
}

async function pairingHead(db: Db, revision: string): Promise<PairingHead | null> {
  const found = await db
    .selectFrom('pairings as p')
    .innerJoin('revisions as r', 'r.id', 'p.revision')
    .innerJoin('instruments as i', 'i.id', 'r.instrument')
    .select([
      'p.predecessor',
      'p.state',
      'p.version',
      'p.basis',
      'p.language',
      'p.confirmed_at as confirmedAt',
      'i.body',
    ])
    .where('p.revision', '=', revision)
    .executeTakeFirst()
  if (!found) return null
  const refs = await revisionRefs(db, [revision, found.predecessor])
  const [own, before] = [refs.get(revision), refs.get(found.predecessor)]
  if (!own || !before) return null
  const { body, ...head } = found
  return { ...head, revision: own, predecessor: before, within: body === null ? [] : [`body:${body}`] }
}

export async function successionOf(db: Db, revision: string): Promise<Succession | null> {
  const head = await pairingHead(db, revision)
  if (head === null) return null
  const links = await heldLinks(db, revision)
  const ids = links.flatMap(({ before, after }) => [before ?? [], after ?? []].flat())
  return { ...head, pairs: await pairRows(db, revision), links, duties: await dutySummaries(db, ids) }
}

/** A revision with provisions of which the years do not tell what it replaced, and those that it may have replaced. */
export async function openOrder(
  db: Db,
  revision: string,
): Promise<{ revision: RevisionRef; choices: RevisionRef[]; within: Scope[] } | null> {
  const own = await db
    .selectFrom('revisions as r')
    .innerJoin('instruments as i', 'i.id', 'r.instrument')
    .select(['r.instrument', 'i.body'])
    .where('r.id', '=', revision)
    .executeTakeFirst()
  if (!own) return null
  const revisions = await heldRevisions(db, own.instrument)
  const dated = revisions.find(({ id }) => id === revision)
  if (!dated || predecessorOf(dated, revisions) !== null) return null
  const refs = await revisionRefs(
    db,
    revisions.map(({ id }) => id),
  )
  const ref = refs.get(revision)
  const choices = [...refs.values()].filter(({ id }) => id !== revision)
  if (!ref || choices.length === 0) return null
  return { revision: ref, choices, within: own.body === null ? [] : [`body:${own.body}`] }
}

async function pairRows(db: Db, pairing: string): Promise<PairRow[]> {
  const found = await sql<PairRow>`
    select p.before, p.after, p.kind, p.state, m.score, m.place is not null as "isProposed",
      coalesce(m.also_like, '{}') as "alsoLike"
    from provision_pairs p
    left join provision_proposals m on m.pairing = p.pairing
      and m.before is not distinct from p.before and m.after is not distinct from p.after
    where p.pairing = ${pairing} order by p.place`.execute(db)
  return found.rows
}

async function dutySummaries(db: Db, ids: string[]): Promise<Map<string, DutySummary>> {
  if (ids.length === 0) return new Map()
  const found = await sql<SummaryColumns>`
    select ${summaryColumns} from ${dutyTables} where d.id = any(${ids}::text[])`.execute(db)
  return new Map(found.rows.map((row) => [row.duty_id, asDutySummary(row)]))
}

export type OpenPairing = {
  revision: RevisionRef
  predecessor: RevisionRef
  state: Exclude<PairingState, 'confirmed'>
  proposedAt: Date
  /** Provisions about which nobody has decided yet. */
  undecided: number
}

/** Pairings that wait for this person: all for the secretariat, those of their bodies for focal points. Longest waiting first. */
export async function openPairings(db: Db, actor: Actor, page: PageOf = {}): Promise<ListOf<OpenPairing>> {
  const own = conditionFor(actor)
  if (own === null) return { rows: [], total: 0, next: null, facets: {} }
  const limit = limitOf(page)
  const cursor = readCursor(page.after, ['moment', 'text'])
  const after = cursor
    ? sql`(p.proposed_at, p.revision) > (${cursor[0]}::timestamptz, ${cursor[1]}::text)`
    : sql`true`
  const open = every([sql`p.state <> 'confirmed'`, own])
  const tables = sql`pairings p join revisions r on r.id = p.revision join instruments i on i.id = r.instrument`
  const found = await sql<{
    ref: RevisionRef
    predecessor: string
    state: OpenPairing['state']
    proposed_at: Date
    undecided: number
    total: number
  }>`
    select ${revisionRef} as ref, p.predecessor, p.state, p.proposed_at,
      (select count(*) from provision_pairs x where x.pairing = p.revision and x.decided_by is null) as undecided,
      (select count(*) from ${tables} where ${open}) as total
    from ${tables} join revision_chains c on c.id = p.revision
    where ${open} and ${after} order by p.proposed_at, p.revision limit ${limit + 1}`.execute(db)
  const rows = found.rows.slice(0, limit)
  const refs = await revisionRefs(
    db,
    rows.map(({ predecessor }) => predecessor),
  )
  const last = rows.at(-1)
  return {
    rows: rows.flatMap(({ ref, predecessor, state, proposed_at, undecided }) => {
      const before = refs.get(predecessor)
      return before ? [{ revision: ref, predecessor: before, state, proposedAt: proposed_at, undecided }] : []
    }),
    total: rows[0]?.total ?? 0,
    next:
      found.rows.length > limit && last ? writeCursor([last.proposed_at.toISOString(), last.ref.id]) : null,
    facets: {},
  }
}

/** The rule of `pairingRights` as a condition on the instrument `i`; a test holds the two together. Null: none at all. */
function conditionFor(actor: Actor) {
  if (has(actor, 'secretariat')) return sql`true`
  if (!has(actor, 'focal-point')) return null
  const isForAll = actor.standings.some(({ role, scope }) => role === 'focal-point' && scope === null)
  if (isForAll) return sql`true`
  const bodies = scopesOf(actor, 'focal-point').flatMap((scope) =>
    scope.startsWith('body:') ? [scope.slice('body:'.length)] : [],
  )
  return sql`i.body = any(${bodies}::text[])`
}
