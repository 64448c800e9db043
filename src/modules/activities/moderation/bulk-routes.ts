import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { rule } from '#platform/web/problem.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../activity-rights.ts'
import { returnReasons } from '../activity.ts'
import { activityPaths } from '../paths.ts'
import { mostAtOnce, takeBulk, type Looked } from './bulk-commands.ts'
import { doneAt, entriesOf } from './bulk-queries.ts'
import { bulkRecord, bulkShape, type BulkRecord } from './bulk-shape.ts'
import { withoutReason } from './decision-commands.ts'
import { bulkPage } from './pages/bulk-page.ts'
import { outcomePage } from './pages/outcome-page.ts'
import { activitySettings } from './settings-commands.ts'
import { bulkSteps, verdictOf, type BulkStep, type Verdict } from './verdict.ts'

const id = '[0-9a-hjkmnp-tv-z]{10}'
const looked = z.string().regex(new RegExp(`^${id}\\.[1-9]\\d{0,8}$`), rule('rule.code'))

const outcomeQuery = z.strictObject({
  step: z.enum(bulkSteps).default('publish'),
  at: z.iso.datetime(rule('rule.code')).optional(),
  entries: z
    .string()
    .regex(new RegExp(`^(?:${id}(?:,${id}){0,${mostAtOnce - 1}})?$`), rule('rule.code'))
    .default(''),
})

/** One step with many entries: a preview that says what will become of each, then the step, then what became of each. */
export function bulkRoutes(site: Site): void {
  site.form({
    path: activityPaths.bulk,
    name: 'moderate-many',
    summary:
      'Publishes, sends back or looks after up to 200 entries; each as it stood in the preview, or not at all.',
    right: 'activity.moderate',
    fields: z.strictObject({
      step: z.enum(bulkSteps),
      entry: z.array(looked).min(1, rule('moderation.bulk.none')).max(mostAtOnce, rule('rule.too-many')),
      reasons: z.array(z.enum(returnReasons)).default([]),
      words: z.string().max(2000, rule('rule.long-text')).optional(),
    }),
    read: async (visit) => {
      permit(activityRights, 'moderate', visit.actor, { state: 'submitted' })
      return {}
    },
    page: async (visit, _subject, entered) => {
      const asked = askedFor(visit, entered)
      return bulkPage(visit, { ...asked, rows: await previewOf(visit, asked) }, entered)
    },
    act: async ({ db, actor, now: at }, _subject, { fields: { step, entry, reasons, words = '' } }) => {
      if (step === 'return' && reasons.length === 0) return { issues: [withoutReason] }
      const entries = entry.map(asLooked)
      await takeBulk(db, { actor, at, step, entries, reasons, words })
      const ids = entries.map((one) => one.id).join(',')
      const outcome = new URLSearchParams({ step, at: at.toISOString(), entries: ids })
      return {
        to: `${activityPaths.outcome}?${outcome.toString()}`,
      }
    },
  })

  site.list({
    path: activityPaths.outcome,
    name: 'moderation-outcome',
    summary: 'What became of each entry of a step with many.',
    query: outcomeQuery,
    row: bulkShape,
    read: readOutcome,
    page: outcomePage,
    columns,
  })
}

export type BulkAsked = { step: BulkStep; entries: { id: string; revision: number | null }[] }

/** What the address has ticked, or what was sent: then with the revision that was looked at. */
function askedFor({ query }: Visit, { values }: Entered): BulkAsked {
  const typed = values['entry'] === undefined ? [] : [values['entry']].flat()
  const step = bulkSteps.find((one) => one === (values['step'] ?? query.get('step'))) ?? 'publish'
  if (typed.length > 0) return { step, entries: typed.slice(0, mostAtOnce).map(asLooked) }
  const ids = [...new Set(query.getAll('entry'))].slice(0, mostAtOnce)
  return { step, entries: ids.map((one) => ({ id: one, revision: null })) }
}

const asLooked = (text: string): Looked => {
  const [entry = '', revision = ''] = text.split('.')
  return { id: entry, revision: Number(revision) }
}

async function previewOf(visit: Visit, { step, entries }: BulkAsked): Promise<BulkRecord[]> {
  const { db, actor } = visit
  const settings = await activitySettings(db)
  const found = await entriesOf(
    db,
    actor,
    entries.map((one) => one.id),
  )
  return found.map((activity) => {
    const seen = entries.find((one) => one.id === activity.id)?.revision ?? activity.revision
    const verdict: Verdict =
      seen === activity.revision ? verdictOf(step, activity, actor, settings) : changedSince
    return { ...bulkRecord(visit, activity, verdict, 'preview'), revision: seen }
  })
}

const changedSince: Verdict = { obstacle: 'changed', issues: [] }

/** Told by the history; of what was left out, why it cannot be done now, or else that it had changed. */
async function readOutcome(
  visit: Visit,
  { step, at, entries }: z.infer<typeof outcomeQuery>,
): Promise<Listing<BulkRecord>> {
  const { db, actor } = visit
  permit(activityRights, 'moderate', actor, { state: 'submitted' })
  const ids = [...new Set(entries.split(',').filter(Boolean))]
  const done = await doneAt(db, actor, at === undefined ? visit.now : new Date(at), ids)
  const settings = await activitySettings(db)
  const found = await entriesOf(db, actor, ids)
  const rows = found.map((activity) => {
    const effect = done.get(activity.id)
    const now = verdictOf(step, activity, actor, settings)
    const verdict = effect === undefined ? ('effect' in now ? changedSince : now) : { effect }
    return bulkRecord(visit, activity, verdict, 'outcome')
  })
  return { rows, total: rows.length, next: null }
}

const columns: Column<BulkRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'title', value: (row) => row.title },
  { name: 'state', value: (row) => row.state.code },
  { name: 'effect', value: (row) => row.effect?.code },
  { name: 'obstacle', value: (row) => row.obstacle?.code },
  { name: 'missing', value: (row) => row.missing.join('; ') },
]
