import { sql } from 'kysely'
import type { RecordKind } from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import { translationsFor, type Translations } from '#platform/texts/texts.ts'
import { yearRange } from '#platform/ui/format.ts'
import { planPaths } from '../paths.ts'
import { publicPlanStates } from '../plan.ts'
import { reportRecordKind } from './duty-evidence-queries.ts'

/** Reports that were accepted can be cited as evidence. */
export const offeredRecords: RecordKind[] = [
  {
    kind: reportRecordKind,
    idOf: (path) => /^\/plan-reports\/([0-9a-z]{10})$/.exec(path)?.[1] ?? null,
    path: planPaths.report,
    names: (db, ids) =>
      names(
        db,
        sql`select r.id, r.item, i.code, d.starts_on as starts, d.ends_on as ends
      from plan_reports r join plan_items i on i.id = r.item join plan_periods d on d.id = r.period
      join plans p on p.id = r.plan
      where r.id = any(${ids}::text[]) and r.state = 'accepted' and p.state = any(${[...publicPlanStates]}::text[])`,
      ),
  },
]

type Found = { id: string; item: string; code: string; from: number | null; to: number | null }

async function names(db: Db, rows: ReturnType<typeof sql>): Promise<Map<string, Translated>> {
  const found = await sql<Found>`
    select id, item, code, extract(year from starts)::int as from, extract(year from ends)::int as to from (${rows}) as f`.execute(
    db,
  )
  const translations = await translationsFor(
    db,
    found.rows.map(({ item }) => ({ kind: 'plan-item', id: item })),
  )
  return new Map(found.rows.map((row) => [row.id, nameOf(row, translations('plan-item', row.item))]))
}

function nameOf({ code, from, to }: Found, translations: Translations): Translated {
  const years = from === null || to === null ? '' : ` (${yearRange(from, to)})`
  return Object.fromEntries(
    languageCodes.flatMap((language) => {
      const title = translations?.[language]?.['title']?.text
      return title ? [[language, `${code} ${title}${years}`]] : []
    }),
  )
}
