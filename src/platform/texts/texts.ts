/**
 * Texts of records in six languages. A field that people write (a plan, a statement, a description) is kept here once, in the
 * language of its author, cut into segments; each other language has a text per segment, with its state.
 *
 * How a module uses it:
 *
 * 1. In the command that writes the record, in its transaction (writes its own line of history; nothing when nothing changed):
 *    `await writeSource(tx, { kind: 'evidence', id, field: 'statement', language, text, visibility }, actor.id, at)`.
 *    An emptied field is `text: ''`. When a record goes: `await removeTexts(tx, [{ kind, id }], actor.id, at)`. When only its
 *    visibility changes, `writeSource` with the same text. Many at once, such as an import: `writeSources`.
 *    Where the command writes its own line of history before, it calls `await holdTexts(tx, [{ kind, id }])` before that line.
 * 2. In reads, one question for all records of a page, after the rows (which already begin with what the reader may see):
 *    `const texts = await textsOf(db, rows.map(({ id }) => ({ kind: 'evidence', id })), visit.language)`, then
 *    `texts.get('evidence', id).statement` is `{ text, language, state, original, isFallback }` or undefined.
 *    A module that keeps `{language: text}` in a column of its own asks for `translationsOf(…)` beside it and joins both with
 *    `withTranslations` and `uncheckedIn`; `said(reader, words, unchecked)` then labels what must be labelled.
 * 3. In the page: `${textSaid(t, read)}` (`src/platform/ui/text-note.ts`) shows it with its language and says what a reader
 *    must know: machine translation, outdated, or the original because nobody has translated it.
 * 4. In `module.ts`: `texts: { evidence: { name, fields: { statement: 'evidence.statement' }, titlesOf, pathOf, ownersOf } }`
 *    (type `TextKind` in `kinds.ts`), so that translators find the records and the owner may translate.
 */
export { translationsFor, translationsOf } from './word-queries.ts'
export { uncheckedIn, withTranslations, type Translations, type Unchecked } from './words.ts'
export {
  fieldsOf,
  recordsOfBundle,
  textsIn,
  textsOf,
  type RecordTexts,
  type TextRead,
} from './text-queries.ts'
export {
  removeTexts,
  writeSource,
  writeSources,
  type SourceText,
  type TextRecord,
} from './source-commands.ts'
export {
  lockTranslation,
  reviewTranslation,
  writeMachineTranslation,
  writeTranslation,
  type SegmentWrite,
} from './translation-commands.ts'
export { fieldsInOrder, textKinds, translationAddress, type TextKind, type TextKinds } from './kinds.ts'
export { holdBundle, holdTexts } from './locked-queries.ts'
export { textParts } from './text-digests.ts'
export { textStates, type KeptState, type StateCounts, type TextState } from './text-state.ts'
