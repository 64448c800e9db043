import { sql } from 'kysely'
import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { Refusal } from '#platform/errors.ts'
import { newShortId } from '#platform/short-id.ts'
import { languageCodes } from '#platform/languages.ts'
import { writeSources, type SourceText } from '#platform/texts/texts.ts'
import { editionOf } from './freezing/edition-queries.ts'
import type { EditionContent, FrozenTexts } from './freezing/edition.ts'
import { lockReport, note, type By } from './held-report-commands.ts'
import { putAnswers } from './report-commands.ts'
import { reportRights } from './report-rights.ts'
import { reportFields, reportThing, type Report } from './report.ts'
import { reportTemplate } from './templates/template-queries.ts'

export type CorrectRequest = By & { id: string; correction: string }

/** Begins a new version of a frozen report, with the same symbol, texts and questions; what was frozen stays as it is. */
export const correctReport = (db: Db, asked: CorrectRequest): Promise<{ id: string }> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, id, correction } = asked
    const report = await lockReport(tx, actor, id)
    permit(reportRights, 'correct', actor, reportThing(report))
    const edition = await editionOf(tx, id)
    if (edition === null) throw new Error('a frozen report has no edition')
    if (await hasCorrection(tx, id)) throw new Refusal(409, 'reports.corrected-already')
    const made = { ...report, id: newShortId(), version: report.version + 1, previous: id, correction }
    await insertVersion(tx, made, at)
    await putAnswers(tx, made.id, edition.content.answers)
    const texts = await insertSections(tx, made, edition.content, at)
    await carryReuses(tx, id, made.id)
    const facts = { previous: id }
    const line = { actor, at, act: 'correct-report', reason: correction, facts }
    await note(tx, { kind: 'report', id: made.id }, line, { from: null, to: 'drafting' })
    const words = reportFields.map((field) =>
      sourceOf({ kind: 'report', id: made.id, field }, report, edition.content.words[field] ?? {}),
    )
    await writeSources(tx, { bundle: `report/${made.id}`, texts: [...words, ...texts] }, actor.id, at)
    return { id: made.id }
  })

async function hasCorrection(tx: Tx, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom('reports')
    .select('id')
    .where('previous', '=', id)
    .where('state', '<>', 'discarded')
    .executeTakeFirst()
  return found !== undefined
}

const insertVersion = (tx: Tx, made: Report, at: Date) =>
  tx
    .insertInto('reports')
    .values({
      id: made.id,
      template: made.template,
      state: 'drafting',
      recipient: made.recipient,
      lead: made.lead,
      starts_on: made.startsOn,
      ends_on: made.endsOn,
      due_on: made.dueOn,
      language: made.language,
      agenda_item: made.agendaItem,
      symbol: made.symbol,
      series: made.series,
      version: made.version,
      previous: made.previous,
      correction: made.correction,
      revision: 1,
      created_at: at,
      updated_at: at,
      is_example: made.isExample,
    })
    .execute()

/** The sections as they were frozen, cleared, so that only what is corrected is sent back; with their texts to be kept. */
async function insertSections(
  tx: Tx,
  { id: report, template, language }: Report,
  { sections }: EditionContent,
  at: Date,
): Promise<SourceText[]> {
  const known = (await reportTemplate(tx, template))?.sections ?? []
  const texts: SourceText[] = []
  for (const [place, section] of sections.entries()) {
    const id = newShortId()
    const limit = known.find(({ code }) => code === section.code)?.limit ?? null
    const purpose = known.find(({ code }) => code === section.code)?.purpose ?? section.name
    await tx
      .insertInto('report_sections')
      .values({
        ...{
          id,
          report,
          code: section.code,
          place: place + 1,
          state: 'cleared',
          owner: section.owner,
          language,
        },
        name: JSON.stringify(section.name),
        purpose: JSON.stringify(purpose),
        limit_unit: limit?.unit ?? null,
        limit_number: limit?.number ?? null,
        revision: 1,
        updated_at: at,
      })
      .execute()
    if (section.parts.length > 0)
      await tx
        .insertInto('report_parts')
        .values(
          section.parts.map(({ key, query }, at) => ({
            ...{ report, key, section: id, place: at + 1 },
            query: JSON.stringify(query),
          })),
        )
        .execute()
    texts.push(sourceOf({ kind: 'report-section', id, field: 'text' }, { language }, section.text))
  }
  return texts
}

/** What the first version has taken from other reports, the corrected one has too. */
const carryReuses = (tx: Tx, from: string, to: string) =>
  sql`
    insert into report_reuses (section, place, source, source_version, source_section, source_paragraph, digest, text)
    select own.id, x.place, x.source, x.source_version, x.source_section, x.source_paragraph, x.digest, x.text
    from report_reuses x join report_sections s on s.id = x.section and s.report = ${from}
    join report_sections own on own.report = ${to} and own.code = s.code`.execute(tx)

/** The original with what people stood for in other languages; what a machine wrote is written anew. */
const sourceOf = (
  place: Pick<SourceText, 'kind' | 'id' | 'field'>,
  { language }: Pick<Report, 'language'>,
  texts: FrozenTexts,
): SourceText => ({
  ...place,
  language,
  text: texts[language]?.text ?? '',
  alsoIn: Object.fromEntries(
    languageCodes.flatMap((code) => {
      const found = texts[code]
      const isSound = found !== undefined && found.state !== 'machine' && found.state !== 'outdated'
      return code !== language && isSound ? [[code, found.text]] : []
    }),
  ),
  visibility: 'secretariat',
})
