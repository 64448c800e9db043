import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { actorOf, grantRole, insertDemoPerson } from '#modules/accounts/index.ts'
import { makeToken } from '#modules/accounts/tokens/token-commands.ts'
import { forgetRows, putDown } from '#modules/activities/exchange/dry-run-commands.ts'
import { enterRows } from '#modules/activities/exchange/entering-commands.ts'
import { asImport } from '#modules/activities/exchange/import-queries.ts'
import type { ImportRow } from '#modules/activities/exchange/import.ts'
import { makeDownloads } from '#modules/activities/open-data/download-commands.ts'
import { offerTexts } from '#modules/activities/text-commands.ts'
import { loadRegister } from '#modules/mandates/index.ts'
import { operator, type Actor } from '#platform/access/actor.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import type { Db } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { readSettings } from '#platform/settings.ts'
import { sha256OfBytes } from '#platform/sha256.ts'
import { dayOf } from '#platform/ui/format.ts'
import { keeping } from '../../src/modules.ts'
import { searchOver, words } from '../../src/site.ts'
import { organizationId, type InventedEntry, type Inventor } from './invented-entries.ts'

export type Filled = {
  token: string
  /** Rows a second that entering alone took, without the look at the file before. */
  enteredPerSecond: number
  /** Seconds that it took to make the index of all of them, and to keep it. */
  indexSeconds: number
  /** Entries whose texts translators have been offered already; the job would go on with the others for long. */
  offered: number
}

/** Of how many entries the texts for translators are made, unless there are few; all others are marked as if they had been. */
const mostOffered = 1000
const shareOffered = 0.1
const importsEach = 20
const days = 300

/**
 * Fills an empty database: what `serve` loads at its start, organizations, somebody of the secretariat with a token, and entries by the way that an
 * import of the secretariat takes, with history and versions of rows; last the index of the search is kept.
 */
export async function fillRegister(
  db: Db,
  { size, organizations, invent }: { size: number; organizations: number; invent: Inventor },
): Promise<Filled> {
  const now = new Date()
  await migrate(db, readMigrations(), () => {}, keeping())
  await loadRegister(db, { actor: 'start', at: daysBefore(now, days + 2) })
  await addOrganizations(db, organizations, daysBefore(now, days + 1))
  const { actor, token } = await addOfficer(db, now)
  const began = performance.now()
  const each = Math.ceil(size / importsEach)
  for (let from = 0; from < size; from += each) {
    const at = daysBefore(now, Math.round(days * (1 - from / size)))
    const entries = Array.from({ length: Math.min(each, size - from) }, (_, place) => invent(from + place))
    await enterAll(db, actor, at, entries)
  }
  const enteredPerSecond = size / secondsSince(began)
  const offered = await offerSome(db, Math.min(mostOffered, size * shareOffered), now)
  await sql`analyze`.execute(db)
  const indexing = performance.now()
  const search = searchOver(db, readSettings({}, '.').searchThreads)
  await search.keep(now)
  await search.end()
  const indexSeconds = secondsSince(indexing)
  await makeFilesOfTheDay(db)
  return { token, enteredPerSecond, indexSeconds, offered }
}

/** As they are there on most hours of a day; else the job that makes them would be measured with the rest. */
async function makeFilesOfTheDay(db: Db): Promise<void> {
  const settings = readSettings({}, '.')
  await makeDownloads({ db, settings, translate: words(), now: () => new Date(), isStopping: () => false })
}

const secondsSince = (began: number): number => (performance.now() - began) / 1000

const daysBefore = (at: Date, count: number): Date => new Date(at.getTime() - count * 86_400_000)

const kinds = ['government', 'private-sector', 'civil-society', 'international-organization', 'academia']

async function addOrganizations(db: Db, count: number, at: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`
      insert into organizations (id, name, stakeholder_type, country, region, membership, visibility, state, sort_name, words,
        proposed_by, revision, created_at, updated_at)
      select ${organizationId(0).slice(0, -1)} || n, jsonb_build_object('en', 'Organization ' || n, 'fr', 'Organisation ' || n),
        (${kinds}::text[])[1 + n % ${kinds.length}], null, null, 'none', 'public', 'approved', 'organization ' || lpad(n::text, 6, '0'),
        'organization ' || n, ${operator.id}, 1, ${at}::timestamptz, ${at}::timestamptz
      from generate_series(0, ${count - 1}::int) as n`.execute(tx)
    const subject = { kind: 'bench', id: 'organizations' }
    await record(tx, { act: 'bench.add-organizations', subject, actor: operator.id, facts: { count } }, at)
  })
}

/** Somebody who may import what is public at once, and a token for the requests that write. */
async function addOfficer(db: Db, at: Date): Promise<{ actor: Actor; token: string }> {
  const id = 'bench-officer'
  await insertDemoPerson(db, { id, name: 'Officer', language: 'en', email: 'officer@bench.example' }, at)
  const role = { person: id, role: 'secretariat', scope: null } as const
  const granted = await grantRole(db, { actor: operator, at, ...role })
  if ('issues' in granted) throw new Error(JSON.stringify(granted.issues))
  const actor = await actorOf(db, id, at)
  const endsOn = dayOf(daysBefore(at, -30))
  const made = await makeToken(db, { actor, at, name: 'bench', endsOn, may: 'write' })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  return { actor, token: made.token }
}

/** What a dry run would have put down, entered by the code that enters a file. */
async function enterAll(db: Db, actor: Actor, at: Date, entries: readonly InventedEntry[]): Promise<void> {
  const run = await db
    .insertInto('activity_imports')
    .values({
      id: randomUUID(),
      person: actor.id,
      state: 'entering',
      file_name: 'bench.csv',
      checksum: await fileOf(db, at),
      mode: 'published',
      language: 'en',
      organization: null,
      licence: 'CC-BY-4.0',
      columns: '{}',
      rows_seen: 0,
      rows_done: 0,
      is_stopping: false,
      problem: null,
      created_at: at,
      changed_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  for (let from = 0; from < entries.length; from += 500)
    await putDown(
      db,
      run.id,
      entries.slice(from, from + 500).map((entry, place) => asRow(entry, from + place + 1)),
    )
  await enterRows({ db, actor, at, translate: words(), isStopping: () => false }, asImport(run))
  await forgetRows(db, run.id)
}

/** What the rows would have stood in. */
async function fileOf(db: Db, at: Date): Promise<string> {
  const bytes = Buffer.from('title\n')
  const checksum = sha256OfBytes(bytes)
  const file = { checksum, name: 'bench.csv', type: 'text/csv', size: bytes.length, bytes, stored_at: at }
  await db.transaction().execute(async (tx) => {
    const put = await tx
      .insertInto('stored_files')
      .values(file)
      .onConflict((on) => on.column('checksum').doNothing())
      .executeTakeFirst()
    if (!put.numInsertedOrUpdatedRows) return
    const subject = { kind: 'bench', id: 'file' }
    await record(tx, { act: 'bench.keep-file', subject, actor: operator.id }, at)
  })
  return checksum
}

const asRow = (entry: InventedEntry, place: number): ImportRow => ({
  ...{
    number: place + 1,
    place,
    outcome: 'new',
    activity: entry.id,
    revision: null,
    call: null,
    issues: null,
  },
  ...{ organization: entry.organization, language: entry.language, externalKey: entry.externalKey },
  ...{ licence: 'CC-BY-4.0', content: entry.content, title: entry.content.title },
})

async function offerSome(db: Db, most: number, at: Date): Promise<number> {
  let offered = 0
  for (let some = 1; some > 0 && offered < most; offered += some) some = await offerTexts(db, at)
  await db.transaction().execute(async (tx) => {
    // Of a million entries this takes longer than a page may.
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`
      insert into activity_texts (activity, number)
      select id, published_revision from activities where published is not null
      on conflict do nothing`.execute(tx)
  })
  return offered
}
