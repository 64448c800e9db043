import { sql } from 'kysely'
import { dutiesWhere, namedRecords, type RecordRef } from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { inLanguage, type Translated } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import { columnsOfList, type ListedRow, type SaidColumn } from './listed.ts'
import type { ListedNames } from './part-shape.ts'
import type { Dimension, SourceName } from './part.ts'
import type { Fact } from './result.ts'
import { kindOf } from './source-kinds.ts'

/** Records of lists of one source, as everybody may read of them at a moment, by id; a few questions for all. */
export async function listedRows(
  db: Db,
  source: SourceName,
  facts: readonly Fact[],
  at: Date,
): Promise<Map<string, ListedRow>> {
  const look = { today: dayOf(at), levels: ['public'] as const }
  const refs = facts.map(({ id }) => ({ kind: kindOf[source], id }))
  const within = await withinOf(db, source, facts, at)
  const owners = facts.flatMap(({ id }) => (within.get(id) as { ref?: RecordRef })?.ref ?? [])
  const names = await namedRecords(db, [...refs, ...owners], look)
  const nameOf = ({ kind, id }: RecordRef) => names.get(`${kind} ${id}`)?.name ?? null
  return new Map(
    facts.map((fact) => {
      const above = within.get(fact.id)
      return [
        fact.id,
        {
          id: fact.id,
          title: nameOf({ kind: kindOf[source], id: fact.id }) ?? {},
          within: above === undefined ? null : 'ref' in above ? nameOf(above.ref) : above.name,
          values: valuesOf(source, fact),
        },
      ]
    }),
  )
}

const valuesOf = (source: SourceName, { values, said }: Fact): ListedRow['values'] =>
  Object.fromEntries(
    columnsOfList(source).flatMap((column) => {
      const text = said?.[column as SaidColumn]
      const found = text === undefined ? (values[column as Dimension] ?? []) : [text]
      return found.length === 0 ? [] : [[column, found]]
    }),
  )

type Within = Map<string, { name: Translated } | { ref: RecordRef }>

/** What records stand within, by id: known by its name, or as another record that has one. */
async function withinOf(db: Db, source: SourceName, facts: readonly Fact[], at: Date): Promise<Within> {
  const ids = facts.map(({ id }) => id)
  if (ids.length === 0 || source === 'matrix') return new Map()
  if (source === 'duties') {
    const duties = await dutiesWhere(db, sql`d.id = any(${ids}::text[])`, at)
    return new Map(duties.map(({ id, paraphrase }) => [id, { name: paraphrase }]))
  }
  if (source === 'activities') {
    const found = await sql<{ id: string; name: Translated }>`
      select a.id, o.name from activities a join organizations o on o.id = a.published_organization
      where a.id = any(${ids}::text[]) and o.visibility = 'public'`.execute(db)
    return new Map(found.rows.map(({ id, name }) => [id, { name }]))
  }
  const kind = source === 'plans' ? 'plan' : 'plan-item'
  return new Map(
    facts.flatMap(({ id, values, item }) => {
      const above = source === 'plans' ? values.plan?.[0] : item
      return above === undefined ? [] : [[id, { ref: { kind, id: above } }] as const]
    }),
  )
}

/** What records are called now and where they are, for those that everybody may read; one question for each kind. */
export async function listedNames(
  { db, language, now }: Pick<Visit, 'language' | 'now'> & { db: Db },
  ids: readonly { source: SourceName; id: string }[],
): Promise<ListedNames> {
  const named = await namedRecords(
    db,
    ids.map(({ source, id }) => ({ kind: kindOf[source], id })),
    { today: dayOf(now), levels: ['public'] },
  )
  return new Map(
    [...named.values()].map(({ id, name, path }) => {
      const said = inLanguage(name, language)
      return [id, { title: said?.text ?? id, language: said?.language ?? language, path }]
    }),
  )
}
