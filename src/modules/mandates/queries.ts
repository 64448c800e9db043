export { bodyById, bodyList, type BodyFilters, type BodyPage } from './duties/body-queries.ts'
export { revisionComparison } from './comparison/comparison-queries.ts'
export { dutiesWhere, dutyById, dutyFacets, dutyList, type DutyFacet } from './duties/duty-queries.ts'
export {
  citationsOfInstrument,
  instrumentById,
  instrumentList,
  type InstrumentFacet,
  type InstrumentFilters,
} from './instruments/instrument-queries.ts'
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
} from './duties/line-queries.ts'
export { evidenceList } from './evidence/evidence-queries.ts'
export { importList } from './review/import-list-queries.ts'
export { dueDates, occurrenceList, type OccurrenceFacet } from './occurrences/occurrence-queries.ts'
export { overview } from './duties/overview-queries.ts'
export { provisionAddresses, provisionByAddress } from './instruments/provision-queries.ts'
export { comparableRevisions, revisionRefs } from './instruments/revision-link-queries.ts'
export { revisionById } from './instruments/revision-queries.ts'
export { revisionText } from './importing/text-queries.ts'
export { dutyLineage } from './succession/lineage-queries.ts'
export { openPairings } from './succession/succession-queries.ts'
export { textDifferences } from './importing/difference-queries.ts'
