export { bodyById, bodyList, type BodyFilters, type BodyPage } from './body-queries.ts'
export { revisionComparison } from './comparison-queries.ts'
export { dutyById, dutyFacets, dutyList, type DutyFacet } from './duty-queries.ts'
export {
  citationsOfInstrument,
  instrumentById,
  instrumentList,
  type InstrumentFacet,
  type InstrumentFilters,
} from './instrument-queries.ts'
export {
  actionLineByCode,
  actionLineList,
  sdgByNumber,
  sdgList,
  type ActionLinePage,
  type ActionLineRow,
  type NamedCounts,
  type NamingPlace,
  type SdgPage,
  type SdgRow,
} from './line-queries.ts'
export { occurrenceList, type OccurrenceFacet } from './occurrence-queries.ts'
export { overview } from './overview-queries.ts'
export { languageParity } from './parity-queries.ts'
export { provisionAddresses, provisionByAddress } from './provision-queries.ts'
export { comparableRevisions, revisionRefs } from './revision-link-queries.ts'
export { revisionById } from './revision-queries.ts'
export { revisionText } from './text-queries.ts'
export { search } from './search-queries.ts'
export { textDifferences } from './difference-queries.ts'
