import './evidence/tables.ts'
import './keeping/tables.ts'
import './review/tables.ts'
import './succession/tables.ts'
import './tables.ts'

export { clearDemo, loadDemo } from './importing/demo-commands.ts'
export { exportedDatasets, type Dataset } from './register/export-queries.ts'
export { importResolution, type ImportOutcome, type ImportRequest } from './importing/import-commands.ts'
export { loadRegister, type RegisterLoad } from './register/register-commands.ts'

export * from './comparison/comparison.ts'
export * from './duties/duty.ts'
export { asLook, lookOf, type Look, type When } from './duties/look.ts'

// What other modules show as evidence, and cite.
export { addEvidence, addEvidenceIn } from './evidence/evidence-commands.ts'
export { clearAnswers, type Considered } from './keeping/clear-answer-commands.ts'
export { considerDutyIn } from './keeping/consideration-commands.ts'
export { dutyRights } from './keeping/keeping-rights.ts'
export { dutySubject, type DutySubject } from './keeping/duty-subject.ts'
export { wholeThing } from './keeping/kept-duty.ts'
export { isWebAddress } from './evidence/evidence-asked.ts'
export { ageOf, ages, type Age } from './evidence/ages.ts'
export { ageKeys } from './evidence/evidence-shape.ts'
export { isDay, strengths, type Strength } from './evidence/evidence.ts'
export { ageRules, evidenceRows, isUuid } from './evidence/evidence-queries.ts'

export { asBibTeX, asRis, type Cited } from './instruments/citing.ts'
export * from './instruments/instrument.ts'
export { ownHeading } from './instruments/provision-names.ts'
export * from './listing.ts'
export * from './duties/overview.ts'
export type * from './instruments/provision.ts'
export { arabicForms, wordsOf } from './searching/words.ts'
export { foundWords } from './searching/found-words.ts'
export * from './searching/search.ts'
export type * from './importing/text.ts'
export * from './paths.ts'
export { loadDemoReviews } from './review/demo-review-commands.ts'
export { reviewPaths } from './review/review-paths.ts'
export * from './queries.ts'

export {
  namedRecords,
  offerRecords,
  recordAt,
  type NamedRecord,
  type RecordKind,
  type RecordRef,
} from './evidence/record-kinds.ts'

// What pages of other modules show of duties, in the same words and shapes.
export {
  cadenceKeys,
  dutyRecord,
  dutyShape,
  stateKeys,
  strengthKeys,
  tags,
  type DutyRecord,
} from './duties/duty-shape.ts'
export { facetsOf, nameState } from './duties/facet-labels.ts'
export { code, cursorText, limitText } from './list-parameters.ts'
export { refuseUnknown, refusingCursor } from './list-refusals.ts'
export { occurrenceRecord, occurrenceShape, type OccurrenceRecord } from './occurrences/occurrence-shape.ts'
export { dueCard } from './pages/calendar-page.ts'
export { chosenOf, facetLabel } from './pages/duties-page.ts'
export { dutyCard, provisionWords } from './pages/duty-card.ts'
export { partyLinks, partyNames } from './pages/parties.ts'
export { dueDateChoices } from './pages/duty-form.ts'
export { readerOf } from './reader.ts'
export {
  party,
  partyShape,
  revisionRef,
  revisionRefShape,
  said,
  saidShape,
  tagShape,
  type PartyRecord,
  type Reader,
  type RevisionRefRecord,
  type Said,
} from './shapes.ts'
