import { sql, type RawBuilder } from 'kysely'
import { has, type Actor } from '#platform/access/actor.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { textsOf, translationsFor, type TextRead } from '#platform/texts/texts.ts'
import { readCursor, writeCursor } from '#platform/web/listing.ts'
import { unitsOf } from '../staff.ts'
import { isLate, openMatterStates, type Matter, type MatterField } from './matter.ts'
import '../tables.ts'

export type MatterRead = { matter: Matter; words: Partial<Record<MatterField, TextRead>> }

/** Where every read of matters `m` begins. */
export const mattersSeenBy = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`m.visibility = any(${levelsSeenBy(actor)}::text[])`

/** Matters that fit, the latest first. */
export async function mattersWhere(db: Db, where: RawBuilder<unknown>): Promise<Matter[]> {
  const found = await sql<Matter>`
    select m.id, m.kind, m.state, m.visibility, m.language, m.origin, m.decided_on::text as "decidedOn", m.carer,
      m.due_on::text as "dueOn", m.reason, m.opened_at as "openedAt", m.updated_at as "updatedAt", m.revision,
      m.is_example as "isExample",
      coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'record', l.record) order by l.kind, l.record)
        from task_force_matter_links l where l.matter = m.id), '[]') as links
    from task_force_matters m where ${where} order by m.decided_on desc, m.id`.execute(db)
  return found.rows
}

export async function withMatterWords(
  db: Db,
  matters: readonly Matter[],
  language: LanguageCode,
): Promise<MatterRead[]> {
  const texts = await textsOf(
    db,
    matters.map(({ id }) => ({ kind: 'task-force-matter', id })),
    language,
  )
  return matters.map((matter) => ({
    matter,
    words: texts.get('task-force-matter', matter.id) as MatterRead['words'],
  }))
}

/** A matter with its words; null for what is not there and for what the actor may not see. */
export async function matterRead(
  db: Db,
  actor: Actor,
  id: string,
  language: LanguageCode,
): Promise<MatterRead | null> {
  const matters = await mattersWhere(db, sql`m.id = ${id} and ${mattersSeenBy(actor)}`)
  const [read] = await withMatterWords(db, matters, language)
  return read ?? null
}

export const matterFacets = ['kind', 'state', 'origin', 'unit', 'due'] as const

export type MatterFacet = (typeof matterFacets)[number]

export type MatterFilters = { readonly [facet in MatterFacet]?: string | undefined }

export type MatterList = {
  rows: MatterRead[]
  total: number
  next: string | null
  facets: Record<MatterFacet, Map<string, number>>
}

/** All that fit, the latest first. There are some dozens a year, so all are read; their words only for the page. */
export async function matterList(
  db: Db,
  actor: Actor,
  language: LanguageCode,
  asked: { filters: MatterFilters; today: string; after: string | undefined; limit: number },
): Promise<MatterList> {
  const { filters, today, after, limit } = asked
  const skip = readCursor(after, ['place'])?.[0] ?? 0
  const all = await mattersWhere(db, mattersSeenBy(actor))
  const fits = (matter: Matter, but?: MatterFacet) =>
    matterFacets.every((facet) => {
      const wanted = filters[facet]
      return facet === but || wanted === undefined || valueOf[facet](matter, today) === wanted
    })
  const found = all.filter((matter) => fits(matter))
  return {
    rows: await withMatterWords(db, found.slice(skip, skip + limit), language),
    total: found.length,
    next: skip + limit < found.length ? writeCursor([skip + limit]) : null,
    facets: Object.fromEntries(
      matterFacets.map((facet) => {
        const values = all.filter((matter) => fits(matter, facet)).map((one) => valueOf[facet](one, today))
        return [facet, counted(values.filter((value) => value !== null))]
      }),
    ) as MatterList['facets'],
  }
}

const valueOf: Record<MatterFacet, (matter: Matter, today: string) => string | null> = {
  kind: ({ kind }) => kind,
  state: ({ state }) => state,
  origin: ({ origin }) => origin,
  unit: ({ carer }) => carer,
  due: (matter, today) => (isLate(matter, today) ? 'late' : null),
}

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const aheadDays = 30

/** How many matters want something of the actor within a month: of the units that they stand for, or of all for the secretariat. */
export async function dueMatterCount(db: Db, actor: Actor, today: string): Promise<number> {
  const isOffice = has(actor, 'secretariat') || has(actor, 'administrator')
  const units = unitsOf(actor).map((scope) => scope.slice('body:'.length))
  const found = await sql<{ count: number }>`
    select count(*)::int as count from task_force_matters m
    where m.state = any(${[...openMatterStates]}::text[]) and m.due_on <= ${today}::date + ${aheadDays}::int
      and ${isOffice ? sql`true` : sql`m.carer = any(${units}::text[])`}`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** The languages in which people have written a matter, the first one among them. */
export async function writtenIn(db: Db, id: string): Promise<LanguageCode[]> {
  const own = (await translationsFor(db, [{ kind: 'task-force-matter', id }]))('task-force-matter', id)
  return languageCodes.filter((language) => {
    const state = own?.[language]?.['title']?.state ?? 'missing'
    return state !== 'missing' && state !== 'machine'
  })
}

/** What a matter says in one language, and nothing of another. */
export async function matterWordsIn(
  db: Db,
  id: string,
  language: LanguageCode,
): Promise<Record<MatterField, string>> {
  const own = (await translationsFor(db, [{ kind: 'task-force-matter', id }]))('task-force-matter', id)?.[
    language
  ]
  const of = (field: MatterField) => own?.[field]?.text ?? ''
  return { title: of('title'), text: of('text'), outcome: of('outcome') }
}
