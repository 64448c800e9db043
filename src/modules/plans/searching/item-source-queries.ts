import { sql, type RawBuilder } from 'kysely'
import { activityCodes, type ActivityCodes } from '#modules/activities/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { FoundKind } from '#platform/search/feeding/search-source.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import { translationsOf, uncheckedIn, type Unchecked } from '#platform/texts/texts.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { ItemCode, ItemLink } from '../item.ts'
import { planPaths } from '../paths.ts'
import { codesOfItem, isCarriedOn, isPublic, isShown, linksOfItem } from './item-lineage-queries.ts'
import { servedBy } from './served.ts'
import { languagesIn, textsOf, type FoundPlan } from './source-words.ts'

export const itemPrefix = 'plan-item:'

/** What is planned; what was done of it and accepted; and what went on in a later plan, where it is counted. */
export type ItemKind = 'plan-item' | 'plan-progress' | 'plan-item-before'

type FoundItem = FoundPlan & {
  plan: string
  code: string
  updatedAt: Date
  codes: ItemCode[]
  links: ItemLink[]
  isCarriedOn: boolean
  isShown: boolean
}

type ItemCard = Pick<FoundItem, 'id' | 'code' | 'isExample'> & { unchecked: Unchecked }

const told: FoundKind['told'] = (_visit, written) => {
  const { id, code, unchecked, isExample } = JSON.parse(written) as ItemCard
  return { id, name: code, path: planPaths.item(id), unchecked, isExample }
}

export const itemKinds: Readonly<Record<ItemKind, FoundKind>> = {
  'plan-item': { many: 'search.kind.plan-item', one: 'noun.plan-item', told, isEvidence: true },
  'plan-progress': { many: 'search.kind.plan-progress', one: 'noun.plan-item', told, isEvidence: true },
  'plan-item-before': { many: 'search.kind.plan-item-before', one: 'noun.plan-item', told },
}

/** Each item of a lineage is counted once, as the last of it that everybody reads. */
const kindOf = ({ isCarriedOn: isBefore, isShown: isDone }: FoundItem): ItemKind => {
  if (isBefore) return 'plan-item-before'
  return isDone ? 'plan-progress' : 'plan-item'
}

const readAtOnce = 500

/** Items of public plans as long as they are neither split nor dropped. */
export async function itemDocuments(
  db: Db,
  where: RawBuilder<unknown>,
): Promise<{ documents: SearchDocument[]; last: string | null }> {
  const found = await sql<FoundItem>`
    select i.id, i.plan, i.code, i.language, p.action_line as "actionLine",
      coalesce(i.starts_on, p.starts_on)::text as "startsOn", coalesce(i.deadline_on, p.ends_on)::text as "endsOn",
      p.opened_at as "openedAt", i.updated_at as "updatedAt", p.is_example as "isExample",
      ${codesOfItem} as codes, ${linksOfItem} as links,
      ${isCarriedOn} as "isCarriedOn", ${isShown} as "isShown",
      ${translationsOf({ kind: 'plan-item', id: sql`i.id` })} as translations
    from plan_items i join plans p on p.id = i.plan
    where i.state = 'active' and ${isPublic} and ${where} order by i.id limit ${readAtOnce}`.execute(db)
  const codes = await activityCodes(db, dayOf(new Date()))
  return {
    documents: found.rows.map((item) => itemDocument(item, codes)),
    last: found.rows.length === readAtOnce ? (found.rows.at(-1)?.id ?? null) : null,
  }
}

function itemDocument(item: FoundItem, codes: ActivityCodes): SearchDocument {
  const { tags, facets } = servedBy(item, codes)
  return {
    key: itemPrefix + item.id,
    kind: kindOf(item),
    original: item.language,
    texts: textsOf(item.translations, ['text', 'result', 'risks']),
    codes: [item.id],
    tags,
    facets: { ...facets, language: languagesIn(item.translations) },
    date: item.updatedAt.getTime(),
    card: JSON.stringify({
      id: item.id,
      code: item.code,
      isExample: item.isExample,
      unchecked: uncheckedIn({}, item.translations, 'title'),
    } satisfies ItemCard),
  }
}
