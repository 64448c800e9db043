import type { Actor } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import type { Issue } from '#platform/errors.ts'
import { activityRights } from '../activity-rights.ts'
import { asThing, newActivityId, type Activity } from '../activity.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { issuesOfCodes } from '../entry/content-checks.ts'
import { lackingFor } from '../uses.ts'
import type { ActivityDraft } from './activity-table.ts'
import { contentAfter } from './content-after.ts'
import type { ActivityImport, ImportRow } from './import.ts'

/** A row of a file as its cells say, with what could not be understood. */
export type ReadRow = { number: number; draft: ActivityDraft; issues: Issue[] }

/** All that rows are held against. */
export type Looking = {
  actor: Actor
  run: ActivityImport
  codes: ActivityCodes
  openCalls: readonly string[]
  /** What stood in the rows before. */
  seen: { keys: Set<string>; place: number }
}

const longestTitle = 200

export const keyOf = (organization: string | null, key: string): string => JSON.stringify([organization, key])

export const organizationOf = (run: ActivityImport, draft: ActivityDraft): string | null =>
  draft.organization ?? run.organization

/** What would become of one row, beside the entries that are known already. */
export function rowOutcome(
  looking: Looking,
  { number, draft, issues }: ReadRow,
  known: Map<string, Activity>,
): ImportRow {
  const { actor, run, seen } = looking
  seen.place += 1
  const organization = organizationOf(run, draft)
  const before = draft.id
    ? known.get(draft.id)
    : draft.externalKey
      ? known.get(keyOf(organization, draft.externalKey))
      : undefined
  const language = draft.language ?? before?.language ?? run.language
  const content = contentAfter(before?.content, draft)
  const row: ImportRow = {
    number,
    place: seen.place,
    outcome: 'new',
    activity: before?.id ?? newActivityId(),
    revision: before?.revision ?? null,
    organization: draft.organization ?? before?.organization ?? run.organization,
    call: draft.call ?? before?.call ?? null,
    language,
    externalKey: draft.externalKey ?? before?.externalKey ?? null,
    licence: draft.licence ?? before?.licence ?? run.licence,
    content,
    issues: null,
    title: content.title.slice(0, longestTitle).toWellFormed(),
  }
  // The one that stays is not written over with the text of its double; it can be changed by its own id or key.
  if (before?.mergedInto && may(activityRights, 'see-work', actor, asThing(before)))
    return { ...row, outcome: 'merged', activity: before.mergedInto }
  const wrong = [
    ...issues,
    ...issuesOfRow(looking, { draft, before, row, content }),
    ...twice(row, before, looking),
  ]
  if (wrong.length > 0)
    return { ...row, outcome: 'wrong', activity: before?.id ?? null, content: null, issues: wrong }
  if (before === undefined) return row
  return { ...row, outcome: isSame(before, row) ? 'unchanged' : 'changed' }
}

type RowChecked = {
  draft: ActivityDraft
  before: Activity | undefined
  row: ImportRow
  content: NonNullable<ImportRow['content']>
}

function issuesOfRow(
  { actor, run, codes, openCalls }: Looking,
  { draft, before, row, content }: RowChecked,
): Issue[] {
  const { language, organization } = row
  if (draft.id && before === undefined)
    return [{ field: 'id', key: 'activities.import.no-such', values: { id: draft.id } }]
  if (before && !may(activityRights, 'edit', actor, asThing(before)))
    return [{ field: before.id === draft.id ? 'id' : 'external_key', key: 'activities.import.not-yours' }]
  const wrong = [...closedCall(draft, before, openCalls), ...issuesOfCodes(codes, { content, language })]
  if (wrong.length > 0 || run.mode === 'draft')
    return content.title.trim() === '' && wrong.length === 0
      ? [{ field: 'title', key: 'activities.missing' }]
      : wrong
  return lackingFor('stocktaking', { organization, language, content, hasContact: false })
}

/** An entry keeps the call that it answers already; another one has to be open. */
function closedCall(
  { call }: ActivityDraft,
  before: Activity | undefined,
  openCalls: readonly string[],
): Issue[] {
  if (!call || call === before?.call || openCalls.includes(call)) return []
  const [nearest] = openCalls
  return nearest === undefined
    ? [{ field: 'call', key: 'activities.import.call-closed', values: { call } }]
    : [{ field: 'call', key: 'activities.import.call-closed-near', values: { call, nearest } }]
}

/** The same key, or the same entry, twice in one file. */
function twice(
  { externalKey, organization }: ImportRow,
  before: Activity | undefined,
  { seen }: Looking,
): Issue[] {
  const names = [...(externalKey ? [keyOf(organization, externalKey)] : []), ...(before ? [before.id] : [])]
  const isTwice = names.some((name) => seen.keys.has(name))
  for (const name of names) seen.keys.add(name)
  return isTwice ? [{ field: 'external_key', key: 'activities.import.twice' }] : []
}

const isSame = (before: Activity, row: ImportRow): boolean =>
  before.organization === row.organization &&
  before.call === row.call &&
  before.language === row.language &&
  before.licence === row.licence &&
  before.externalKey === row.externalKey &&
  sorted(before.content) === sorted(row.content)

/** JSON of the database comes with its names in another order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
