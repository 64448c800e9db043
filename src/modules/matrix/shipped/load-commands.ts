import type { Insertable } from 'kysely'
import type { Db, Tables, Tx } from '#platform/database/tables.ts'
import { takeTurn } from '#platform/database/turns.ts'
import { latestFacts, record } from '#platform/history.ts'
import { sha256OfBytes } from '#platform/sha256.ts'
import { holdBundle, removeTexts, writeSources } from '#platform/texts/texts.ts'
import { loadingSubject as subject, textKind, type LinkSource } from '../links/link.ts'
import { rationaleText } from '../links/rationale-commands.ts'
import { noteText } from '../versions/note-text.ts'
import { putShippedVersion } from '../versions/shipped-version-commands.ts'
import {
  matrixBytes,
  readMatrix,
  referenceFolder,
  type ShippedLink,
  type ShippedMatrix,
} from './matrix-file.ts'
import '../tables.ts'

const act = 'matrix.load'

type Loading = { actor: string; at: Date }

/** What the history calls the words that were shipped. */
const bundleOf = (source: LinkSource): string => `matrix/${source}`

/** Loads the links that are shipped with the platform, when their files have changed. What people have worked on stays theirs. */
export async function loadMatrix(
  db: Db,
  { folder = referenceFolder, actor, at }: Loading & { folder?: string },
): Promise<{ changed: boolean }> {
  const bytes = matrixBytes(folder)
  const checksum = sha256OfBytes(Buffer.concat(Object.values(bytes)))
  if (await isLoaded(db, checksum)) return { changed: false }
  const matrix = readMatrix(bytes)
  return db.transaction().execute(async (tx) => {
    await takeTurn(tx, act)
    if (await isLoaded(tx, checksum)) return { changed: false }
    const { put, gone } = await putLinks(tx, matrix.links, at)
    for (const source of ['2017', 'own-analysis'] as const) await holdBundle(tx, bundleOf(source))
    await putShippedVersion(tx, matrix, at)
    const facts = { checksum, links: matrix.links.length }
    await record(tx, { act, subject, actor, facts }, at)
    await putWords(tx, matrix, put, { actor, at })
    if (gone.length > 0) await removeTexts(tx, gone, actor, at)
    return { changed: true }
  })
}

const isLoaded = async (db: Db, checksum: string): Promise<boolean> =>
  (await latestFacts(db, act, subject))?.checksum === checksum

/** Resolves to the ids of the links whose words are those of the file, and to the links that are gone. */
async function putLinks(tx: Tx, links: readonly ShippedLink[], at: Date) {
  const present = await tx
    .selectFrom('matrix_links')
    .select(['id', 'revision', 'shipped_revision'])
    .where('source', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  const untouched = new Map(
    present.filter((one) => one.revision === one.shipped_revision).map(({ id, revision }) => [id, revision]),
  )
  const isPresent = new Set(present.map(({ id }) => id))
  const put = links.filter(({ id }) => !isPresent.has(id) || untouched.has(id))
  const gone = [...untouched.keys()].filter((id) => links.every((one) => one.id !== id))
  const anew = [...put.map(({ id }) => id), ...gone]
  if (anew.length > 0) await tx.deleteFrom('matrix_links').where('id', 'in', anew).execute()
  if (put.length > 0)
    await tx
      .insertInto('matrix_links')
      .values(put.map((link) => rowOf(link, (untouched.get(link.id) ?? 0) + 1, at)))
      .execute()
  return { put: new Set(put.map(({ id }) => id)), gone: gone.map((id) => ({ kind: textKind, id })) }
}

/** The 2017 state was agreed by its facilitators; what this platform has found itself waits for the secretariat. */
const rowOf = (link: ShippedLink, revision: number, at: Date): Insertable<Tables['matrix_links']> => ({
  id: link.id,
  state: link.source === '2017' ? 'agreed' : 'proposed',
  action_line: link.line,
  sdg: link.sdg,
  target: link.target,
  objective: link.objective,
  agency: null,
  language: 'en',
  valid_from: link.validFrom,
  valid_until: null,
  source: link.source,
  basis: link.basis,
  by_line: link.byLine,
  by_goal: link.byGoal,
  doubt: link.doubt === null ? null : JSON.stringify(link.doubt),
  shipped_revision: revision,
  revision,
  created_at: at,
  updated_at: at,
  agreed_at: link.source === '2017' ? new Date(`${link.validFrom}T00:00:00Z`) : null,
  withdrawn_at: null,
})

async function putWords(
  tx: Tx,
  { links, note }: ShippedMatrix,
  put: ReadonlySet<string>,
  { actor, at }: Loading,
): Promise<void> {
  const rationales = (source: LinkSource) =>
    links
      .filter((link) => link.source === source && put.has(link.id))
      .map(({ id, rationale }) => rationaleText({ id, language: 'en' }, rationale))
  const ofState = [...rationales('2017'), noteText({ number: 1, language: 'en' }, note)]
  await writeSources(tx, { bundle: bundleOf('2017'), texts: ofState }, actor, at)
  const ofAnalysis = rationales('own-analysis')
  await writeSources(tx, { bundle: bundleOf('own-analysis'), texts: ofAnalysis }, actor, at)
}
