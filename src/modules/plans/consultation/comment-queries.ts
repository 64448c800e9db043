import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { scopeNamesSeenBy } from '#modules/accounts/index.ts'
import { every } from '#platform/database/conditions.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { textsOf, type TextRead } from '#platform/texts/texts.ts'
import { limitOf, readCursor, writeCursor, type FacetCount, type PageOf } from '#platform/web/listing.ts'
import { itemTitles, type ItemRead } from '../item-queries.ts'
import { itemsShown, whilePlanUnchanged } from '../kept-plan-queries.ts'
import type { Visit } from '#platform/web/visit.ts'
import { plansSeenBy } from '../plan-queries.ts'
import type { Comment, CommentField, CommentFigures } from './comment.ts'
import './tables.ts'

/** A comment with all that a page needs of what stands around it. */
export type CommentRead = {
  comment: Comment
  words: Partial<Record<CommentField, TextRead>>
  /** The item that it is about, as the reader may see it. */
  item: { code: string; title: TextRead | undefined } | null
  /** For whom it was said; null: for themselves, or an organization that the reader may not see. */
  organization: Translated | null
  /** The name of an author who agreed to be named. */
  name: string | null
}

export const commentFacets = ['item', 'disposition', 'language'] as const

export type CommentFacet = (typeof commentFacets)[number]

export type CommentFilters = Partial<Record<CommentFacet, string>>

export const waiting = 'waiting'

type Found = Comment & { name: string | null }

type Reader = Pick<Visit, 'db' | 'actor' | 'language' | 'asOf'>

type Asked = { plan: string; filters: CommentFilters; page: PageOf }

/** Comments of a plan that the reader has been found to see, the latest first, with what the items of the plan are called. */
export async function commentList(reader: Reader, { plan, filters, page }: Asked) {
  const { db, actor, language } = reader
  const limit = limitOf(page)
  const cursor = readCursor(page.after, ['moment', 'text'])
  const after = cursor ? [sql`(c.commented_at, c.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::text)`] : []
  const conditions = conditionsOf(filters)
  const found = await sql<Found>`
    select ${columns} from plan_comments c
    where ${every([sql`c.plan = ${plan}`, ...Object.values(conditions), ...after])}
    order by c.commented_at desc, c.id desc limit ${limit + 1}`.execute(db)
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  const next =
    found.rows.length > limit && last ? writeCursor([last.commentedAt.toISOString(), last.id]) : null
  const items = titlesIn(await itemsShown(reader, plan))
  return {
    rows: await withSurroundings(db, actor, rows, language, items),
    next,
    items,
    ...(await countsOf(reader, { plan, filters })),
  }
}

type Titles = ReadonlyMap<string, { code: string; title: TextRead | undefined }>

const titlesIn = (items: readonly ItemRead[]): Titles =>
  new Map(items.map(({ item, words }) => [item.id, { code: item.code, title: words.title }]))

/** All comments of a plan in the order of its items, for the paper. */
export async function commentsInOrder(
  db: Db,
  actor: Actor,
  plan: string,
  language: LanguageCode,
): Promise<CommentRead[]> {
  const found = await sql<Found>`
    select ${columns} from plan_comments c where c.plan = ${plan} order by c.commented_at, c.id`.execute(db)
  return withSurroundings(db, actor, found.rows, language)
}

/** Null for what is not there, and for a comment on a plan that the actor may not see. */
export async function commentRead(
  db: Db,
  actor: Actor,
  id: string,
  language: LanguageCode,
): Promise<CommentRead | null> {
  const found = await sql<Found>`
    select ${columns} from plan_comments c join plans p on p.id = c.plan
    where c.id = ${id} and ${plansSeenBy(actor)}`.execute(db)
  return (await withSurroundings(db, actor, found.rows, language))[0] ?? null
}

const columns = sql`c.id, c.plan, c.item, c.author, c.organization, c.named, c.language, c.state, c.reason,
  c.disposition, c.reply_language as "replyLanguage", c.disposed_at as "disposedAt", c.revision,
  c.commented_at as "commentedAt", c.updated_at as "updatedAt",
  case when c.named then (select w.name from people w where w.id = c.author and w.erased_at is null) end as name`

async function withSurroundings(
  db: Db,
  actor: Actor,
  found: readonly Found[],
  language: LanguageCode,
  titles?: Titles,
): Promise<CommentRead[]> {
  const texts = await textsOf(
    db,
    found.map(({ id }) => ({ kind: 'plan-comment', id })),
    language,
  )
  const about = [...new Set(found.flatMap(({ item }) => item ?? []))]
  const items = titles ?? (await itemTitles(db, actor, about, language))
  const scopes = [...new Set(found.flatMap(({ organization }) => organization ?? []))]
  const names = await scopeNamesSeenBy(
    db,
    actor,
    scopes.map((id) => `organization:${id}` as const),
  )
  return found.map(({ name, ...comment }) => ({
    comment,
    words: texts.get('plan-comment', comment.id) as CommentRead['words'],
    item: comment.item === null ? null : (items.get(comment.item) ?? null),
    organization: names.get(`organization:${comment.organization ?? ''}`) ?? null,
    name,
  }))
}

const isWaiting = sql`c.state = 'published' and c.disposition is null`

function conditionsOf({
  item,
  disposition,
  language,
}: CommentFilters): Partial<Record<CommentFacet, RawBuilder<unknown>>> {
  return {
    ...(item === undefined ? {} : { item: item === 'plan' ? sql`c.item is null` : sql`c.item = ${item}` }),
    ...(disposition === undefined
      ? {}
      : { disposition: disposition === waiting ? isWaiting : sql`c.disposition = ${disposition}` }),
    ...(language === undefined ? {} : { language: sql`c.language = ${language}` }),
  }
}

type Cell = Record<CommentFacet, string | null> & { count: number }

/** How many there are, and how many would remain with each value of a filter; its own choice is left out of its counts. */
async function countsOf(
  { db, asOf }: Pick<Reader, 'db' | 'asOf'>,
  { plan, filters }: { plan: string; filters: CommentFilters },
) {
  const counted = await whilePlanUnchanged({ db, asOf }, { plan, key: 'comments' }, () => cellsOf(db, plan))
  const fits = (cell: Cell, but: CommentFacet | null) =>
    commentFacets.every(
      (facet) => facet === but || filters[facet] === undefined || cell[facet] === filters[facet],
    )
  const sum = (cells: readonly Cell[]) => cells.reduce((all, { count }) => all + count, 0)
  const facet = (name: CommentFacet): FacetCount[] =>
    [
      ...Map.groupBy(
        counted.filter((cell) => fits(cell, name)),
        (cell) => cell[name],
      ),
    ]
      .flatMap(([value, cells]) => (value === null ? [] : [{ value, label: null, count: sum(cells) }]))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return {
    total: sum(counted.filter((cell) => fits(cell, null))),
    facets: { item: facet('item'), disposition: facet('disposition'), language: facet('language') },
  }
}

async function cellsOf(db: Db, plan: string): Promise<Cell[]> {
  const found = await sql<Cell>`
    select coalesce(c.item, 'plan') as item, c.language, count(*)::int as count,
      case when ${isWaiting} then ${waiting} else c.disposition end as disposition
    from plan_comments c where c.plan = ${plan} group by 1, 2, 4`.execute(db)
  return found.rows
}

/** The figures of a plan, and of each of its items that has comments. */
export async function commentFigures(
  db: Db,
  plan: string,
): Promise<CommentFigures & { items: Map<string, CommentFigures> }> {
  const found = await sql<{ item: string | null } & CommentFigures>`
    select c.item, count(*)::int as "all", (count(*) filter (where ${isWaiting}))::int as waiting
    from plan_comments c where c.plan = ${plan} and c.state = 'published' group by 1`.execute(db)
  const sum = (of: 'all' | 'waiting') => found.rows.reduce((all, row) => all + row[of], 0)
  return {
    all: sum('all'),
    waiting: sum('waiting'),
    items: new Map(found.rows.flatMap(({ item, ...figures }) => (item === null ? [] : [[item, figures]]))),
  }
}
