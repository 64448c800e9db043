import { sql, type RawBuilder } from 'kysely'
import { activityCodes, type ActivityCodes } from '#modules/activities/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { FoundKind, SearchSource } from '#platform/search/feeding/search-source.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import { translationsOf, uncheckedIn, type Translations, type Unchecked } from '#platform/texts/texts.ts'
import { dateRange, dayOf } from '#platform/ui/format.ts'
import type { ItemCode, ItemLink } from '../item.ts'
import { planPaths } from '../paths.ts'
import { publicPlanStates } from '../plan.ts'

const planPrefix = 'plan:'
const itemPrefix = 'plan-item:'
const readAtOnce = 500

type FoundPlan = {
  id: string
  language: LanguageCode
  actionLine: string | null
  lead: string
  startsOn: string
  endsOn: string
  openedAt: Date
  isExample: boolean
  translations: Translations
}

type FoundItem = FoundPlan & {
  plan: string
  code: string
  updatedAt: Date
  codes: ItemCode[]
  links: ItemLink[]
}

type PlanCard = Pick<FoundPlan, 'id' | 'startsOn' | 'endsOn' | 'isExample'> & { unchecked: Unchecked }

type ItemCard = Pick<FoundItem, 'id' | 'code' | 'isExample'> & { unchecked: Unchecked }

const planKind: FoundKind = {
  many: 'plans.title',
  one: 'noun.plan',
  told: ({ language }, written) => {
    const { id, startsOn, endsOn, unchecked, isExample } = JSON.parse(written) as PlanCard
    return { id, name: dateRange(language, startsOn, endsOn), path: planPaths.plan(id), unchecked, isExample }
  },
}

const itemKind: FoundKind = {
  many: 'search.kind.plan-item',
  one: 'noun.plan-item',
  told: (_visit, written) => {
    const { id, code, unchecked, isExample } = JSON.parse(written) as ItemCard
    return { id, name: code, path: planPaths.item(id), unchecked, isExample }
  },
  isEvidence: true,
}

/** Plans that everybody may read, and their items as long as they are neither split nor dropped. */
export const planSource: SearchSource = {
  name: 'plans',
  version: 1,
  all: everyRecord,
  touched: async (db, lines) => {
    if (lines.some(({ subject }) => subject.kind === 'frameworks')) return 'all'
    // The words of a record change under the name of their bundle.
    const ids = (kind: string, bundle: RegExp) =>
      lines.flatMap(({ subject }) =>
        subject.kind === kind ? subject.id : (bundle.exec(subject.id)?.[1] ?? []),
      )
    const plans = ids('plan', /^plan-header\/(\w+)$/)
    // What a plan's state or words say is true of its items too.
    const items = await itemIds(db, plans)
    return [
      ...plans.map((id) => planPrefix + id),
      ...[...items, ...ids('plan-item', /^plan-item\/(\w+)$/)].map((id) => itemPrefix + id),
    ]
  },
  documents: async (db, keys) => {
    const idsAfter = (prefix: string) =>
      keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
    return [
      ...(await plans(db, sql`p.id = any(${idsAfter(planPrefix)}::text[])`)),
      ...(await items(db, sql`i.id = any(${idsAfter(itemPrefix)}::text[])`)).documents,
    ]
  },
  holds: (key) => key.startsWith(planPrefix) || key.startsWith(itemPrefix),
  kinds: { plan: planKind, 'plan-item': itemKind },
}

async function* everyRecord(db: Db) {
  // There are some dozens a year.
  yield await plans(db, sql`true`)
  for (let after: string | null = ''; after !== null;) {
    const some: Awaited<ReturnType<typeof items>> = await items(db, sql`i.id > ${after}`)
    yield some.documents
    after = some.last
  }
}

async function itemIds(db: Db, plans: readonly string[]): Promise<string[]> {
  if (plans.length === 0) return []
  const found = await db.selectFrom('plan_items').select('id').where('plan', 'in', plans).execute()
  return found.map(({ id }) => id)
}

const isPublic = sql`p.state = any(${[...publicPlanStates]}::text[])`

async function plans(db: Db, where: RawBuilder<unknown>): Promise<SearchDocument[]> {
  const found = await sql<FoundPlan>`
    select p.id, p.language, p.action_line as "actionLine", p.lead, p.starts_on::text as "startsOn",
      p.ends_on::text as "endsOn", p.opened_at as "openedAt", p.is_example as "isExample",
      ${translationsOf({ kind: 'plan-header', id: sql`p.id` })} as translations
    from plans p where ${isPublic} and ${where} order by p.id`.execute(db)
  return found.rows.map(planDocument)
}

async function items(
  db: Db,
  where: RawBuilder<unknown>,
): Promise<{ documents: SearchDocument[]; last: string | null }> {
  const found = await sql<FoundItem>`
    select i.id, i.plan, i.code, i.language, p.action_line as "actionLine", coalesce(i.lead, p.lead) as lead,
      coalesce(i.starts_on, p.starts_on)::text as "startsOn", coalesce(i.deadline_on, p.ends_on)::text as "endsOn",
      p.opened_at as "openedAt", i.updated_at as "updatedAt", p.is_example as "isExample",
      coalesce((select jsonb_agg(jsonb_build_object('tree', c.tree, 'code', c.code)) from plan_item_codes c where c.item = i.id), '[]') as codes,
      coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'record', l.record)) from plan_item_links l where l.item = i.id), '[]') as links,
      ${translationsOf({ kind: 'plan-item', id: sql`i.id` })} as translations
    from plan_items i join plans p on p.id = i.plan
    where i.state = 'active' and ${isPublic} and ${where} order by i.id limit ${readAtOnce}`.execute(db)
  const codes = await activityCodes(db, dayOf(new Date()))
  return {
    documents: found.rows.map((item) => itemDocument(item, codes)),
    last: found.rows.length === readAtOnce ? (found.rows.at(-1)?.id ?? null) : null,
  }
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

function itemDocument(item: FoundItem, codes: ActivityCodes): SearchDocument {
  const codesIn = (...trees: ItemCode['tree'][]) =>
    item.codes.filter(({ tree }) => trees.includes(tree)).map(({ code }) => code)
  const lines = unique([item.actionLine ?? '', ...codesIn('action-lines')].filter(Boolean))
  const targets = codesIn('sdg-targets')
  const countries = codesIn('countries')
  return {
    key: itemPrefix + item.id,
    kind: 'plan-item',
    original: item.language,
    texts: textsOf(item.translations, ['text', 'result', 'risks']),
    codes: [item.id],
    tags: unique([
      ...lines,
      ...item.codes.map(({ code }) => code),
      ...item.links.map(({ record }) => record),
    ]),
    facets: {
      language: languagesIn(item.translations),
      'action-line': lines,
      sdg: unique([...codesIn('sdgs'), ...targets.map((code) => code.split('.')[0] ?? code)]),
      target: targets,
      gdc: codesIn('gdc-objectives'),
      country: countries,
      region: unique([
        ...codesIn('itu-regions'),
        ...countries.flatMap((country) => codes.regionOf.get(country) ?? []),
      ]),
      group: unique(countries.flatMap((country) => codes.groupsOf.get(country) ?? [])),
      year: yearsFrom(item),
    },
    date: item.updatedAt.getTime(),
    card: JSON.stringify({
      id: item.id,
      code: item.code,
      isExample: item.isExample,
      unchecked: uncheckedIn({}, item.translations, 'title'),
    } satisfies ItemCard),
  }
}

function textsOf(translations: Translations, fields: readonly string[]): SearchDocument['texts'] {
  return languageCodes.flatMap((language) => {
    const own = translations?.[language]
    const title = own?.['title']?.text ?? ''
    const body = fields.map((field) => own?.[field]?.text ?? '').filter(Boolean)
    return title === '' && body.length === 0 ? [] : [{ language, title, body: body.join('\n') }]
  })
}

const languagesIn = (translations: Translations): LanguageCode[] =>
  languageCodes.filter((code) => Boolean(translations?.[code]?.['title']?.text))

const mostYears = 40

function yearsFrom({ startsOn, endsOn }: Pick<FoundPlan, 'startsOn' | 'endsOn'>): string[] {
  const [first, last] = [startsOn, endsOn].map((day) => Number(day.slice(0, 4))) as [number, number]
  return Array.from({ length: Math.min(Math.max(0, last - first) + 1, mostYears) }, (_, place) =>
    String(first + place),
  )
}

const unique = (values: readonly string[]): string[] => [...new Set(values)]
