import type { Actor, Scope } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { carryOver, lockDuties } from './carry-commands.ts'
import { issuesOfChoices } from './choice-issues.ts'
import { groundsOf, heldRevisions, type Grounds } from './fact-queries.ts'
import { originsOf, pairsOf } from './pair-choices.ts'
import { freshPair, linksAfter, nameOf, type KeptLink, type KeptPair } from './pairing-plan.ts'
import { heldLinks, heldPairs } from './pairing-row-queries.ts'
import { pairingRights, pairingWorkflow } from './pairing-rights.ts'
import { storeAncestors, storeLinks, storePairs } from './pairing-store-commands.ts'
import { proposePairing } from './proposal-commands.ts'
import { predecessorOf, type Pair, type PairingState } from './succession.ts'

type Asked = { actor: Actor; at: Date; revision: string; version: number }

/** Where provisions come from that somebody looked at; the others stay as they are. */
export type Choices = { origins: Map<string, string[]>; isDivisionMeant: boolean }

/** Keeps what somebody chose, without confirming the pairing yet. */
export async function pairProvisions(db: Db, { actor, at, ...asked }: Asked & Choices): Promise<Issue[]> {
  return db.transaction().execute(async (tx) => {
    const held = await locked(tx, asked)
    permit(pairingRights, 'confirm', actor, held)
    const plan = await planOf(tx, held, asked)
    if ('issues' in plan) return plan.issues
    const pairs = plan.pairs.map((pair) =>
      keptAsDecided(plan, pair, asked.origins.has(pair.after ?? ''), { by: actor.id, at }),
    )
    const links = linksAfter(plan.grounds, pairs, await heldLinks(tx, held.id))
    await store(tx, held, { pairs, links, state: held.state })
    const facts = { decided: asked.origins.size }
    await record(
      tx,
      { act: 'mandates.pair-provisions', subject: subjectOf(held), actor: actor.id, facts },
      at,
    )
    await storeAncestors(tx, held.instrument)
    return []
  })
}

/** Confirms the whole pairing, with what was chosen last; then each duty continues, changes, ends or begins. */
export async function confirmPairing(db: Db, { actor, at, ...asked }: Asked & Choices): Promise<Issue[]> {
  return db.transaction().execute(async (tx) => {
    const held = await locked(tx, asked)
    const state = take(pairingWorkflow, pairingRights, 'confirm', actor, held)
    const plan = await planOf(tx, held, asked)
    if ('issues' in plan) return plan.issues
    const pairs = plan.pairs.map((pair) =>
      freshPair(plan.grounds, pair, { state: 'confirmed', by: actor.id, at }),
    )
    const stood = await heldLinks(tx, held.id)
    const links = linksAfter(plan.grounds, pairs, stood)
    await lockDuties(tx, links)
    await store(tx, held, { pairs, links, state, confirmed: { by: actor.id, at } })
    const states = { from: held.state, to: state }
    const facts = { predecessor: held.predecessor, ...countsOf(links) }
    const change = { act: 'mandates.confirm-pairing', actor: actor.id, states, facts }
    await record(tx, { ...change, subject: subjectOf(held) }, at)
    await storeAncestors(tx, held.instrument)
    await carryOver(tx, { links: newlyConfirmed(stood, links), actor: actor.id, at })
    return []
  })
}

/** Opens a confirmed pairing again. What was decided is followed until it is confirmed anew. */
export async function reopenPairing(
  db: Db,
  { actor, at, reason, ...asked }: Asked & { reason: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await locked(tx, asked)
    const state = take(pairingWorkflow, pairingRights, 'reopen', actor, held)
    const again = <Kept extends KeptPair | KeptLink>(one: Kept): Kept => ({ ...one, state })
    const pairs = (await heldPairs(tx, held.id)).map(again)
    const links = (await heldLinks(tx, held.id)).map(again)
    await store(tx, held, { pairs, links, state })
    const states = { from: held.state, to: state }
    const change = { act: 'mandates.reopen-pairing', actor: actor.id, states, reason }
    await record(tx, { ...change, subject: subjectOf(held) }, at)
  })
}

/** Says which revision another one replaced, where the years do not tell. */
export async function choosePredecessor(
  db: Db,
  { actor, at, revision, predecessor }: Omit<Asked, 'version'> & { predecessor: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const own = await tx
      .selectFrom('revisions as r')
      .innerJoin('instruments as i', 'i.id', 'r.instrument')
      .select(['r.instrument', 'i.body'])
      .where('r.id', '=', revision)
      .forUpdate('r')
      .executeTakeFirst()
    if (!own) throw notFound()
    permit(pairingRights, 'confirm', actor, { state: 'proposed', within: scopesOf(own.body) })
    const others = await heldRevisions(tx, own.instrument)
    const dated = others.find(({ id }) => id === revision)
    const isOpen = dated !== undefined && predecessorOf(dated, others) === null
    if (!isOpen || predecessor === revision || !others.some(({ id }) => id === predecessor)) throw notFound()
    const held = await tx
      .selectFrom('pairings')
      .select('revision')
      .where('revision', '=', revision)
      .executeTakeFirst()
    if (held) throw new Refusal(409, 'pairing.chosen-meanwhile')
    await proposePairing(tx, { id: revision, predecessor, held: undefined, actor: actor.id, at })
  })
}

type Held = {
  id: string
  predecessor: string
  instrument: string
  state: PairingState
  version: number
  within: Scope[]
}

async function locked(tx: Tx, { revision, version }: { revision: string; version: number }): Promise<Held> {
  const found = await tx
    .selectFrom('pairings as p')
    .innerJoin('revisions as r', 'r.id', 'p.revision')
    .innerJoin('instruments as i', 'i.id', 'r.instrument')
    .select(['p.revision as id', 'p.predecessor', 'p.state', 'p.version', 'r.instrument', 'i.body'])
    .where('p.revision', '=', revision)
    .forUpdate('p')
    .executeTakeFirst()
  if (!found) throw notFound()
  if (found.version !== version) throw new Stale()
  const { body, ...held } = found
  return { ...held, within: scopesOf(body) }
}

const subjectOf = ({ id }: Held) => ({ kind: 'pairing', id })

export const scopesOf = (body: string | null): Scope[] => (body === null ? [] : [`body:${body}`])

type Plan = {
  grounds: Grounds
  kept: KeptPair[]
  pairs: Pair[]
}

async function planOf(tx: Tx, held: Held, choices: Choices): Promise<Plan | { issues: Issue[] }> {
  const grounds = await groundsOf(tx, held.predecessor, held.id)
  const kept = await heldPairs(tx, held.id)
  const issues = issuesOfChoices(grounds.sides, choices, kept)
  if (issues.length > 0) return { issues }
  const origins = new Map([...originsOf(kept), ...choices.origins])
  return { grounds, kept, pairs: pairsOf(grounds.sides, origins) }
}

/** Rows that were on the form are decided; the others keep what is known of them. */
function keptAsDecided(
  { grounds, kept }: Plan,
  pair: Pair,
  isChosen: boolean,
  decision: { by: string; at: Date },
): KeptPair {
  const known = kept.find((one) => nameOf(one) === nameOf(pair))
  if (known && !isChosen) return known
  const state = known?.state === 'reopened' ? 'reopened' : 'proposed'
  return freshPair(grounds, pair, { state, ...(isChosen ? decision : {}) })
}

type Stored = {
  pairs: KeptPair[]
  links: KeptLink[]
  state: PairingState
  confirmed?: { by: string; at: Date }
}

async function store(tx: Tx, held: Held, { pairs, links, state, confirmed }: Stored): Promise<void> {
  await tx
    .updateTable('pairings')
    .set({
      state,
      version: held.version + 1,
      ...(confirmed ? { confirmed_at: confirmed.at, confirmed_by: confirmed.by } : {}),
    })
    .where('revision', '=', held.id)
    .execute()
  await storePairs(tx, held.id, pairs)
  await storeLinks(tx, held.id, links)
}

/** Links that were not confirmed before in the same way: only they move anything. */
function newlyConfirmed(stood: KeptLink[], links: KeptLink[]): KeptLink[] {
  const known = new Set(
    stood.filter(({ state }) => state !== 'proposed').map((link) => `${nameOf(link)} ${link.kind}`),
  )
  return links.filter((link) => !known.has(`${nameOf(link)} ${link.kind}`))
}

function countsOf(links: KeptLink[]) {
  const counts = { continues: 0, changes: 0, ends: 0, begins: 0 }
  for (const { kind } of links) counts[kind] += 1
  return counts
}
