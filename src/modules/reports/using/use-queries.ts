import { sql, type RawBuilder } from 'kysely'
import { publicReportStates } from '../report.ts'
import '../tables.ts'

/** What is asked for as 'activity:7kq2m…', 'provision:pp-140-dubai-2018/resolves/6'. */
export type UsedRecord = { kind: string; id: string }

export function usedRecordOf(text: string): UsedRecord {
  const at = text.indexOf(':')
  return { kind: text.slice(0, Math.max(at, 0)), id: text.slice(at + 1) }
}

export const usedRecordText = ({ kind, id }: UsedRecord): string => `${kind}:${id}`

/** Frozen reports `r` that cite, list or ask about a record; what cites a duty of a provision cites the provision. */
export const usesRecord = ({ kind, id }: UsedRecord): RawBuilder<boolean> => {
  const own = sql`(u.kind = ${kind} and u.record = ${id})`
  const record =
    kind === 'provision' ? sql`(${own} or (u.kind = 'duty' and u.record in (${dutiesOf(id)})))` : own
  return sql<boolean>`(${isFrozen} and r.id in (select u.report from report_uses u where ${record}))`
}

/** Reports `r` that were delivered as the answer to a duty, or to any duty of a provision. */
export const deliveredFor = (record: string): RawBuilder<boolean> =>
  sql<boolean>`(${isFrozen} and r.delivered_on is not null and r.id in (
    select a.report from report_answers a where a.duty = ${record} or a.duty in (${dutiesOf(record)})))`

/** What the list of reports is narrowed to, each where it is asked for. */
export const amongUsed = (uses: string | undefined, answers: string | undefined): RawBuilder<boolean> =>
  sql<boolean>`(${uses === undefined ? sql`true` : usesRecord(usedRecordOf(uses))}
    and ${answers === undefined ? sql`true` : deliveredFor(answers)})`

const isFrozen = sql`r.state = any(${[...publicReportStates]}::text[])`

const dutiesOf = (provision: string): RawBuilder<unknown> => {
  const [revision = '', ...address] = provision.split('/')
  return sql`select d.id from duties d where d.revision = ${revision} and d.address = ${address.join('/')}`
}
