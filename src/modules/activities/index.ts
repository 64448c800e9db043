import './tables.ts'

export * from './activity.ts'
export * from './content.ts'
export * from './paths.ts'
export { activityRights } from './activity-rights.ts'
export { startEntry, saveEntry, sendEntry } from './entry/entry-commands.ts'
export { publishEntry, returnEntry } from './moderation/decision-commands.ts'
