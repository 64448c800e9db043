import { sql, type RawBuilder } from 'kysely'
import { activityCodes, type ActivityCodes } from '#modules/activities/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { FoundKind, SearchSource, TouchingLine } from '#platform/search/feeding/search-source.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import { translationsOf, uncheckedIn, type Translations, type Unchecked } from '#platform/texts/texts.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { ItemCode, ItemLink } from '../item.ts'
import { planPaths } from '../paths.ts'
import { publicPlanStates } from '../plan.ts'
import { codesOfItem, isPublic, linksOfItem } from './item-lineage-queries.ts'
import { servedBy } from './served.ts'
import { languagesIn, textsOf, type FoundPlan } from './source-words.ts'
import '../indicators/tables.ts'

const prefix = 'plan-indicator:'

type FoundIndicator = Omit<FoundPlan, 'openedAt'> & {
  code: string
  measuredAt: Date
  codes: ItemCode[]
  links: ItemLink[]
  translations: Translations
}

type Card = Pick<FoundIndicator, 'id' | 'code' | 'isExample'> & { unchecked: Unchecked }

const kind: FoundKind = {
  many: 'search.kind.plan-indicator',
  one: 'search.one.plan-indicator',
  told: (_visit, written) => {
    const { id, code, unchecked, isExample } = JSON.parse(written) as Card
    return { id, name: code, path: planPaths.indicator(id), unchecked, isExample }
  },
  isEvidence: true,
}

/** Indicators of public plans of which something was measured: they serve what their items serve. */
export const indicatorSource: SearchSource = {
  name: 'plan-indicators',
  version: 1,
  all: async function* all(db) {
    // An item has a few.
    yield await documents(db, sql`true`)
  },
  touched: async (db, lines) =>
    lines.some(({ subject }) => subject.kind === 'frameworks')
      ? 'all'
      : (await touchedIndicators(db, lines)).map((id) => prefix + id),
  documents: (db, keys) =>
    documents(db, sql`n.id = any(${keys.map((key) => key.slice(prefix.length))}::text[])`),
  holds: (key) => key.startsWith(prefix),
  kinds: { 'plan-indicator': kind },
}

/** With those of the same lineage, of which another may be the last now. */
async function touchedIndicators(db: Db, lines: readonly TouchingLine[]): Promise<string[]> {
  const ids = (name: string, bundle: RegExp) =>
    lines.flatMap(({ subject }) =>
      subject.kind === name ? subject.id : (bundle.exec(subject.id)?.[1] ?? []),
    )
  const plans = ids('plan', /^plan-header\/(\w+)$/)
  const items = ids('plan-item', /^plan-item\/(\w+)$/)
  const indicators = ids('plan-indicator', /^plan-indicator\/(\w+)$/)
  if (plans.length + items.length + indicators.length === 0) return []
  const found = await sql<{ id: string }>`
    select k.id from plan_indicators k where k.lineage in (
      select n.lineage from plan_indicators n where n.plan = any(${plans}::text[])
      union select n.lineage from plan_indicators n where n.item = any(${items}::text[])
      union select n.lineage from plan_indicators n where n.id = any(${indicators}::text[]))`.execute(db)
  return [...new Set([...indicators, ...found.rows.map(({ id }) => id)])]
}

/** Measured in a later plan that everybody reads, it counts there. */
const isMeasuredLater = sql<boolean>`exists (
  select from plan_indicators m join plans q on q.id = m.plan
  where m.lineage = n.lineage and m.state = 'active' and q.series = p.series and q.version > p.version
    and q.state = any(${[...publicPlanStates]}::text[])
    and exists (select from plan_actuals b where b.indicator = m.id))`

async function documents(db: Db, where: RawBuilder<unknown>): Promise<SearchDocument[]> {
  const found = await sql<FoundIndicator>`
    select n.id, i.code, n.language, p.action_line as "actionLine", a.measured as "measuredAt",
      coalesce(i.starts_on, p.starts_on)::text as "startsOn", coalesce(i.deadline_on, p.ends_on)::text as "endsOn",
      p.is_example as "isExample", ${codesOfItem} as codes, ${linksOfItem} as links,
      ${translationsOf({ kind: 'plan-indicator', id: sql`n.id` })} as translations
    from plan_indicators n join plan_items i on i.id = n.item join plans p on p.id = n.plan
    cross join lateral (select max(b.changed_at) as measured from plan_actuals b where b.indicator = n.id) as a
    where n.state = 'active' and i.state = 'active' and ${isPublic} and a.measured is not null
      and not ${isMeasuredLater} and ${where} order by n.id`.execute(db)
  const codes = await activityCodes(db, dayOf(new Date()))
  return found.rows.map((one) => documentOf(one, codes))
}

function documentOf(one: FoundIndicator, codes: ActivityCodes): SearchDocument {
  const { tags, facets } = servedBy(one, codes)
  return {
    key: prefix + one.id,
    kind: 'plan-indicator',
    original: one.language,
    texts: textsOf(one.translations, ['definition', 'source'], 'name'),
    codes: [one.id],
    tags,
    facets: { ...facets, language: languagesIn(one.translations, 'name') },
    date: one.measuredAt.getTime(),
    card: JSON.stringify({
      id: one.id,
      code: one.code,
      isExample: one.isExample,
      unchecked: uncheckedIn({}, one.translations, 'name'),
    } satisfies Card),
  }
}
