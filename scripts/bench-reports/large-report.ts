import type { Db } from '#platform/database/tables.ts'
import { operator } from '#platform/access/actor.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { sound } from '#modules/plans/demo/sound.ts'
import { loadReportTemplates } from '#modules/reports/index.ts'
import { freezeReport } from '#modules/reports/freezing/freeze-commands.ts'
import type { Dimension, PartQuery } from '#modules/reports/parts/part.ts'
import { startReport } from '#modules/reports/report-commands.ts'
import { takeSectionStep, writeSection } from '#modules/reports/sections/section-commands.ts'
import { sectionsOf } from '#modules/reports/sections/section-queries.ts'
import { takeReportStep } from '#modules/reports/step-commands.ts'
import { saveTemplate } from '#modules/reports/templates/template-commands.ts'
import { reportTemplate } from '#modules/reports/templates/template-queries.ts'
import { mostSections, type InSix, type TemplateSection } from '#modules/reports/templates/template.ts'
import type { WordStock } from '../bench-activities/word-stock.ts'

/** About 150 pages: so many live parts, and so many words of prose around them. */
export const large = { parts: 60, words: 52_000 }

const sections = mostSections
const dimensions: readonly Dimension[] = [
  'region',
  'type',
  'year',
  'action-line',
  'sdg',
  'stakeholder',
  'status',
]
const lines = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C11']

/** Figures, tables, charts, maps and lists of entries, each of another line of action. */
function queryOf(number: number): PartQuery {
  const view = (['table', 'chart', 'figure', 'table', 'map', 'list'] as const)[number % 6] ?? 'table'
  const by = dimensions[number % dimensions.length] ?? 'region'
  const line = lines[number % lines.length] ?? 'C1'
  return {
    source: 'activities',
    view,
    by: view === 'figure' || view === 'list' ? null : view === 'map' ? 'country' : by,
    across: view === 'table' && number % 4 === 0 ? (by === 'sdg' ? 'region' : 'sdg') : null,
    filters: number % 3 === 0 ? {} : { 'action-line': line },
    inPeriod: false,
  }
}

const inSix = (words: string): InSix =>
  Object.fromEntries(languageCodes.map((code) => [code, words])) as InSix

const sectionOf = (number: number): TemplateSection => ({
  code: `section-${number + 1}`,
  name: inSix(`Section ${number + 1}`),
  purpose: inSix('To be measured.'),
  owner: null,
  limit: null,
  parts: Array.from({ length: large.parts }, (_, place) => place)
    .filter((place) => place % sections === number)
    .map((place) => ({ key: `part-${place}`, query: queryOf(place) })),
})

/** A report with texts in six languages, taken to the step before it is frozen. */
export async function largeReport(db: Db, stock: Record<LanguageCode, WordStock>, at: Date): Promise<string> {
  const by = { actor: operator, at }
  await loadReportTemplates(db, { actor: 'bench', at })
  const model = await reportTemplate(db, 'council-comprehensive')
  if (model === null) throw new Error('the templates are not loaded')
  const template = {
    ...{ ...model, id: 'bench', duties: [], limit: null },
    sections: Array.from({ length: sections }, (_, number) => sectionOf(number)),
  }
  sound('template', await saveTemplate(db, { ...by, template, isNew: true }))
  const made = await startReport(db, {
    ...{ ...by, template: 'bench', language: 'en', answers: [] },
    ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', dueOn: '2027-05-01' },
    words: { title: 'A large report', action: 'To be measured.', summary: 'Of 150 pages.' },
  })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  const step = async (name: Parameters<typeof takeReportStep>[1]) =>
    sound(name, await takeReportStep(db, name, { ...by, id: made.id }))
  await step('collect')
  for (const [number, { id }] of (await sectionsOf(db, made.id)).entries()) {
    for (const language of ['en', ...languageCodes.filter((code) => code !== 'en')] as const)
      sound(
        'text',
        await writeSection(db, { ...by, id, language, text: textOf(number, stock[language], language) }),
      )
    for (const name of ['hand-in', 'clear'] as const) await takeSectionStep(db, name, { ...by, id })
  }
  for (const name of ['draft', 'submit', 'clear-sector', 'clear-task-force', 'clear'] as const)
    await step(name)
  return made.id
}

export async function freeze(db: Db, id: string, at: Date): Promise<void> {
  const frozen = await freezeReport(db, { actor: operator, at, id, symbol: 'BENCH/1' })
  if ('issues' in frozen) throw new Error(JSON.stringify(frozen.issues))
}

/** Paragraphs of sentences of the example world, with the live parts of the section among them. */
function textOf(number: number, { sentences }: WordStock, language: LanguageCode): string {
  const all = Object.values(sentences).flat()
  const keys = sectionOf(number).parts.map(({ key }) => key)
  const most = large.words / sections
  const blocks: string[] = []
  for (let words = 0, place = number * 31; words < most; place += 5) {
    const some = Array.from({ length: 5 }, (_, one) => all[(place + one) % all.length] ?? '')
    const text = some.join(language === 'zh' ? '' : ' ').replaceAll(/[[\]{}*]/g, '')
    words += language === 'zh' ? text.length / 1.7 : text.split(' ').length
    if (blocks.length % 6 === 0) blocks.push(`## ${all[place % all.length]?.slice(0, 60) ?? ''}`)
    blocks.push(text)
    const key = blocks.length % 8 === 0 ? keys.pop() : undefined
    if (key !== undefined) blocks.push(`{{${key}}}`)
  }
  return [...blocks, ...keys.map((key) => `{{${key}}}`)].join('\n\n')
}
