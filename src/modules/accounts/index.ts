import './tables.ts'

export * from './body.ts'
export { bodyParts, loadBodies } from './commands.ts'
export { allBodies } from './queries.ts'
export { readBodies, type BodyEntry } from './reference-files.ts'
export * from './paths.ts'
