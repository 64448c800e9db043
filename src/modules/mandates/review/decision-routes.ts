import { z } from 'zod'
import { rule } from '#platform/web/problem.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { limitText } from '../list-parameters.ts'
import { decisionsPage } from '../pages/decisions-page.ts'
import { applyDecisions } from './apply-decisions.ts'
import type { Edit } from './edit.ts'
import { maySeeImport } from './import-rights.ts'
import { importById, underReview, type TakenDecision } from './review-queries.ts'
import type { ReviewedText } from './reviewed-text.ts'
import { addressesOf } from './unit-addresses.ts'
import { notFound } from '#platform/errors.ts'

const decisionShape = z.object({
  number: z.int(),
  at: z.iso.datetime(),
  edit: z.string(),
  /** Addresses of the units that it is about, as they are now or were in the parser's reading. */
  units: z.array(z.string()),
  details: z.string().nullable(),
  isUndone: z.boolean(),
})

export type DecisionRecord = z.infer<typeof decisionShape>

const query = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,6}$/, rule('rule.cursor'))
    .optional(),
  limit: limitText.optional(),
})

/** What people decided about an import, in the order in which they did. Who it was stands in the history. */
export function decisionRoutes(site: Site): void {
  site.list({
    path: '/imports/:import/decisions',
    name: 'importDecisions',
    summary: 'The decisions that people took on an import, in their order.',
    query,
    row: decisionShape,
    read,
    page: (visit, listing) => decisionsPage(visit, listing, visit.path.split('/')[2] ?? ''),
    columns,
  })
}

async function read(
  visit: Visit,
  { after, limit }: z.infer<typeof query>,
  { import: id = '' }: Record<string, string>,
): Promise<Listing<DecisionRecord>> {
  const draft = await importById(visit.db, id)
  if (draft === null || !maySeeImport(visit.actor, draft)) throw notFound()
  const { suggestions, decisions, text } = await underReview(visit.db, id)
  const names = addressNames(suggestions, text)
  const most = Number(limit ?? 50)
  const left = decisions.filter(({ seq }) => seq > Number(after ?? 0))
  const shown = left.slice(0, most)
  return {
    rows: shown.map((one) => decisionRecord(one, names, suggestions, text)),
    total: decisions.length,
    next: left.length > most ? String(shown.at(-1)?.seq) : null,
  }
}

/** A unit that an edit made or took away is named by what it was before or is now. */
function addressNames(suggestions: ReviewedText, text: ReviewedText): Map<string, string> {
  return new Map([...addressesOf(suggestions), ...addressesOf(applyDecisions(text, []))])
}

function decisionRecord(
  { seq, at, edit, isUndone }: TakenDecision,
  names: Map<string, string>,
  suggestions: ReviewedText,
  text: ReviewedText,
): DecisionRecord {
  const dutyUnit = (id: string) =>
    [...text.duties, ...suggestions.duties].find((duty) => duty.id === id)?.unit
  const units =
    edit.kind === 'check'
      ? edit.units
      : 'unit' in edit
        ? [edit.unit]
        : 'duty' in edit
          ? [dutyUnit(edit.duty) ?? edit.duty]
          : []
  return {
    number: seq,
    at: at.toISOString(),
    edit: edit.kind,
    units: units.map((id) => names.get(id) ?? id),
    details: detailsOf(edit),
    isUndone,
  }
}

function detailsOf(edit: Edit): string | null {
  if (edit.kind === 'relabel') return edit.label
  if (edit.kind === 'note') return edit.mark
  if ('to' in edit) return edit.to
  const set = 'set' in edit ? edit.set : 'head' in edit ? edit.head : null
  if (set === null) return null
  return Object.entries(set)
    .filter(([name]) => !name.endsWith('Ids'))
    .map(([name, value]) => `${name}: ${plain(value)}`)
    .join('; ')
}

const plain = (value: unknown): string =>
  value === null
    ? '—'
    : Array.isArray(value)
      ? value.join(', ') || '—'
      : typeof value === 'object'
        ? Object.values(value).join(' ')
        : String(value)

const columns: Column<DecisionRecord>[] = [
  { name: 'number', value: ({ number }) => number },
  { name: 'at', value: ({ at }) => at },
  { name: 'edit', value: ({ edit }) => edit },
  { name: 'units', value: ({ units }) => units.join('; ') },
  { name: 'details', value: ({ details }) => details },
  { name: 'undone', value: ({ isUndone }) => isUndone },
]
