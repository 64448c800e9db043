import { sql, type Insertable } from 'kysely'
import type { Body } from '#modules/accounts/index.ts'
import type { Resolution } from '#parser/resolution.ts'
import type { Tables, Tx } from '#platform/database/tables.ts'
import { sha256 } from '#platform/sha256.ts'
import type { Origin } from '../instruments/instrument.ts'
import { describedBy } from './known-queries.ts'
import * as rows from './parsed-rows.ts'
import { isDecision, plainNumber, type Recognized } from './recognition.ts'
import { projectFolder, readConferences } from '../register/register-files.ts'
import { placeOfId, revisionName } from '../instruments/revision-names.ts'

type ParsedOrigin = Exclude<Origin, 'register'>

/** Creates a revision that nobody knew, and its instrument when that is new too; returns the revision's id. */
export async function makeRevision(
  tx: Tx,
  text: Resolution,
  adopter: string | null,
  found: Exclude<Recognized, { kind: 'revision' }>,
  origin: ParsedOrigin,
): Promise<string> {
  const instrument =
    found.kind === 'new-revision' ? found.instrument : await makeInstrument(tx, text, adopter, origin)
  const forms = readConferences(projectFolder)
  const isUnitedNations = adopter === 'unga' || adopter === 'ecosoc'
  const place = isUnitedNations || adopter === 'itu-council' ? null : placeOfId(forms, text.place)
  const year = isUnitedNations ? null : text.year
  const id = await freeId(
    tx,
    'revisions',
    [instrument, place, year].filter((part) => part !== null).join('-'),
  )
  const mark = text.revision === null ? null : 'Rev.'
  const number = text.number ?? ''
  const named = { body: adopter, number, place: text.place, year: text.year, mark }
  await tx
    .insertInto('revisions')
    .values({
      id,
      instrument,
      mark,
      place: text.place,
      year: text.year,
      adopted_on: await adoptedOn(tx, adopter, text.year),
      standing: 'unknown',
      verified: false,
      name: JSON.stringify(
        number === '' ? { [text.language]: text.title ?? id } : revisionName(forms, named),
      ),
      title: '{}',
      citation_forms: [],
      note: null,
      origin,
    })
    .execute()
  return id
}

const shortBodies: Record<string, string> = { 'itu-pp': 'pp', 'itu-council': 'council' }

/** 'pp-230', 'unga-70-125', 'pp-decision-5'; a text without a number is named by its content. */
async function makeInstrument(
  tx: Tx,
  text: Resolution,
  adopter: string | null,
  origin: ParsedOrigin,
): Promise<string> {
  const kind = isDecision(text) ? 'decision' : 'resolution'
  const number =
    slug(plainNumber(text.number) ?? '') || sha256([text.title, text.body, text.year]).slice(0, 12)
  const organ = adopter === null ? slug(text.body ?? '') || 'text' : (shortBodies[adopter] ?? adopter)
  const parts = [organ, ...(kind === 'decision' ? [kind] : []), number]
  const id = await freeId(tx, 'instruments', parts.join('-'))
  await tx
    .insertInto('instruments')
    .values({
      id,
      kind,
      body: adopter,
      body_printed: JSON.stringify(
        adopter === null && text.body !== null ? { [text.language]: text.body } : {},
      ),
      number: text.number,
      confidence: 'medium',
      note: null,
      origin,
    })
    .execute()
  return id
}

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:the|la|le|les|el|los) |^l['’]/, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)

/** Ids are permanent addresses: one that is taken is never used for something else. */
async function freeId(tx: Tx, table: 'instruments' | 'revisions', wanted: string): Promise<string> {
  const taken = await tx.selectFrom(table).select('id').where('id', 'like', `${wanted}%`).execute()
  const ids = new Set(taken.map(({ id }) => id))
  if (!ids.has(wanted)) return wanted
  for (let count = 2; ; count += 1) if (!ids.has(`${wanted}-${count}`)) return `${wanted}-${count}`
}

async function adoptedOn(tx: Tx, adopter: string | null, year: number | null): Promise<string | null> {
  if (adopter === null || year === null) return null
  const found = await tx
    .selectFrom('occasions')
    .select('ends')
    .where('body', '=', adopter)
    .where(sql<boolean>`extract(year from ends) = ${year}`)
    .executeTakeFirst()
  return found?.ends ?? null
}

/** What is said of a revision whose text it is: its structure and duties, with what people confirmed and what is doubtful. */
export type Description = {
  revision: string
  text: Resolution
  adopter: string | null
  bodies: Body[]
  origin: ParsedOrigin
  checked?: ReadonlySet<string>
  dutyIds?: readonly string[]
}

/**
 * Describes a revision by its text. Resolves to false when somebody has described it before; then a text in another language
 * only adds the words of that language.
 */
export async function describeRevision(tx: Tx, description: Description): Promise<boolean> {
  const { revision, text } = description
  const described = await describedBy(tx, revision)
  if (described === null) {
    await addStructure(tx, description)
    return true
  }
  if (described !== 'register') await addWords(tx, revision, text, 'held')
  return false
}

/** Puts a corrected description in the place of the one before. Duties keep their ids, so that what hangs on them stays. */
export async function describeAgain(tx: Tx, description: Description): Promise<void> {
  const { revision } = description
  for (const table of tablesOfStructure)
    await tx.deleteFrom(table).where('revision', '=', revision).where('origin', '<>', 'register').execute()
  await addStructure(tx, description)
}

const tablesOfStructure = [
  'citations',
  'provision_references',
  'footnote_marks',
  'duties',
  'provisions',
  'sections',
] as const

async function addStructure(tx: Tx, { revision, ...description }: Description): Promise<void> {
  const occasions = await tx.selectFrom('occasions').select(['id', 'body', 'starts', 'ends']).execute()
  const dated = await tx
    .selectFrom('revisions')
    .select('adopted_on')
    .where('id', '=', revision)
    .executeTakeFirstOrThrow()
  const parsed: rows.Parsed = { ...description, revision, occasions, adoptedOn: dated.adopted_on }
  await add(tx, 'sections', rows.parsedSections(parsed))
  await add(tx, 'provisions', rows.parsedProvisions(parsed))
  await add(tx, 'duties', rows.parsedDuties(parsed))
  await add(tx, 'duty_parties', rows.parsedParties(parsed))
  await add(tx, 'occurrences', rows.parsedOccurrences(parsed))
  await add(tx, 'citations', rows.parsedCitations(parsed))
  await add(tx, 'provision_references', rows.parsedReferences(parsed))
  await add(tx, 'footnote_marks', rows.parsedFootnotes(parsed))
}

const rowsAtOnce = 500

async function add<Name extends keyof Tables>(tx: Tx, table: Name, values: Insertable<Tables[Name]>[]) {
  for (let from = 0; from < values.length; from += rowsAtOnce) {
    await tx
      .insertInto(table)
      .values(values.slice(from, from + rowsAtOnce))
      .execute()
  }
}

type Words = Pick<Resolution, 'language' | 'number' | 'place' | 'year' | 'body' | 'duties'>

/**
 * The revision's and the organ's name, and verbs, deliverables, deadlines and printed names of the same duties, in a further
 * language. `wins`: which words stay where the language has some already, those that are held or those that are given.
 */
export async function addWords(tx: Tx, revision: string, text: Words, wins: 'held' | 'given') {
  const joined = (column: string, words: string) =>
    wins === 'held' ? sql`${words}::jsonb || ${sql.ref(column)}` : sql`${sql.ref(column)} || ${words}::jsonb`
  const word = (words: string | null) => JSON.stringify(words === null ? {} : { [text.language]: words })
  await nameAgain(tx, revision, text)
  await sql`
    update instruments set body_printed = ${word(text.body)}::jsonb || body_printed
    where id = (select instrument from revisions where id = ${revision}) and body is null`.execute(tx)
  const stored = await tx
    .selectFrom('duties')
    .select(['id', 'address', 'sort'])
    .where('revision', '=', revision)
    .where('origin', '<>', 'register')
    .execute()
  const ids = new Map(stored.map(({ id, address, sort }) => [`${address} ${sort}`, id]))
  for (const { sort, duty } of rows.numberedDuties(revision, text.duties)) {
    const id = ids.get(`${duty.path} ${sort}`)
    if (id === undefined) continue
    await sql`
      update duties set verb = ${joined('verb', word(duty.verb))}, deliverable = ${joined('deliverable', word(duty.deliverable))},
        deadline = ${joined('deadline', word(duty.deadline))}
      where id = ${id}`.execute(tx)
    const printed = { addressee: duty.addressees, recipient: duty.recipients, via: duty.via }
    for (const [role, names] of Object.entries(printed)) {
      for (const [place, name] of names.entries()) {
        await sql`
          update duty_parties set printed = ${joined('printed', word(name))}
          where duty = ${id} and role = ${role} and place = ${place} and body is null`.execute(tx)
      }
    }
  }
}

/** The place as this language prints it, in the name of the revision. */
async function nameAgain(tx: Tx, revision: string, text: Words) {
  if (text.number === null) return
  const known = await tx
    .selectFrom('revisions as r')
    .innerJoin('instruments as i', 'i.id', 'r.instrument')
    .select(['i.body', 'r.mark', 'r.name'])
    .where('r.id', '=', revision)
    .where('r.origin', '<>', 'register')
    .executeTakeFirst()
  if (!known) return
  const { number, place, year, language } = text
  const names = revisionName(readConferences(projectFolder), {
    body: known.body,
    number,
    place,
    year,
    mark: known.mark,
  })
  const name = { ...known.name, [language]: names[language] }
  await tx
    .updateTable('revisions')
    .set({ name: JSON.stringify(name) })
    .where('id', '=', revision)
    .execute()
}
