import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Licence } from '../activity.ts'
import type { ActivityContent } from '../content.ts'

/** From a file to entries: what people do is to match columns, to look at the dry run, and to let it happen. */
export const importStates = [
  'matching',
  'checking',
  'checked',
  'entering',
  'entered',
  'cancelled',
  'failed',
] as const

export type ImportState = (typeof importStates)[number]

export const importModes = ['draft', 'submitted', 'published'] as const

export type ImportMode = (typeof importModes)[number]

/**
 * What becomes of a row; 'merged': its entry was merged into another, which a file does not change by that name; 'too-late': somebody
 * has changed the entry between the dry run and the import.
 */
export const rowOutcomes = ['new', 'changed', 'unchanged', 'merged', 'wrong', 'too-late'] as const

export type RowOutcome = (typeof rowOutcomes)[number]

export type ActivityImport = {
  id: string
  person: string
  state: ImportState
  fileName: string
  checksum: string
  mode: ImportMode
  language: LanguageCode
  organization: string | null
  licence: Licence
  /** By name of the column in the file. */
  columns: Record<string, string | null>
  rowsSeen: number
  rowsDone: number
  isStopping: boolean
  problem: Issue | null
  createdAt: Date
}

export type ImportRow = {
  number: number
  place: number
  outcome: RowOutcome
  activity: string | null
  revision: number | null
  organization: string | null
  call: string | null
  language: LanguageCode
  externalKey: string | null
  licence: Licence
  content: ActivityContent | null
  issues: Issue[] | null
  title: string
}

export const importEndings = ['.csv', '.xlsx', '.json', '.jsonl', '.txt'] as const
export const importLimitBytes = 100 * 1024 * 1024
export const importPaths = {
  list: '/activity-imports',
  new: '/activity-imports/new',
  one: (id: string) => `/activity-imports/${id}`,
  step: (id: string, step: 'columns' | 'entering' | 'stop') => `/activity-imports/${id}/${step}`,
} as const
