import './tables.ts'

export { clearDemo, loadDemo } from './demo-commands.ts'
export { exportedDatasets, type Dataset } from './export-queries.ts'
export { importResolution, type ImportOutcome, type ImportRequest } from './import-commands.ts'
export { loadRegister, type RegisterLoad } from './register-commands.ts'

export * from './comparison.ts'
export * from './duty.ts'
export * from './instrument.ts'
export * from './listing.ts'
export * from './overview.ts'
export type * from './provision.ts'
export * from './search.ts'
export type * from './text.ts'
export * from './paths.ts'
export * from './queries.ts'

// What pages of other modules show of duties, in the same words and shapes.
export { dutyRecord, dutyShape, stateKeys, tags, type DutyRecord } from './duty-shape.ts'
export { facetsOf, nameState } from './facet-labels.ts'
export { code, cursorText, limitText } from './list-parameters.ts'
export { refuseUnknown, refusingCursor } from './list-refusals.ts'
export { occurrenceRecord, occurrenceShape, type OccurrenceRecord } from './occurrence-shape.ts'
export { dueCard } from './pages/calendar-page.ts'
export { chosenOf, facetLabel } from './pages/duties-page.ts'
export { dutyCard, provisionWords } from './pages/duty-card.ts'
export { partyLinks } from './pages/parties.ts'
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
