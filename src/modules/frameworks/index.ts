import './tables.ts'

export { frameworkParts, loadFrameworks } from './commands.ts'
export * from './framework.ts'
export {
  actionLines,
  countries,
  crosswalks,
  frameworkCodes,
  gdcObjectives,
  ituRegions,
  memberships,
  sdgTargets,
  sdgs,
  stakeholderTypes,
} from './queries.ts'
export { readReferenceFiles, referenceFileNames, type ReferenceFiles } from './reference-files.ts'
export * from './paths.ts'
