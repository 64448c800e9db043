import { randomUUID } from 'node:crypto'
import type { Scope } from '#platform/access/actor.ts'
import type { Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { storeCorrection, storeResolution, type ImportOutcome } from '../importing/store-commands.ts'
import { asResolution, inOrder } from './as-resolution.ts'
import type { Import, ImportKind } from './import.ts'
import type { ReadFile } from './read-file.ts'
import { asReviewed, type ReviewedText, type SourceBlock } from './reviewed-text.ts'
import { outcomesOf } from './suggestion-outcomes.ts'
import { addressesOf } from './unit-addresses.ts'

type NewDraft = {
  kind: ImportKind
  checksum: string
  fileName: string
  suggestions: ReviewedText
  blocks: readonly SourceBlock[]
  origin: Import['origin']
  within: Scope[]
  actor: string
  at: Date
  /** Of what is corrected. */
  corrects?: Pick<Import, 'revision' | 'version' | 'describes' | 'lastDecision'> & {
    dutyIds: Record<string, string>
  }
}

/** Puts a draft into the database, with what the parser suggests. History is the caller's. */
export async function addDraft(tx: Tx, draft: NewDraft): Promise<Import> {
  const { kind, checksum, fileName, suggestions, origin, within, actor, at, corrects } = draft
  const { language, title } = suggestions.head
  const id = randomUUID()
  const {
    revision = null,
    version = null,
    describes = false,
    dutyIds = {},
    lastDecision = 0,
  } = corrects ?? {}
  await tx
    .insertInto('imports')
    .values({
      id,
      kind,
      state: 'draft',
      source: checksum,
      file_name: fileName,
      language,
      title,
      revision,
      version,
      describes,
      duty_ids: JSON.stringify(dutyIds),
      origin,
      within_scopes: within,
      opened_by: actor,
      opened_at: at,
      last_decision: lastDecision,
      changed_at: at,
      ended_by: null,
      ended_at: null,
    })
    .execute()
  await tx
    .insertInto('import_suggestions')
    .values({ import: id, text: JSON.stringify(suggestions) })
    .execute()
  await addBlocks(tx, id, draft.blocks)
  const place = { source: checksum, fileName, language, title, revision, version, describes }
  const times = { openedBy: actor, openedAt: at, changedAt: at, endedAt: null, lastDecision }
  return { id, kind, state: 'draft', origin, within, ...place, ...times }
}

const rowsAtOnce = 1000

async function addBlocks(tx: Tx, id: string, blocks: readonly SourceBlock[]) {
  for (let from = 0; from < blocks.length; from += rowsAtOnce) {
    const rows = blocks
      .slice(from, from + rowsAtOnce)
      .map(({ at, text }, index) => ({ import: id, place: from + index, at, text }))
    await tx.insertInto('import_blocks').values(rows).execute()
  }
}

type Stored = {
  suggestions: ReviewedText
  reviewed: ReviewedText
  dutyIds: Record<string, string>
  bytes: Uint8Array
  actor: string
  at: Date
}

/** Stores the reviewed text of a draft with its revision and ends the draft: the one way into the register. */
export async function storeDraft(tx: Tx, draft: Import, stored: Stored): Promise<ImportOutcome> {
  const { suggestions, reviewed, actor, at } = stored
  const { origin } = draft
  const addresses = addressesOf(reviewed)
  const checked = new Set(
    reviewed.units.filter((unit) => unit.checked).map(({ id }) => addresses.get(id) ?? id),
  )
  const text = asResolution(reviewed)
  const given = { text, checksum: draft.source, fileName: draft.fileName, actor, at, origin, checked }
  const { outcome, dutyIds } =
    draft.kind === 'correction' && draft.revision !== null
      ? await correct(tx, { ...draft, revision: draft.revision }, stored, given)
      : await storeNew(tx, stored, given)
  await addOutcomes(tx, draft, suggestions, reviewed)
  const describes = draft.describes || outcome.kind === 'new'
  await tx
    .updateTable('imports')
    .set({
      state: 'confirmed',
      revision: outcome.revision,
      version: outcome.version,
      describes,
      duty_ids: JSON.stringify(dutyIds),
      title: text.title,
      ended_by: actor,
      ended_at: at,
      changed_at: at,
    })
    .where('id', '=', draft.id)
    .execute()
  const facts = {
    file: draft.fileName,
    revision: outcome.revision,
    units: reviewed.units.length,
    checked: checked.size,
  }
  const states = { from: 'draft', to: 'confirmed' }
  await record(
    tx,
    { act: 'mandates.confirm-import', subject: { kind: 'import', id: draft.id }, actor, states, facts },
    at,
  )
  return outcome
}

type Given = Parameters<typeof storeCorrection>[1]

async function storeNew(
  tx: Tx,
  { reviewed, bytes }: Stored,
  given: Omit<Given, 'revision' | 'describes' | 'dutyIds'>,
) {
  const outcome = await storeResolution(tx, { ...given, bytes })
  const ids = await storedIds(tx, outcome.revision)
  const isDescribed = outcome.kind === 'new'
  return { outcome, dutyIds: isDescribed ? paired(inOrder(reviewed), ids, addressesOf(reviewed)) : {} }
}

async function correct(
  tx: Tx,
  draft: Import & { revision: string },
  { reviewed, dutyIds: known }: Stored,
  given: Omit<Given, 'revision' | 'describes' | 'dutyIds'>,
) {
  const dutyIds = idsFor(draft.revision, reviewed, known)
  const ordered = inOrder(reviewed).map(({ id }) => dutyIds[id] ?? '')
  const { revision, describes } = draft
  const outcome = await storeCorrection(tx, { ...given, revision, describes, dutyIds: ordered })
  return { outcome, dutyIds }
}

/** A duty keeps its id for ever; a new one gets the next number of its provision that was never given. */
function idsFor(
  revision: string,
  reviewed: ReviewedText,
  known: Record<string, string>,
): Record<string, string> {
  const addresses = addressesOf(reviewed)
  const given = new Set(Object.values(known))
  const ids = { ...known }
  for (const { id, unit } of inOrder(reviewed)) {
    if (ids[id] !== undefined) continue
    let number = 1
    const named = () => `${revision}/${addresses.get(unit) ?? unit}#${number}`
    while (given.has(named())) number += 1
    ids[id] = named()
    given.add(named())
  }
  return ids
}

async function storedIds(tx: Tx, revision: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('duties')
    .select(['id', 'address', 'sort'])
    .where('revision', '=', revision)
    .execute()
  return new Map(rows.map(({ id, address, sort }) => [`${address} ${sort}`, id]))
}

function paired(
  duties: { id: string; unit: string }[],
  ids: Map<string, string>,
  addresses: Map<string, string>,
): Record<string, string> {
  const counts = new Map<string, number>()
  const pairs = duties.flatMap(({ id, unit }) => {
    const address = addresses.get(unit) ?? unit
    const sort = counts.get(address) ?? 0
    counts.set(address, sort + 1)
    const stored = ids.get(`${address} ${sort}`)
    return stored === undefined ? [] : [[id, stored] as const]
  })
  return Object.fromEntries(pairs)
}

async function addOutcomes(
  tx: Tx,
  { id, language, kind, origin }: Import,
  suggestions: ReviewedText,
  reviewed: ReviewedText,
) {
  // What the example world says of the parser is invented, and a correction begins with what people had said.
  if (kind === 'correction' || origin === 'demo') return
  const rows = outcomesOf(suggestions, reviewed).map((one, place) => ({
    import: id,
    place,
    language,
    ...one,
  }))
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insertInto('suggestion_outcomes')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
}

/** Takes a file as the parser reads it, without a person: for the command line and the example world. */
export async function storeUnreviewed(
  tx: Tx,
  request: {
    file: ReadFile
    checksum: string
    name: string
    bytes: Uint8Array
    actor: string
    at: Date
    origin?: Import['origin']
  },
): Promise<ImportOutcome> {
  const { file, checksum, name, bytes, actor, at, origin = 'parser' } = request
  const suggestions = asReviewed(file.resolution, file.blocks)
  const own = { kind: 'file' as const, checksum, fileName: name, origin, within: [], actor, at }
  const draft = await addDraft(tx, { ...own, suggestions, blocks: file.blocks })
  return storeDraft(tx, draft, { suggestions, reviewed: suggestions, dutyIds: {}, bytes, actor, at })
}
