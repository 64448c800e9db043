import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cursorText, limitText } from '../list-parameters.ts'
import { refusingCursor } from '../list-refusals.ts'
import { outcomesPage, suggestionsPage } from '../pages/suggestions-page.ts'
import { coded, codedShape } from '../shapes.ts'
import { reviewPaths } from './review-paths.ts'
import { fieldKeys } from './suggestion-fields.ts'
import { outcomeFields } from './suggestion-outcomes.ts'
import { outcomeList, suggestionCounts } from './suggestion-queries.ts'

const countShape = z.object({
  language: z.enum(languageCodes),
  field: codedShape(outcomeFields),
  suggestions: z.int(),
  accepted: z.int(),
  /** Of the suggestions that a person looked at, those that they took unchanged: 0 to 1. */
  share: z.number(),
  imports: z.int(),
})

const outcomeShape = z.object({
  import: z.string(),
  revision: z.string().nullable(),
  address: z.string().nullable(),
  language: z.enum(languageCodes),
  field: codedShape(outcomeFields),
  suggested: z.string().nullable(),
  decided: z.string().nullable(),
  accepted: z.boolean(),
})

export type CountRecord = z.infer<typeof countShape>
export type OutcomeRecord = z.infer<typeof outcomeShape>

/** How often the parser is right, by what people made of its suggestions. */
export function suggestionRoutes(site: Site): void {
  site.list({
    path: reviewPaths.suggestions,
    name: 'suggestions',
    summary: 'The share of the parser’s suggestions that people took unchanged, per language and field.',
    query: z.strictObject({}),
    row: countShape,
    read: readCounts,
    page: suggestionsPage,
    columns: countColumns,
  })
  site.list({
    path: reviewPaths.outcomes,
    name: 'suggestionDecisions',
    summary: 'The single suggestions that people looked at, with what they decided.',
    query: outcomeQuery,
    row: outcomeShape,
    read: readOutcomes,
    page: outcomesPage,
    columns: outcomeColumns,
  })
}

const outcomeQuery = z.strictObject({
  language: z.enum(languageCodes).optional(),
  field: z.enum(outcomeFields).optional(),
  accepted: z.enum(['yes', 'no']).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

async function readCounts(visit: Visit): Promise<Listing<CountRecord>> {
  const counts = await suggestionCounts(visit.db)
  const rows = counts.map(({ field, suggestions, accepted, ...rest }) => ({
    ...rest,
    field: coded(visit, field, fieldKeys),
    suggestions,
    accepted,
    share: accepted / suggestions,
  }))
  return { rows, total: rows.length, next: null }
}

async function readOutcomes(
  visit: Visit,
  asked: z.infer<typeof outcomeQuery>,
): Promise<Listing<OutcomeRecord>> {
  const { language, field, accepted, after, limit } = asked
  const filters = { language, field, accepted: accepted === undefined ? undefined : accepted === 'yes' }
  const page = { after, limit: limit === undefined ? undefined : Number(limit) }
  const { rows, total, next } = await refusingCursor(outcomeList(visit.db, filters, page))
  return {
    rows: rows.map(({ place: _, ...row }) => ({ ...row, field: coded(visit, row.field, fieldKeys) })),
    total,
    next,
  }
}

const countColumns: Column<CountRecord>[] = [
  { name: 'language', value: ({ language }) => language },
  { name: 'field', value: ({ field }) => field.code },
  { name: 'field_label', value: ({ field }) => field.label },
  { name: 'suggestions', value: ({ suggestions }) => suggestions },
  { name: 'accepted', value: ({ accepted }) => accepted },
  { name: 'share', value: ({ share }) => share },
  { name: 'imports', value: ({ imports }) => imports },
]

const outcomeColumns: Column<OutcomeRecord>[] = [
  { name: 'import', value: ({ import: id }) => id },
  { name: 'revision', value: ({ revision }) => revision },
  { name: 'address', value: ({ address }) => address },
  { name: 'language', value: ({ language }) => language },
  { name: 'field', value: ({ field }) => field.code },
  { name: 'field_label', value: ({ field }) => field.label },
  { name: 'suggested', value: ({ suggested }) => suggested },
  { name: 'decided', value: ({ decided }) => decided },
  { name: 'accepted', value: ({ accepted }) => accepted },
]
