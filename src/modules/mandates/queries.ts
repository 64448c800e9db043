export { dutyById, dutyFacets, dutyList, type DutyFacet } from './duty-queries.ts'
export { occurrenceList, type OccurrenceFacet } from './occurrence-queries.ts'
