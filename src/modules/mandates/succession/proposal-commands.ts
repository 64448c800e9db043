import { sql } from 'kysely'
import type { Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { groundsOf, heldRevisions, type Grounds } from './fact-queries.ts'
import { heldLinks, heldPairs } from './pairing-row-queries.ts'
import { linksAfter, nameOf, pairsAfterCorrection, type KeptLink, type KeptPair } from './pairing-plan.ts'
import { storeAncestors, storeLinks, storePairs, storeProposals } from './pairing-store-commands.ts'
import { predecessorOf, type PairingState } from './succession.ts'

/** Who brought the text by which pairings come up, and when. */
type Occasion = { actor: string; at: Date }

/**
 * Called in the transaction that brings, corrects or takes away the provisions of a revision: proposes what each revision of
 * the instrument has of the one before it. What people decided stays, but for what was touched: that is opened again.
 */
export async function proposeSuccession(tx: Tx, instrument: string, occasion: Occasion): Promise<void> {
  const revisions = await heldRevisions(tx, instrument)
  await dropPairingsWithoutText(
    tx,
    instrument,
    revisions.map(({ id }) => id),
    occasion,
  )
  let isChanged = false
  for (const { id } of revisions) {
    const own = revisions.find((one) => one.id === id)
    const held = await pairingFor(tx, id)
    const predecessor = (own && predecessorOf(own, revisions)) ?? held?.predecessor ?? null
    if (predecessor !== null)
      isChanged = (await proposePairing(tx, { id, predecessor, held, ...occasion })) || isChanged
  }
  if (isChanged) await storeAncestors(tx, instrument)
}

/** After a new edition of the register: every instrument of which several revisions are here, or were paired. */
export async function proposeSuccessions(tx: Tx, occasion: Occasion): Promise<void> {
  const found = await sql<{ instrument: string }>`
    select r.instrument from revisions r where exists (select 1 from provisions p where p.revision = r.id)
    group by r.instrument having count(*) > 1
    union
    select r.instrument from pairings p join revisions r on r.id = p.revision order by 1`.execute(tx)
  for (const { instrument } of found.rows) await proposeSuccession(tx, instrument, occasion)
}

/**
 * Locks the pairings of a revision's instrument. Whoever brings a text does so before they touch its duties or write a line
 * of history: whoever confirms a pairing locks it first, then the duties, and then writes theirs.
 */
export const lockPairings = (tx: Tx, revision: string): Promise<unknown> =>
  sql`
    select from pairings p where p.revision in (
      select r.id from revisions r join revisions own on own.instrument = r.instrument where own.id = ${revision})
    order by p.revision for update`.execute(tx)

type HeldPairing = { predecessor: string; state: PairingState; version: number }

const pairingFor = (tx: Tx, id: string): Promise<HeldPairing | undefined> =>
  tx
    .selectFrom('pairings')
    .select(['predecessor', 'state', 'version'])
    .where('revision', '=', id)
    .forUpdate()
    .executeTakeFirst()

type Proposal = Occasion & { id: string; predecessor: string; held: HeldPairing | undefined }

/** Proposes a pairing, or brings one up to date; resolves to whether anything changed. */
export async function proposePairing(
  tx: Tx,
  { id, predecessor, held, actor, at }: Proposal,
): Promise<boolean> {
  const grounds = await groundsOf(tx, predecessor, id)
  const isOther = held !== undefined && held.predecessor !== predecessor
  const kept = isOther ? [] : await heldPairs(tx, id)
  const links = await heldLinks(tx, id)
  const pairs = pairsAfterCorrection(grounds, kept)
  const next = linksAfter(grounds, pairs, links)
  const stays = (await linksFromElsewhere(tx, links, predecessor)).map(reopened)
  if (held && !isOther && samePairs(kept, pairs) && sameLinks(links, next)) return false

  const state = stateAfter(held, pairs, isOther)
  await storePairing(tx, { id, predecessor, state, held, grounds, at })
  await storeProposals(tx, id, grounds)
  await storePairs(tx, id, state === 'reopened' && isOther ? pairs.map(reopened) : pairs)
  await storeLinks(tx, id, stays.length > 0 ? stays : next)
  const states = { from: held?.state ?? null, to: state }
  const facts = { predecessor, ...countsOf(pairs) }
  const act = held === undefined ? 'mandates.propose-pairing' : 'mandates.update-pairing'
  await record(tx, { act, subject: { kind: 'pairing', id }, actor, states, facts }, at)
  return true
}

/** Another revision has come between: what was decided about the one before it stands until somebody decides anew. */
async function linksFromElsewhere(tx: Tx, links: KeptLink[], predecessor: string): Promise<KeptLink[]> {
  const decided = links.filter(({ state, before }) => state !== 'proposed' && before !== null)
  if (decided.length === 0) return []
  const ids = decided.flatMap(({ before }) => before ?? [])
  const found = await tx
    .selectFrom('duties')
    .select('id')
    .where('id', 'in', ids)
    .where('revision', '<>', predecessor)
    .execute()
  return decided.filter(({ before }) => found.some(({ id }) => id === before))
}

const reopened = <Kept extends KeptPair | KeptLink>(one: Kept): Kept => ({ ...one, state: 'reopened' })

function stateAfter(held: HeldPairing | undefined, pairs: KeptPair[], isOther: boolean): PairingState {
  if (held === undefined || held.state === 'proposed') return 'proposed'
  return !isOther && pairs.every(({ state }) => state === 'confirmed') ? held.state : 'reopened'
}

const samePairs = (a: KeptPair[], b: KeptPair[]) => shapeOf(a) === shapeOf(b)
const shapeOf = (pairs: KeptPair[]) =>
  JSON.stringify(pairs.map((pair) => [nameOf(pair), pair.kind, pair.state]))

const sameLinks = (a: KeptLink[], b: KeptLink[]) => linkShape(a) === linkShape(b)
const linkShape = (links: KeptLink[]) =>
  JSON.stringify(
    links.map(({ kind, state, changes, ...link }) => [
      nameOf(link),
      kind,
      state,
      changes.map(({ field }) => field),
    ]),
  )

type StoredPairing = {
  id: string
  predecessor: string
  state: PairingState
  held: HeldPairing | undefined
  grounds: Grounds
  at: Date
}

async function storePairing(tx: Tx, { id, predecessor, state, held, grounds, at }: StoredPairing) {
  const { kind: basis, language } = grounds.basis
  if (held === undefined) {
    const confirmation = { confirmed_at: null, confirmed_by: null }
    const row = { revision: id, predecessor, state, version: 1, basis, language, proposed_at: at }
    await tx
      .insertInto('pairings')
      .values({ ...row, ...confirmation })
      .execute()
    return
  }
  await tx
    .updateTable('pairings')
    .set({ predecessor, state, version: held.version + 1, basis, language })
    .where('revision', '=', id)
    .execute()
}

function countsOf(pairs: KeptPair[]): Record<KeptPair['kind'], number> {
  const counts = { kept: 0, renumbered: 0, changed: 0, new: 0, dropped: 0 }
  for (const { kind } of pairs) counts[kind] += 1
  return counts
}

/** A pairing of which one side has no provisions any more. */
async function dropPairingsWithoutText(
  tx: Tx,
  instrument: string,
  held: string[],
  { actor, at }: Occasion,
): Promise<void> {
  const found = await sql<{ id: string; state: PairingState }>`
    select p.revision as id, p.state from pairings p join revisions r on r.id = p.revision
    where r.instrument = ${instrument} and not (p.revision = any(${held}::text[]) and p.predecessor = any(${held}::text[]))
    for update of p`.execute(tx)
  await withdraw(tx, found.rows, { actor, at })
  if (found.rows.length > 0) await storeAncestors(tx, instrument)
}

/** Takes away the pairings of revisions that are about to go. */
export async function withdrawPairings(tx: Tx, revisions: string[], occasion: Occasion): Promise<void> {
  if (revisions.length === 0) return
  const found = await tx
    .selectFrom('pairings')
    .select(['revision as id', 'state'])
    .where((is) => is.or([is('revision', 'in', revisions), is('predecessor', 'in', revisions)]))
    .forUpdate()
    .execute()
  await withdraw(tx, found, occasion)
  const duties = tx.selectFrom('duties').select('id').where('revision', 'in', revisions)
  await tx
    .deleteFrom('duty_ancestors')
    .where((is) => is.or([is('duty', 'in', duties), is('ancestor', 'in', duties)]))
    .execute()
}

async function withdraw(tx: Tx, pairings: { id: string; state: PairingState }[], { actor, at }: Occasion) {
  for (const { id, state } of pairings) {
    await tx.deleteFrom('pairings').where('revision', '=', id).execute()
    const subject = { kind: 'pairing', id }
    const states = { from: state, to: null }
    await record(tx, { act: 'mandates.withdraw-pairing', subject, actor, states }, at)
  }
}
