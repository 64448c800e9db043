import { operator, type Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { freezeReport } from '#modules/reports/freezing/freeze-commands.ts'
import { savePart } from '#modules/reports/parts/part-commands.ts'
import type { PartQuery } from '#modules/reports/parts/part.ts'
import { startReport, type NewReport } from '#modules/reports/report-commands.ts'
import { writeSection, takeSectionStep } from '#modules/reports/sections/section-commands.ts'
import { sectionsOf } from '#modules/reports/sections/section-queries.ts'
import { makeComment, takeCommentStep } from '#modules/reports/talk/comment-commands.ts'
import { suggest, takeSuggestionStep } from '#modules/reports/talk/suggestion-commands.ts'
import type { SuggestionState } from '#modules/reports/talk/talk.ts'
import { takeReportStep, type PlainStep } from '#modules/reports/step-commands.ts'
import { emptyContent } from '#modules/activities/index.ts'
import { putActivities } from './published-activities.ts'
import { testMoment } from './register-database.ts'

const by = { actor: operator, at: testMoment }

/** The due date of the duty that the yearly report to the Council answers. */
export const councilDuty = { duty: 'pp-140-dubai-2018/instructs-secretary-general/5#1', occurrence: '2026' }

/** Entries of three regions about two lines. */
export const putEntries = (db: Db): Promise<void> =>
  putActivities(
    db,
    [
      ['rprt000001', ['C2', 'C5'], ['9.c', '9.1'], ['KE']],
      ['rprt000002', ['C2'], ['4'], ['PE', 'KE']],
      ['rprt000003', ['C5'], [], ['FR']],
    ].map(([id, lines, goals, countries]) => ({
      id: id as string,
      content: {
        ...emptyContent,
        title: `Entry ${id as string}`,
        type: 'project',
        actionLines: (lines as string[]).map((code) => ({ code, why: '', themes: [] })),
        sdgs: (goals as string[]).map((code) => ({ code, why: '' })),
        countries: countries as string[],
      },
    })),
  )

export async function newReport(db: Db, report: Partial<NewReport> = {}): Promise<string> {
  const made = await startReport(db, {
    ...by,
    template: 'council-comprehensive',
    language: 'en',
    words: { title: 'Report on lamps', action: 'The Council is invited to note this report.' },
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    dueOn: '2027-05-01',
    answers: [councilDuty],
    ...report,
  })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  return made.id
}

export const steps = async (db: Db, id: string, names: readonly PlainStep[], actor: Actor = operator) => {
  for (const name of names) {
    const { issues } = await takeReportStep(db, name, { ...by, actor, id, reason: 'So.' })
    if (issues.length > 0) throw new Error(JSON.stringify(issues))
  }
}

/** Live parts in the section that speaks of the Stocktaking, by their keys. */
async function putParts(db: Db, id: string, parts: Record<string, PartQuery>) {
  const section = (await sectionsOf(db, id)).find(({ code }) => code === 'stocktaking')?.id ?? ''
  for (const [key, query] of Object.entries(parts)) {
    const { issues } = await savePart(db, { ...by, section, key, query, isNew: true })
    if (issues.length > 0) throw new Error(JSON.stringify(issues))
  }
}

/** Every section with a text that shows its live parts; handed in and cleared. */
export async function writeAll(
  db: Db,
  id: string,
  texts: Record<string, string>,
  language: LanguageCode = 'en',
) {
  for (const { id: section, code } of await sectionsOf(db, id)) {
    const text = texts[code] ?? `What is said about ${code}.`
    const { issues } = await writeSection(db, { ...by, id: section, language, text })
    if (issues.length > 0) throw new Error(JSON.stringify(issues))
    await takeSectionStep(db, 'hand-in', { ...by, id: section })
    await takeSectionStep(db, 'clear', { ...by, id: section })
  }
}

/** A report that was frozen under a symbol, with its digest. */
export async function frozenReport(
  db: Db,
  texts: Record<string, string>,
  {
    symbol = 'C26/35',
    parts = {},
    ...report
  }: Partial<NewReport> & { symbol?: string; parts?: Record<string, PartQuery> } = {},
): Promise<{ id: string; digest: string }> {
  const id = await newReport(db, report)
  await steps(db, id, ['collect'])
  await putParts(db, id, parts)
  await writeAll(db, id, texts)
  await steps(db, id, ['draft', 'submit', 'clear-sector', 'clear-task-force', 'clear'])
  const frozen = await freezeReport(db, { ...by, id, symbol })
  if ('issues' in frozen) throw new Error(JSON.stringify(frozen.issues))
  return { id, digest: frozen.digest }
}

/** Somebody who sees drafts and speaks of them. */
export const talker: Actor = {
  ...{ person: 'officer', id: 'officer', name: 'Officer' },
  standings: [{ role: 'secretariat', scope: null }],
}

/** A section of the General Secretariat with a text of one paragraph, of a report that is being collected. */
async function sectionWithText(db: Db): Promise<string> {
  const id = await newReport(db, { answers: [] })
  await steps(db, id, ['collect'])
  const [first] = await sectionsOf(db, id)
  if (first === undefined) throw new Error('the report has no sections')
  await writeSection(db, { ...by, id: first.id, language: 'en', text: 'About lamps.' })
  return first.id
}

/** A comment on the words of a section. */
export async function commented(db: Db, isSettled: boolean): Promise<{ section: string; id: string }> {
  const section = await sectionWithText(db)
  const said = {
    actor: talker,
    at: testMoment,
    section,
    language: 'en',
    quote: 'lamps',
    text: 'Which?',
  } as const
  const made = await makeComment(db, said)
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  if (isSettled) await takeCommentStep(db, 'settle', { ...by, id: made.id })
  return { section, id: made.id }
}

/** Another wording of the paragraph of a section, and what became of it. */
export async function suggested(db: Db, state: SuggestionState): Promise<{ section: string; id: string }> {
  const section = await sectionWithText(db)
  const made = await suggest(db, {
    ...{ actor: talker, at: testMoment, section, language: 'en', after: 'About 12 lamps.', why: '' },
    paragraph: { place: 0, before: 'About lamps.' },
  })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  const { id } = made
  if (state === 'accepted') await takeSuggestionStep(db, 'accept', { ...by, id })
  if (state === 'rejected') await takeSuggestionStep(db, 'reject', { ...by, id, reason: 'So.' })
  if (state === 'withdrawn') await takeSuggestionStep(db, 'withdraw', { ...by, actor: talker, id })
  return { section, id }
}
