import './sign-in/tables.ts'
import './tables.ts'

export * from './body.ts'
export { bodyParts, loadBodies } from './commands.ts'
export { adopterNamed, isNameOf } from './naming.ts'
export { allBodies } from './queries.ts'
export { readBodies, type BodyEntry } from './reference-files.ts'
export * from './paths.ts'
