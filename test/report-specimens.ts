import { operator, type Scope } from '#platform/access/actor.ts'
import { freezeReport } from '#modules/reports/freezing/freeze-commands.ts'
import { considerReport, deliverReport } from '#modules/reports/delivery-commands.ts'
import type { PlainStep } from '#modules/reports/step-commands.ts'
import { seesDrafts } from '#modules/reports/report-rights.ts'
import { isPublicReport, type ReportState } from '#modules/reports/report.ts'
import { takeSectionStep, writeSection } from '#modules/reports/sections/section-commands.ts'
import type { SuggestionState } from '#modules/reports/talk/talk.ts'
import { sectionsOf } from '#modules/reports/sections/section-queries.ts'
import { saveTemplate } from '#modules/reports/templates/template-commands.ts'
import { reportTemplates } from '#modules/reports/templates/template-queries.ts'
import { newShortId } from '#platform/short-id.ts'
import { commented, newReport, steps, suggested, talker, writeAll } from './report-samples.ts'
import type { Specimen, SpecimensOf } from './specimens.ts'
import { testMoment } from './register-database.ts'
import { testDay, type TestSite } from './test-site.ts'

/** How the forms of reports, their sections and their templates are tested. */
export const reportSpecimens: readonly SpecimensOf[] = [
  {
    noun: 'report',
    make: report,
    others: {
      make: 'concerns no report yet: report-pages.test.ts',
      'clear-task-force': 'within the task force: report-pages.test.ts',
      clear: 'within the office of the Secretary-General: report-pages.test.ts',
      'send-back': 'within the body whose turn it is: report-pages.test.ts',
    },
  },
  { noun: 'report-section', make: section, others: {} },
  {
    noun: 'report-comment',
    make: comment,
    others: { make: 'concerns no comment yet: talk/talk-pages.test.ts' },
  },
  {
    noun: 'report-suggestion',
    make: suggestion,
    others: { make: 'concerns no wording yet: talk/talk-pages.test.ts' },
  },
  {
    noun: 'report-template',
    make: template,
    others: { make: 'concerns no template yet: report-pages.test.ts' },
  },
]

const by = { actor: operator, at: testMoment }
const within: readonly Scope[] = ['body:itu-gs']

const stepsTo: Readonly<Record<string, readonly PlainStep[]>> = {
  'sector-clearance': [],
  'task-force-clearance': ['clear-sector'],
  'final-clearance': ['clear-sector', 'clear-task-force'],
  cleared: ['clear-sector', 'clear-task-force', 'clear'],
}

/** What is written is shown to the staff of the Union, what was frozen to everybody, what was discarded to nobody. */
async function report({ db }: TestSite, state: string): Promise<Specimen> {
  const id = await newReport(db, { answers: [] })
  await bring(db, id, state as ReportState)
  const isPublic = isPublicReport({ state: state as ReportState })
  return {
    state,
    parameters: { report: id, language: 'fr', key: 'entries' },
    keepers: [],
    within,
    isSeenBy: (actor) => isPublic || (state !== 'discarded' && seesDrafts(actor)),
  }
}

async function bring(db: TestSite['db'], id: string, state: ReportState): Promise<void> {
  if (state === 'planned') return
  if (state === 'discarded') return steps(db, id, ['discard'])
  await steps(db, id, ['collect'])
  if (state === 'collecting') return
  await writeAll(db, id, {})
  await steps(db, id, ['draft'])
  if (state === 'drafting') return
  await steps(db, id, ['submit', ...(stepsTo[state] ?? stepsTo['cleared'] ?? [])])
  if (state in stepsTo) return
  await freezeReport(db, { ...by, id, symbol: `S/${newShortId()}` })
  if (state === 'delivered' || state === 'considered')
    await deliverReport(db, { ...by, id, deliveredOn: testDay })
  if (state === 'considered')
    await considerReport(db, { ...by, id, consideredOn: testDay, decision: 'Decision 1' })
  if (state === 'archived') await steps(db, id, ['archive'])
}

async function section({ db }: TestSite, state: string): Promise<Specimen> {
  const id = await newReport(db, { answers: [] })
  await steps(db, id, ['collect'])
  const [first] = await sectionsOf(db, id)
  if (first === undefined) throw new Error('the report has no sections')
  await writeSection(db, { ...by, id: first.id, language: 'en', text: 'About lamps.' })
  if (state !== 'asked') await takeSectionStep(db, 'hand-in', { ...by, id: first.id })
  if (state === 'cleared') await takeSectionStep(db, 'clear', { ...by, id: first.id })
  if (state === 'returned') await takeSectionStep(db, 'send-back', { ...by, id: first.id, reason: 'So.' })
  return {
    state,
    parameters: { section: first.id, language: 'fr', key: 'duties' },
    keepers: [],
    within,
    isSeenBy: seesDrafts,
  }
}

async function comment({ db }: TestSite, state: string): Promise<Specimen> {
  const { section, id } = await commented(db, state === 'settled')
  const parameters = { section, comment: id, language: 'en' }
  return { state, parameters, keepers: [talker.id], within, isSeenBy: seesDrafts }
}

async function suggestion({ db }: TestSite, state: string): Promise<Specimen> {
  const { section, id } = await suggested(db, state as SuggestionState)
  const parameters = { section, suggestion: id, language: 'en' }
  return { state, parameters, keepers: [talker.id], within, isSeenBy: seesDrafts }
}

async function template({ db }: TestSite, state: string): Promise<Specimen> {
  const [shipped] = await reportTemplates(db)
  if (shipped === undefined) throw new Error('no template is shipped')
  const id = `specimen-${state}`
  const made = { ...shipped, id, offered: state === 'offered' }
  await saveTemplate(db, { ...by, template: made, isNew: true })
  return { state, parameters: { template: id }, keepers: [], within: [] }
}
