import { z } from 'zod'
import { visitor } from '#platform/access/actor.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import { badRequest, notFound } from '#platform/errors.ts'
import { code } from '#platform/web/list-parameters.ts'
import { rule } from '#platform/web/problem.ts'
import type { Column, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import { planRead, plansOfSeries, plansSeen, withPlanWords, type PlanRead } from '../plan-queries.ts'
import { titleOf } from '../plan-names.ts'
import { compareContents } from './comparison.ts'
import { planContent } from './content-queries.ts'
import { editionOf, editionsOf } from './edition-queries.ts'
import {
  comparisonRecord,
  comparisonShape,
  editionRecord,
  editionRowShape,
  editionShape,
  editionWhole,
  type ComparisonRecord,
  type EditionRecord,
  type EditionWhole,
} from './edition-shape.ts'
import { fieldWords } from './field-words.ts'
import { rowPlace } from '../row-place.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { keptNames } from './kept-name-queries.ts'
import type { PlanContent } from './plan-content.ts'
import { comparisonPage } from './pages/comparison-page.ts'
import { editionPage, editionsPage } from './pages/edition-pages.ts'

/** What was published of a plan, whole, as it was then; and what changed between two of them. */
export function editionRoutes(site: Site): void {
  site.list({
    path: planPaths.editions(':plan'),
    name: 'plan-editions',
    summary: 'The published editions of a plan, the latest first. They are never written over.',
    query: z.strictObject({}),
    row: editionRowShape,
    read: readEditions,
    page: editionsPage,
    columns,
  })
  site.record({
    path: planPaths.edition(':plan', ':number'),
    name: 'plan-edition',
    summary:
      'A plan as it was published once. `after` is the place after which its page goes on with the items.',
    query: z.strictObject({ after: rowPlace.optional() }),
    read: readEdition,
    shape: editionShape,
    page: editionPage,
  })
  site.record({
    path: planPaths.comparison(':plan'),
    name: 'plan-comparison',
    summary:
      'What changed from one content to another: `from` and `to` are numbers of editions (the plan as it is now when missing), `with` is another plan of the series, with which this one is compared.',
    query: z.strictObject({
      from: z
        .string()
        .regex(/^\d{1,6}$/, rule('rule.whole-number'))
        .optional(),
      to: z
        .string()
        .regex(/^\d{1,6}$/, rule('rule.whole-number'))
        .optional(),
      with: code.optional(),
    }),
    read: readComparison,
    shape: comparisonShape,
    page: comparisonPage,
  })
  site.addresses(async ({ db }) => (await plansSeen(db, visitor)).map(({ id }) => planPaths.editions(id)))
}

async function readEditions(
  visit: Visit,
  _query: object,
  { plan: id = '' }: PathParameters,
): Promise<Listing<EditionRecord>> {
  const found = await planRead(visit.db, visit.actor, id, visit.language)
  if (found === null) throw notFound()
  const rows = (await editionsOf(visit.db, id)).map((row) => editionRecord(visit, row))
  const about = { kind: 'plan', id, name: titleOf(found).text, path: planPaths.plan(id) }
  return { rows, total: rows.length, next: null, about }
}

async function readEdition(
  visit: Visit,
  { plan: id = '', number = '' }: PathParameters,
): Promise<EditionWhole | null> {
  const found = /^\d{1,6}$/.test(number) ? await planRead(visit.db, visit.actor, id, visit.language) : null
  const edition = found === null ? null : await editionOf(visit.db, id, Number(number))
  if (found === null || edition === null) return null
  // What it says never changes; what it names is called otherwise only after a line of history.
  const sight = [levelsSeenBy(visit.actor), visit.language]
  return whileUnchanged(visit.db, JSON.stringify(['plan-edition', id, number, sight]), async () =>
    editionWhole(await keptNames(visit, edition.content.items), edition, found.plan),
  )
}

type Asked = { from?: string | undefined; to?: string | undefined; with?: string | undefined }

async function readComparison(
  visit: Visit,
  { plan: id = '' }: PathParameters,
  asked: Asked,
): Promise<ComparisonRecord | null> {
  const found = await planRead(visit.db, visit.actor, id, visit.language)
  if (found === null) return null
  const other = asked.with === undefined ? found : await otherOfSeries(visit, found, asked.with)
  const [earlier, later] = other.plan.version <= found.plan.version ? [other, found] : [found, other]
  const before = await sideOf(visit, earlier, asked.from, 'from', asked.with === undefined)
  const after = await sideOf(visit, later, asked.to, 'to', false)
  const names = await keptNames(visit, [...before.content.items, ...after.content.items])
  const comparison = compareContents(before.content, after.content, fieldWords(names))
  return comparisonRecord(visit, comparison, { before: before.told, after: after.told })
}

async function otherOfSeries(visit: Visit, { plan }: PlanRead, id: string): Promise<PlanRead> {
  const siblings = await plansOfSeries(visit.db, visit.actor, plan.series)
  const others = await withPlanWords(visit.db, siblings, visit.language)
  const other = others.find((one) => one.plan.id === id)
  if (other !== undefined) return other
  throw badRequest([{ field: 'with', key: 'form.value.choice', validValues: siblings.map((one) => one.id) }])
}

type Side = { content: PlanContent; told: ComparisonRecord['before'] }

/** An edition, or the plan as it is now. Compared with itself a plan begins with its first edition, if it has one. */
async function sideOf(
  { db }: Visit,
  read: PlanRead,
  number: string | undefined,
  field: 'from' | 'to',
  fromFirst: boolean,
): Promise<Side> {
  const { id, version } = read.plan
  const editions = await editionsOf(db, id)
  const wanted = number === undefined ? (fromFirst ? editions.at(-1)?.number : undefined) : Number(number)
  const edition = wanted === undefined ? null : await editionOf(db, id, wanted)
  if (wanted !== undefined && edition === null)
    throw badRequest([
      { field, key: 'form.value.choice', validValues: editions.map((one) => String(one.number)) },
    ])
  const told = { plan: id, version, edition: edition?.number ?? null, title: titleOf(read) }
  return { content: edition?.content ?? (await planContent(db, id)), told }
}

const columns: Column<EditionRecord>[] = [
  { name: 'plan', value: (row) => row.plan },
  { name: 'number', value: (row) => row.number },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'published_at', value: (row) => row.publishedAt },
  { name: 'items', value: (row) => row.items },
  { name: 'digest', value: (row) => row.digest },
]
