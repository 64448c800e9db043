import { sql } from 'kysely'
import { activityCodes } from '#modules/activities/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { following } from '#platform/following.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { readCursor, writeCursor } from '#platform/web/listing.ts'
import { plansSeen } from '../../plan-queries.ts'
import { planTypes } from '../../plan-types/type-queries.ts'
import { filtered, type Chosen, type Filtered } from '../filtered.ts'
import { knownItems } from '../known-items-queries.ts'
import { inPlans, sightOf, type PlannedItem } from '../whole-queries.ts'
import { gapFacets, type GapFacet, type GapKind } from './gap.ts'
import { gapsIn, type FoundGap, type Obligation } from './gaps-in.ts'

export type GapFilters = { readonly [facet in GapFacet]?: string | undefined }

export type GapDuty = {
  id: string
  paraphrase: Translated
  verb: Translated
  deliverable: Translated
  actionLines: string[]
  bodies: string[]
  /** What these bodies are: 'bureau', 'membership' … */
  kinds: string[]
  /** Whether a later revision of its text is known, which is not here: that it goes on is not confirmed. */
  isPresumed: boolean
}

/** A gap: the key is the id of a duty or of an item, or the code of an action line or target. */
export type Gap = { kind: GapKind; key: string; duty: GapDuty | null; item: PlannedItem | null }

export type GapList = {
  rows: Gap[]
  total: number
  next: string | null
  facets: Record<GapFacet, Map<string, number>>
}

type Asked = { filters: GapFilters; today: string }

/** What is missing in what the reader may see; five questions. */
export async function gapList(
  db: Db,
  actor: Actor,
  language: LanguageCode,
  { after, limit, ...asked }: Asked & { after: string | undefined; limit: number },
): Promise<GapList> {
  const skip = readCursor(after, ['place'])?.[0] ?? 0
  const { fitting, counts } = await fittingGaps(db, actor, asked)
  const shown = fitting.slice(skip, skip + limit)
  const duties = await dutiesOf(
    db,
    shown.flatMap(({ kind: [kind], key }) => (kind === 'duty' ? [key] : [])),
  )
  const ofItems = shown.flatMap(({ kind: [kind], key }) => (isOfItem(kind) ? [key] : []))
  const items = new Map((await inPlans(db, ofItems, language)).map((one) => [one.item.id, one] as const))
  return {
    rows: shown.map(({ kind: [kind], key }) => ({
      kind,
      key,
      duty: duties.get(key) ?? null,
      item: items.get(key) ?? null,
    })),
    total: fitting.length,
    next: skip + limit < fitting.length ? writeCursor([skip + limit]) : null,
    facets: counts,
  }
}

const isOfItem = (kind: GapKind): boolean => kind !== 'duty' && kind !== 'line' && kind !== 'target'

/** Judged and counted once for all who see the same plans, until something changes or the day ends. */
const fittingGaps = (db: Db, actor: Actor, asked: Asked): Promise<Filtered<GapFacet, FoundGap>> =>
  whileUnchanged(db, `task-force-gaps ${JSON.stringify([sightOf(actor), asked])}`, async () => {
    const { filters, today } = asked
    const plans = (await plansSeen(db, actor)).filter(({ state }) => state !== 'superseded')
    const found = gapsIn({
      plans,
      today,
      items: [...(await knownItems(db)).values()],
      types: await planTypes(db),
      lines: [...(await activityCodes(db, today))['action-lines'].values()],
      obligations: await obligations(db),
    })
    const chosen = gapFacets.flatMap((facet): Chosen<GapFacet, FoundGap>[] => {
      const value = filters[facet]
      return value === undefined ? [] : [[facet, (gap) => gap[facet].includes(value)]]
    })
    return filtered(found, gapFacets, (gap, facet) => gap[facet], chosen)
  })

/**
 * Obligations of texts that no later one here has replaced; read again when something else than plans changes. A text of which a later
 * revision is known but not here goes on as presumed, as everywhere (decision 0006).
 */
const obligations = following<Obligation[]>({
  begin: async (db) => {
    const found = await sql<Obligation>`
      select d.id, d.revision || '/' || d.address as provision, p.action_lines as lines,
        coalesce((select array_agg(distinct x.body) from duty_parties x
          where x.duty = d.id and x.role = 'addressee' and x.body is not null), '{}') as units
      from duties d join revisions r on r.id = d.revision
        join provisions p on p.revision = d.revision and p.address = d.address
      where d.obligation and not exists (
        select from revisions l
        where l.instrument = r.instrument and (coalesce(l.year, -1), l.id) > (coalesce(r.year, -1), r.id)
          and exists (select from provisions o where o.revision = l.id))
      order by d.revision, p.sort, d.sort, d.id`.execute(db)
    return found.rows
  },
  follow: async (_db, known, lines) => (lines.every(({ act }) => act.startsWith('plans.')) ? known : null),
})

async function dutiesOf(db: Db, ids: readonly string[]): Promise<Map<string, GapDuty>> {
  if (ids.length === 0) return new Map()
  const found = await sql<GapDuty>`
    select d.id, p.paraphrase, d.verb, d.deliverable, p.action_lines as "actionLines", c.superseded_by is not null as "isPresumed",
      coalesce((select array_agg(x.body order by x.place) from duty_parties x
        where x.duty = d.id and x.role = 'addressee' and x.body is not null), '{}') as bodies,
      coalesce((select array_agg(distinct b.kind) from duty_parties x join bodies b on b.id = x.body
        where x.duty = d.id and x.role = 'addressee'), '{}') as kinds
    from duties d join provisions p on p.revision = d.revision and p.address = d.address
      join revision_chains c on c.id = d.revision
    where d.id = any(${[...ids]}::text[])`.execute(db)
  return new Map(found.rows.map((one) => [one.id, one]))
}
