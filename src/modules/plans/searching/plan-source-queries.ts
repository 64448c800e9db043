import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { FoundKind, SearchSource, TouchingLine } from '#platform/search/feeding/search-source.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import { translationsOf, uncheckedIn, type Unchecked } from '#platform/texts/texts.ts'
import { dateRange } from '#platform/ui/format.ts'
import { planPaths } from '../paths.ts'
import { isPublic, itemsAndKin } from './item-lineage-queries.ts'
import { itemDocuments, itemKinds, itemPrefix } from './item-source-queries.ts'
import { languagesIn, textsOf, yearsFrom, type FoundPlan } from './source-words.ts'

const planPrefix = 'plan:'

type PlanCard = Pick<FoundPlan, 'id' | 'startsOn' | 'endsOn' | 'isExample'> & { unchecked: Unchecked }

const planKind: FoundKind = {
  many: 'plans.title',
  one: 'noun.plan',
  told: ({ language }, written) => {
    const { id, startsOn, endsOn, unchecked, isExample } = JSON.parse(written) as PlanCard
    return { id, name: dateRange(language, startsOn, endsOn), path: planPaths.plan(id), unchecked, isExample }
  },
}

/** Plans that everybody may read, and their items as long as they are neither split nor dropped. */
export const planSource: SearchSource = {
  name: 'plans',
  version: 2,
  all: everyRecord,
  touched: async (db, lines) => {
    if (lines.some(({ subject }) => subject.kind === 'frameworks')) return 'all'
    // The words of a record change under the name of their bundle.
    const ids = (kind: string, bundle: RegExp) =>
      lines.flatMap(({ subject }) =>
        subject.kind === kind ? subject.id : (bundle.exec(subject.id)?.[1] ?? []),
      )
    const plans = ids('plan', /^plan-header\/(\w+)$/)
    // What a plan's state or words say is true of its items too; and what becomes of an item, of those before it.
    const items = [...ids('plan-item', /^plan-item\/(\w+)$/), ...reportedIn(lines)]
    return [
      ...plans.map((id) => planPrefix + id),
      ...(await itemsAndKin(db, { plans, items })).map((id) => itemPrefix + id),
    ]
  },
  documents: async (db, keys) => {
    const idsAfter = (prefix: string) =>
      keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
    return [
      ...(await plans(db, sql`p.id = any(${idsAfter(planPrefix)}::text[])`)),
      ...(await itemDocuments(db, sql`i.id = any(${idsAfter(itemPrefix)}::text[])`)).documents,
    ]
  },
  holds: (key) => key.startsWith(planPrefix) || key.startsWith(itemPrefix),
  kinds: { plan: planKind, ...itemKinds },
}

const reportedIn = (lines: readonly TouchingLine[]): string[] =>
  lines.flatMap(({ subject, facts }) =>
    subject.kind === 'plan-report' && typeof facts['item'] === 'string' ? [facts['item']] : [],
  )

async function* everyRecord(db: Db) {
  // There are some dozens a year.
  yield await plans(db, sql`true`)
  for (let after: string | null = ''; after !== null;) {
    const some: Awaited<ReturnType<typeof itemDocuments>> = await itemDocuments(db, sql`i.id > ${after}`)
    yield some.documents
    after = some.last
  }
}

async function plans(db: Db, where: RawBuilder<unknown>): Promise<SearchDocument[]> {
  const found = await sql<FoundPlan>`
    select p.id, p.language, p.action_line as "actionLine", p.starts_on::text as "startsOn",
      p.ends_on::text as "endsOn", p.opened_at as "openedAt", p.is_example as "isExample",
      ${translationsOf({ kind: 'plan-header', id: sql`p.id` })} as translations
    from plans p where ${isPublic} and ${where} order by p.id`.execute(db)
  return found.rows.map(planDocument)
}

const planDocument = (plan: FoundPlan): SearchDocument => ({
  key: planPrefix + plan.id,
  kind: 'plan',
  original: plan.language,
  texts: textsOf(plan.translations, ['vision', 'context', 'risks']),
  codes: [plan.id],
  tags: plan.actionLine === null ? [] : [plan.actionLine],
  facets: {
    language: languagesIn(plan.translations),
    'action-line': plan.actionLine === null ? [] : [plan.actionLine],
    year: yearsFrom(plan),
  },
  date: plan.openedAt.getTime(),
  card: JSON.stringify({
    id: plan.id,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    isExample: plan.isExample,
    unchecked: uncheckedIn({}, plan.translations, 'title'),
  } satisfies PlanCard),
})
