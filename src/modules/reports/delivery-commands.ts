import { sql } from 'kysely'
import { addEvidenceIn, considerDutyIn } from '#modules/mandates/index.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { inLanguage } from '#platform/languages.ts'
import { calledInText } from './citing/cited-title.ts'
import { markedBlocks, citationsIn, wordsIn } from './markup/markup.ts'
import { editionOf } from './freezing/edition-queries.ts'
import type { EditionContent } from './freezing/edition.ts'
import { changeReport, lockReport, type By } from './held-report-commands.ts'
import { answersOf } from './report-queries.ts'
import { reportRights } from './report-rights.ts'
import { reportThing, type Answered, type Report } from './report.ts'
import { reportWorkflow } from './report-workflow.ts'
import { isOf, totalsIn } from './using/answering.ts'

type Asked = By & { id: string; revision?: number }

export type DeliverRequest = Asked & { deliveredOn: string }

/**
 * Records that a frozen report was handed over: each due date that it answers gets it as evidence, in the same transaction, with
 * the paragraph that speaks of the duty.
 */
export const deliverReport = (db: Db, asked: DeliverRequest): Promise<{ issues: Issue[] }> =>
  inOne(db, (tx) => deliverReportIn(tx, asked))

/** The same in a transaction that ends without a trace when there are issues. */
export async function deliverReportIn(tx: Tx, asked: DeliverRequest): Promise<{ issues: Issue[] }> {
  const { actor, at, id, revision, deliveredOn } = asked
  const report = await lockReport(tx, actor, id, revision)
  const state = take(reportWorkflow, reportRights, 'deliver', actor, reportThing(report))
  const edition = await editionOf(tx, id)
  if (edition === null) throw new Error('a frozen report has no edition')
  const issues = issuesOfDay('delivered-on', deliveredOn, report, at)
  for (const [duty, occurrences] of await dutiesOf(tx, id)) {
    if (issues.length > 0) break
    const added = await addEvidenceIn(tx, {
      ...{ actor, at, duty, kind: 'record', record: { kind: 'report', id } },
      ...{ url: null, title: null, seenOn: null, file: null, visibility: 'public' },
      shows: shownFor(edition.content, duty),
      language: report.language,
      happenedOn: deliveredOn,
      occurrences,
    })
    if ('issues' in added) issues.push(...added.issues)
  }
  if (issues.length > 0) return { issues }
  const columns = { state, delivered_on: deliveredOn }
  await changeReport(tx, report, columns, { actor, at, act: 'deliver-report', facts: { on: deliveredOn } })
  return { issues: [] }
}

export type ConsiderRequest = Asked & { consideredOn: string; decision: string }

/** Records that the recipient has considered it, and where that is written; the due dates that it answers say so too. */
export const considerReport = (db: Db, asked: ConsiderRequest): Promise<{ issues: Issue[] }> =>
  inOne(db, (tx) => considerReportIn(tx, asked))

export async function considerReportIn(tx: Tx, asked: ConsiderRequest): Promise<{ issues: Issue[] }> {
  const { actor, at, id, revision, consideredOn, decision } = asked
  const report = await lockReport(tx, actor, id, revision)
  const state = take(reportWorkflow, reportRights, 'consider', actor, reportThing(report))
  const issues = issuesOfDay('considered-on', consideredOn, report, at)
  for (const { duty, occurrence } of (await answersOf(tx, [id])).get(id) ?? []) {
    if (issues.length > 0) break
    const version = await consideredBefore(tx, { duty, occurrence })
    const noted = { body: report.recipient, consideredOn, source: decision, sourceUrl: null }
    issues.push(...(await considerDutyIn(tx, { actor, at, duty, occurrence, version, ...noted })))
  }
  if (issues.length > 0) return { issues }
  const columns = { state, considered_on: consideredOn, decision }
  await changeReport(tx, report, columns, { actor, at, act: 'consider-report', facts: { decision } })
  return { issues: [] }
}

/** Whatever was written goes again when anything is wrong. */
async function inOne(db: Db, act: (tx: Tx) => Promise<{ issues: Issue[] }>): Promise<{ issues: Issue[] }> {
  let issues: Issue[] = []
  const acting = db.transaction().execute(async (tx) => {
    issues = (await act(tx)).issues
    if (issues.length > 0) throw new Undone()
  })
  await acting.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return { issues }
}

class Undone extends Error {}

function issuesOfDay(field: string, day: string, { frozenAt }: Report, at: Date): Issue[] {
  const isEarly = frozenAt !== null && day < frozenAt.toISOString().slice(0, 10)
  return [
    ...(day > at.toISOString().slice(0, 10)
      ? [{ field, key: 'form.value.wrong' as const, rule: 'rule.not-future' as const }]
      : []),
    ...(isEarly ? [{ field, key: 'reports.before-frozen' as const }] : []),
  ]
}

async function dutiesOf(tx: Tx, report: string): Promise<Map<string, string[]>> {
  const answers = (await answersOf(tx, [report])).get(report) ?? []
  const grouped = Map.groupBy(answers, ({ duty }) => duty)
  return new Map([...grouped].map(([duty, own]) => [duty, own.map(({ occurrence }) => occurrence)]))
}

const longestShown = 1500

/** The paragraph that cites the duty or its provision; where none does, the title of the report. */
function shownFor({ report, sections, words }: EditionContent, duty: string): string {
  const { language, symbol } = report
  const totals = totalsIn(sections)
  for (const { text, cited } of sections)
    for (const block of markedBlocks(text[language]?.text ?? ''))
      if (citationsIn([block]).some((one) => isOf(duty, one)))
        return wordsIn([block], {
          part: (key) => String(totals[key] ?? ''),
          citation: (one) => inLanguage(calledInText(cited, one), language)?.text ?? '',
        }).slice(0, longestShown)
  return words.title?.[language]?.text ?? symbol
}

async function consideredBefore(tx: Tx, { duty, occurrence }: Answered): Promise<number> {
  const found = await sql<{ revision: number }>`
    select coalesce(max(revision), 0)::int as revision from considerations
    where duty = ${duty} and occurrence = ${occurrence}`.execute(tx)
  return found.rows[0]?.revision ?? 0
}
