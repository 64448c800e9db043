import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { newShortId } from '#platform/short-id.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import { changeReport, lockReport, note, type By } from './held-report-commands.ts'
import { reportRights } from './report-rights.ts'
import { reportThing, type Answered, type GivenWords } from './report.ts'
import { reportWorkflow } from './report-workflow.ts'
import { reportTemplate } from './templates/template-queries.ts'
import type { Template } from './templates/template.ts'
import { unknownAnswers } from './answer-queries.ts'
import { writeReportWords } from './word-commands.ts'

/** What a report is about and when it is due, beside its words. Days as year-month-day. */
export type ReportHeader = {
  startsOn: string
  endsOn: string
  dueOn: string
  /** Under which item of the recipient's agenda; null where it is not known yet. */
  agendaItem?: string | null
  answers: readonly Answered[]
}

export type NewReport = By &
  ReportHeader & {
    template: string
    language: LanguageCode
    words: GivenWords
    isExample?: boolean
  }

type Made = { issues: Issue[] } | { id: string }

/** A planned report with the sections and live parts of its template. */
export const startReport = (db: Db, report: NewReport): Promise<Made> =>
  db.transaction().execute((tx) => startReportIn(tx, report))

export async function startReportIn(tx: Tx, asked: NewReport): Promise<Made> {
  const { actor, at, language, words, isExample = false } = asked
  const template = await reportTemplate(tx, asked.template)
  if (template === null) return { issues: [{ field: 'template', key: 'form.value.choice' }] }
  permit(reportRights, 'make', actor, reportThing({ state: 'planned', lead: template.lead }))
  const issues = await issuesOfHeader(tx, asked)
  if (issues.length > 0) return { issues }
  const id = newShortId()
  await tx
    .insertInto('reports')
    .values({
      id,
      template: template.id,
      state: reportWorkflow.start,
      recipient: template.recipient,
      lead: template.lead,
      starts_on: asked.startsOn,
      ends_on: asked.endsOn,
      due_on: asked.dueOn,
      language,
      agenda_item: asked.agendaItem ?? null,
      series: id,
      version: 1,
      revision: 1,
      created_at: at,
      updated_at: at,
      is_example: isExample,
    })
    .execute()
  await putAnswers(tx, id, asked.answers)
  await insertSections(tx, id, template, { language, at })
  await note(tx, { kind: 'report', id }, { actor, at, act: 'make-report' }, { from: null, to: 'planned' })
  await writeReportWords(tx, { id, language, state: 'planned' }, { language, words }, { actor, at })
  return { id }
}

export async function putAnswers(tx: Tx, report: string, answers: readonly Answered[]): Promise<void> {
  await tx.deleteFrom('report_answers').where('report', '=', report).execute()
  if (answers.length === 0) return
  await tx
    .insertInto('report_answers')
    .values(answers.map((answer) => ({ report, ...answer })))
    .execute()
}

async function insertSections(
  tx: Tx,
  report: string,
  { sections }: Template,
  { language, at }: { language: LanguageCode; at: Date },
): Promise<void> {
  const made = sections.map((section) => ({ id: newShortId(), section }))
  await tx
    .insertInto('report_sections')
    .values(
      made.map(({ id, section }, place) => ({
        id,
        report,
        code: section.code,
        place: place + 1,
        state: 'asked' as const,
        name: JSON.stringify(section.name),
        purpose: JSON.stringify(section.purpose),
        owner: section.owner,
        limit_unit: section.limit?.unit ?? null,
        limit_number: section.limit?.number ?? null,
        language,
        revision: 1,
        updated_at: at,
      })),
    )
    .execute()
  const keys = new Set<string>()
  const parts = made.flatMap(({ id, section }) =>
    section.parts.map(({ key, query }, place) => ({
      report,
      key: freeKey(keys, key),
      section: id,
      place: place + 1,
      query: JSON.stringify(query),
    })),
  )
  if (parts.length > 0) await tx.insertInto('report_parts').values(parts).execute()
}

/** A key names one part of a report: where sections of a template share one, a number follows. */
export function freeKey(taken: Set<string>, wanted: string): string {
  let key = wanted
  for (let number = 2; taken.has(key); number += 1) key = `${wanted}-${number}`
  taken.add(key)
  return key
}

/** Another period or day, or other due dates that it answers. */
export const changeReportHeader = (db: Db, asked: HeaderRequest): Promise<Made> =>
  db.transaction().execute((tx) => changeReportHeaderIn(tx, asked))

type HeaderRequest = By & ReportHeader & { id: string; revision?: number | undefined }

export async function changeReportHeaderIn(
  tx: Tx,
  { actor, at, id, revision, ...header }: HeaderRequest,
): Promise<Made> {
  const report = await lockReport(tx, actor, id, revision)
  permit(reportRights, 'edit', actor, reportThing(report))
  const issues = await issuesOfHeader(tx, header)
  if (issues.length > 0) return { issues }
  await putAnswers(tx, id, header.answers)
  const columns = {
    starts_on: header.startsOn,
    ends_on: header.endsOn,
    due_on: header.dueOn,
    agenda_item: header.agendaItem ?? null,
  }
  await changeReport(tx, report, columns, { actor, at, act: 'edit-report' })
  return { id }
}

async function issuesOfHeader(tx: Tx, header: ReportHeader): Promise<Issue[]> {
  const unknown = await unknownAnswers(tx, header.answers)
  return [
    ...(header.endsOn > header.startsOn
      ? []
      : [{ field: 'ends-on', key: 'reports.ends-before-start' as const }]),
    ...(unknown.length === 0
      ? []
      : [
          { field: 'answers', key: 'reports.answer-unknown' as const, values: { codes: unknown.join(', ') } },
        ]),
  ]
}

/** Title and what the recipient is asked to do, in one language. */
export const changeReportWords = (db: Db, asked: WordsRequest): Promise<void> =>
  db.transaction().execute((tx) => changeReportWordsIn(tx, asked))

type WordsRequest = By & {
  id: string
  revision?: number | undefined
  language: LanguageCode
  words: GivenWords
}

export async function changeReportWordsIn(
  tx: Tx,
  { actor, at, id, revision, ...given }: WordsRequest,
): Promise<void> {
  const report = await lockReport(tx, actor, id, revision)
  permit(reportRights, 'edit', actor, reportThing(report))
  await holdTexts(tx, [{ kind: 'report', id }])
  await changeReport(tx, report, {}, { actor, at, act: 'word-report', facts: { language: given.language } })
  await writeReportWords(tx, report, given, { actor, at })
}
