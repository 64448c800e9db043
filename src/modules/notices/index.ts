import './tables.ts'

export { sendNotices } from './digest-commands.ts'
export { noticesOf } from './notice-queries.ts'
export { noticePaths } from './paths.ts'
