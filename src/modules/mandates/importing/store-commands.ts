import { adopterNamed, allBodies, type Body } from '#modules/accounts/index.ts'
import type { Resolution } from '#parser/resolution.ts'
import { keptParts, partsAfter } from '#platform/content-digests.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { takeTurn } from '#platform/database/turns.ts'
import { record } from '#platform/history.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { holdBundle } from '#platform/texts/texts.ts'
import { importedParts } from '../register/content-queries.ts'
import { textDifferences } from './difference-queries.ts'
import type { Origin } from '../instruments/instrument.ts'
import { describedBy, knownRevisions } from './known-queries.ts'
import { addWords, describeAgain, describeRevision, makeRevision } from './parsed-commands.ts'
import { recognize, type Recognized } from './recognition.ts'
import { indexRevision } from '../searching/search-commands.ts'
import { lockPairings, proposeSuccession } from '../succession/proposal-commands.ts'
import { keepWording, wordingBundle } from '../wording/wording-commands.ts'
import { pairText, pairTextsAgain, storeSource, storeText } from './text-commands.ts'
import type { Difference } from './text.ts'

export type ImportOutcome = {
  /** unchanged: this very file is here; added: a text of a known revision; new: nobody had described the revision. */
  kind: 'unchanged' | 'added' | 'new'
  revision: string
  instrument: string
  language: LanguageCode
  version: number
  provisions: number
  duties: number
  /** Where the text and what is known of the revision do not agree. */
  differences: Difference[]
  warnings: { code: string; at: string }[]
}

/** A text as it is to be stored: what the parser read, or what people made of it. */
export type TextToStore = {
  text: Resolution
  checksum: string
  fileName: string
  actor: string
  at: Date
  origin: Exclude<Origin, 'register'>
  /** Paths of the units that people found right. */
  checked?: ReadonlySet<string>
}

/** Until the end of the transaction nobody else stores a text: two at once could both create the same revision. */
export const lockImports = (tx: Tx) => takeTurn(tx, 'mandates.store-text')

/** Stores a text as a new version of its language, with the file that it was read from; finds or makes its revision. */
export async function storeResolution(
  tx: Tx,
  { bytes, ...given }: TextToStore & { bytes: Uint8Array },
): Promise<ImportOutcome> {
  const { text, checksum, fileName, at, origin, checked } = given
  await lockImports(tx)
  const bodies = await allBodies(tx)
  const adopter = adopterOf(text, bodies)
  const found = recognize(text, adopter, await knownRevisions(tx, origin))
  const revision =
    found.kind === 'revision' ? found.revision : await makeRevision(tx, text, adopter, found, origin)
  await lockPairings(tx, revision)
  // A revision that was made just now had no content before.
  const before = found.kind === 'revision' ? await importedParts(tx, revision) : {}

  await storeSource(tx, { checksum, bytes, name: fileName, at })
  const version = await storeText(tx, { revision, checksum, text, at, origin })
  const isDescribed = await describeRevision(tx, { revision, text, adopter, bodies, origin, checked })
  await pairText(tx, revision, text.language, version)
  await indexRevision(tx, revision)

  const outcome = await outcomeOf(tx, { revision, text, version, isDescribed })
  await holdBundle(tx, wordingBundle(revision))
  await note(tx, 'mandates.import', given, outcome, before)
  await keepWording(tx, revision, given)
  await proposeSuccession(tx, outcome.instrument, given)
  return outcome
}

/** Stores a corrected text as the next version of its language; where the revision is described by it, that too. */
export async function storeCorrection(
  tx: Tx,
  {
    revision,
    describes,
    dutyIds,
    ...given
  }: TextToStore & { revision: string; describes: boolean; dutyIds: readonly string[] },
): Promise<ImportOutcome> {
  const { text, checksum, at, origin, checked } = given
  await lockImports(tx)
  await lockPairings(tx, revision)
  const before = await importedParts(tx, revision)
  const version = await storeText(tx, { revision, checksum, text, at, origin })
  const isDescribed = describes && (await describedBy(tx, revision)) !== 'register'
  if (isDescribed) {
    const bodies = await allBodies(tx)
    const adopter = adopterOf(text, bodies)
    await describeAgain(tx, { revision, text, adopter, bodies, origin, checked, dutyIds })
    await addOtherWords(tx, revision, text.language)
  } else await addWords(tx, revision, text, 'given')
  await pairTextsAgain(tx, revision)
  await indexRevision(tx, revision)

  const outcome = await outcomeOf(tx, { revision, text, version, isDescribed: false })
  await holdBundle(tx, wordingBundle(revision))
  await note(tx, 'mandates.correct-text', given, outcome, before)
  await keepWording(tx, revision, given)
  await proposeSuccession(tx, outcome.instrument, given)
  return outcome
}

/** What a text is taken for, before anything is stored. */
export async function recognizedAs(
  db: Db,
  text: Resolution,
  origin: Exclude<Origin, 'register'>,
): Promise<Recognized> {
  return recognize(text, adopterOf(text, await allBodies(db)), await knownRevisions(db, origin))
}

/** The words of the other languages, of which the corrected text knows nothing. */
async function addOtherWords(tx: Tx, revision: string, except: LanguageCode): Promise<void> {
  const texts = await tx
    .selectFrom('revision_texts')
    .select(['language', 'duties'])
    .distinctOn('language')
    .where('revision', '=', revision)
    .where('language', '<>', except)
    .orderBy('language')
    .orderBy('version', 'desc')
    .execute()
  for (const { language, duties } of texts) {
    const nothing = { number: null, place: null, year: null, body: null }
    await addWords(tx, revision, { ...nothing, language, duties }, 'held')
  }
}

async function note(
  tx: Tx,
  act: string,
  { checksum, fileName, actor, at, checked }: TextToStore,
  { revision, language, version, differences }: ImportOutcome,
  before: Awaited<ReturnType<typeof importedParts>>,
): Promise<void> {
  const subject = { kind: 'imported-revision', id: revision }
  const parts = partsAfter(await keptParts(tx, subject), before, await importedParts(tx, revision))
  const facts = {
    checksum,
    file: fileName,
    language,
    version,
    differences: differences.length,
    confirmed: checked?.size ?? 0,
  }
  await record(tx, { act, subject, actor, facts, parts }, at)
}

/** The organ is printed; a symbol of the United Nations in the head of the page also tells it. */
function adopterOf(text: Resolution, bodies: Body[]): string | null {
  const named = text.body === null ? null : adopterNamed(text.body, bodies)
  if (named !== null) return named
  const head = text.frontMatter.map(({ text: line }) => line).join('\n')
  if (/\bA\/RES\/\d/.test(head)) return 'unga'
  return /\bE\/RES\/\d/.test(head) ? 'ecosoc' : null
}

async function outcomeOf(
  tx: Tx,
  {
    revision,
    text,
    version,
    isDescribed,
  }: { revision: string; text: Resolution; version: number; isDescribed: boolean },
): Promise<ImportOutcome> {
  const { instrument } = await tx
    .selectFrom('revisions')
    .select('instrument')
    .where('id', '=', revision)
    .executeTakeFirstOrThrow()
  const units = await tx
    .selectFrom('text_units')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('revision', '=', revision)
    .where('language', '=', text.language)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return {
    kind: isDescribed ? 'new' : 'added',
    revision,
    instrument,
    language: text.language,
    version,
    provisions: units.count,
    duties: text.duties.length,
    differences: await textDifferences(tx, revision, text.language),
    warnings: text.warnings.map(({ code, at }) => ({ code, at })),
  }
}
