import type { Tx } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { translationsFor, writeSources, type SourceText } from '#platform/texts/texts.ts'
import type { By } from './held-report-commands.ts'
import { isPublicReport, reportFields, type GivenWords, type Report } from './report.ts'
import type { Section } from './sections/section.ts'

type Given<Words> = { language: LanguageCode; words: Words }

/** Keeps the words of a report that is held. */
export const writeReportWords = (
  tx: Tx,
  report: Pick<Report, 'id' | 'language' | 'state'>,
  given: Given<GivenWords>,
  by: By,
): Promise<void> =>
  writeWords(tx, { kind: 'report', fields: reportFields, record: report, report }, given, by)

/** Keeps the text of a section of a held report. */
export const writeSectionText = (
  tx: Tx,
  report: Pick<Report, 'id' | 'state'>,
  section: Pick<Section, 'id' | 'language'>,
  given: Given<{ text: string }>,
  by: By,
): Promise<void> =>
  writeWords(tx, { kind: 'report-section', fields: ['text'], record: section, report }, given, by)

type Written<Field extends string> = {
  kind: 'report' | 'report-section'
  fields: readonly Field[]
  record: { id: string; language: LanguageCode }
  report: Pick<Report, 'state'>
}

/** What is given in another language than the original stands beside it, and is an original too. */
async function writeWords<Field extends string>(
  tx: Tx,
  { kind, fields, record: { id, language }, report }: Written<Field>,
  given: Given<Partial<Record<Field, string>>>,
  { actor, at }: By,
): Promise<void> {
  const isOriginal = given.language === language
  const own = isOriginal ? undefined : (await translationsFor(tx, [{ kind, id }]))(kind, id)?.[language]
  const texts = fields.map((field): SourceText => ({
    kind,
    id,
    field,
    language,
    text: isOriginal ? (given.words[field] ?? '') : (own?.[field]?.text ?? ''),
    alsoIn: isOriginal ? {} : { [given.language]: given.words[field] ?? '' },
    visibility: isPublicReport(report) ? 'public' : 'secretariat',
  }))
  await writeSources(tx, { bundle: `${kind}/${id}`, texts }, actor.id, at)
}

type Worded = { id: string; language: LanguageCode }

/** Until a report is frozen only the staff and its translators see its words; from then on everybody does. */
export async function showWords(
  tx: Tx,
  report: Worded,
  sections: readonly Worded[],
  { actor, at }: By,
): Promise<void> {
  const all = [
    ...reportFields.map((field) => ({ kind: 'report', field: field as string, of: report })),
    ...sections.map((of) => ({ kind: 'report-section', field: 'text', of })),
  ]
  const known = await translationsFor(
    tx,
    all.map(({ kind, of }) => ({ kind, id: of.id })),
  )
  const texts = all.map(({ kind, field, of: { id, language } }): SourceText => ({
    kind,
    id,
    field,
    language,
    text: known(kind, id)?.[language]?.[field]?.text ?? '',
    visibility: 'public',
  }))
  await writeSources(tx, { bundle: `report/${report.id}`, texts }, actor.id, at)
}
