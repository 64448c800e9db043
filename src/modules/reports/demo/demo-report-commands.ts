import { readDemoActivities, segmentWrites, type Life } from '#modules/activities/index.ts'
import type { MadePlan } from '#modules/plans/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { writeMachineTranslation } from '#platform/texts/texts.ts'
import { correctReport } from '../correction-commands.ts'
import { considerReport, deliverReport } from '../delivery-commands.ts'
import { freezeReport } from '../freezing/freeze-commands.ts'
import { savePart } from '../parts/part-commands.ts'
import { changeReportWords, startReport } from '../report-commands.ts'
import type { GivenWords } from '../report.ts'
import { takeSectionStep, writeSection } from '../sections/section-commands.ts'
import { partsOf, sectionsOf } from '../sections/section-queries.ts'
import type { SectionStep } from '../sections/section-workflow.ts'
import { takeReportStep, type PlainStep } from '../step-commands.ts'
import {
  clearerOf,
  engine,
  generalOffice,
  officer,
  taskForceChair,
  translator,
  writerOf,
} from './demo-people.ts'
import { addressed, type MadeReport, type World } from './demo-address-queries.ts'
import { talkOf } from './demo-talk-commands.ts'
import {
  readDemoReports,
  sound,
  type DemoEvent,
  type DemoReport,
  type DemoSection,
  type InSix,
} from './demo-reports.ts'

/**
 * The invented reports, to be lived beside activities and plans, so that each counts what there was on its day; `made` fills as
 * they come. Nothing where they are there already.
 */
export async function demoReportLives(
  db: Db,
  { plans }: { plans: ReadonlyMap<string, MadePlan> },
): Promise<{ lives: Life[]; made: ReadonlyMap<string, unknown> }> {
  const made = new Map<string, MadeReport>()
  const known = await db
    .selectFrom('reports')
    .select('id')
    .where('is_example', '=', true)
    .limit(1)
    .executeTakeFirst()
  if (known !== undefined) return { lives: [], made }
  const titles = new Map(readDemoActivities().entries.map(({ key, title }) => [key, title]))
  const world = { db, plans, made, titles }
  return { lives: readDemoReports().map((report) => lifeOf(world, report)), made }
}

/** The life of one report, each step through the command that people use. */
async function* lifeOf(world: World, report: DemoReport): Life {
  const begun = momentOf(report.madeOn)
  yield begun
  const own = await start(world, report, begun)
  world.made.set(report.name, own)
  for (const event of report.events) {
    const at = momentOf(event.on)
    yield at
    await happen(world, report, own, event, at)
  }
}

const momentOf = (day: string): Date => new Date(`${day}T10:00:00Z`)

async function start({ db }: World, report: DemoReport, at: Date): Promise<MadeReport> {
  const { template, startsOn, endsOn, dueOn, answers, language } = report
  const wordsIn = (code: LanguageCode): GivenWords => ({
    title: report.title[code],
    action: report.action[code],
    summary: report.summary[code],
    meeting: report.meeting[code],
  })
  const agendaItem = report.agendaItem ?? null
  const header = { template, startsOn, endsOn, dueOn, answers, language, agendaItem, isExample: true }
  const started = await startReport(db, { actor: officer, at, ...header, words: wordsIn(language) })
  const { id } = sound(report, started)
  for (const code of othersThan(language))
    await changeReportWords(db, { actor: officer, at, id, language: code, words: wordsIn(code) })
  return { id, sections: await sectionIds(db, id), said: new Map() }
}

const othersThan = (language: LanguageCode) => languageCodes.filter((code) => code !== language)

const sectionIds = async (db: Db, report: string): Promise<Map<string, string>> =>
  new Map((await sectionsOf(db, report)).map(({ code, id }) => [code, id]))

/** Live parts ask of one region, where the template asks of all. */
async function narrow({ db }: World, report: DemoReport, { id }: MadeReport, at: Date): Promise<void> {
  for (const { key, section, query } of await partsOf(db, id)) {
    const filters = report.filters[key]
    if (filters === undefined) continue
    const asked = { actor: officer, at, section, key, isNew: false }
    const narrowed = { ...query, filters: { ...query.filters, ...filters } }
    sound(report, await savePart(db, { ...asked, query: narrowed }))
  }
}

async function happen(world: World, report: DemoReport, own: MadeReport, event: DemoEvent, at: Date) {
  const { db } = world
  const { id } = own
  switch (event.does) {
    case 'step':
      await takeStep(world, report, own, event.step, at)
      if (event.step === 'collect') await narrow(world, report, own, at)
      return
    case 'send-report-back':
      return void sound(
        report,
        await takeReportStep(db, 'send-back', { actor: generalOffice, at, id, reason: event.reason }),
      )
    case 'write':
      for (const code of event.sections) await write(world, report, own, code, at)
      return
    case 'send-back':
      return sendBack(world, report, own, event, at)
    case 'rewrite':
      return rewrite(world, report, own, event, at)
    case 'clear':
      for (const code of event.sections) await takeOn(world, report, own, { code, step: 'clear', at })
      return
    case 'freeze':
      return void sound(report, await freezeReport(db, { actor: officer, at, id, symbol: event.symbol }))
    case 'deliver':
      return void sound(report, await deliverReport(db, { actor: officer, at, id, deliveredOn: event.on }))
    case 'consider':
      return void sound(
        report,
        await considerReport(db, {
          ...{ actor: officer, at, id },
          consideredOn: event.on,
          decision: event.decision,
        }),
      )
    case 'correct':
      return correct(world, report, own, event, at)
    case 'comment':
    case 'reply':
    case 'settle':
    case 'suggest':
    case 'accept':
    case 'reject':
    case 'withdraw':
      return talkOf(world, report, own, event, at)
  }
}

const clearers: Partial<Record<PlainStep, Actor>> = {
  'clear-task-force': taskForceChair,
  clear: generalOffice,
}

const takeStep = async ({ db }: World, report: DemoReport, { id }: MadeReport, step: PlainStep, at: Date) =>
  sound(report, await takeReportStep(db, step, { actor: clearers[step] ?? officer, at, id }))

/** A unit writes its section and hands it in; translators bring the other languages. */
async function write(world: World, report: DemoReport, own: MadeReport, code: string, at: Date) {
  const section = sectionOf(report, code)
  const { language, machine } = report
  await put(world, report, own, { code, at, language, text: section.first ?? section.text[language] })
  await translate(world, report, own, { code, at, text: section.text, leaves: machine ? [machine] : [] })
  if (machine !== undefined) await translateByMachine(world, own, { code, at, text: section.text, machine })
  await takeOn(world, report, own, { code, step: 'hand-in', at })
}

type Writing = { code: string; at: Date }

async function translate(
  world: World,
  report: DemoReport,
  own: MadeReport,
  { code, at, text, leaves }: Writing & { text: InSix; leaves: readonly LanguageCode[] },
): Promise<void> {
  for (const language of othersThan(report.language))
    if (!leaves.includes(language))
      await put(world, report, own, { code, at, language, text: text[language] })
}

async function put(
  world: World,
  report: DemoReport,
  { sections }: MadeReport,
  { code, at, language, text }: Writing & { language: LanguageCode; text: string },
): Promise<void> {
  const actor = writerOf(sectionOf(report, code).by)
  const id = sections.get(code) ?? ''
  sound(report, await writeSection(world.db, { actor, at, id, language, text: await addressed(world, text) }))
}

async function translateByMachine(
  world: World,
  { sections }: MadeReport,
  { code, at, text, machine }: Writing & { text: InSix; machine: LanguageCode },
): Promise<void> {
  const record = { kind: 'report-section', id: sections.get(code) ?? '', language: machine }
  const words = { text: await addressed(world, text[machine]) }
  await world.db.transaction().execute(async (tx) => {
    const segments = await segmentWrites(tx, record, words)
    await writeMachineTranslation(tx, { ...record, segments, engine }, translator, at)
  })
}

async function takeOn(
  { db }: World,
  report: DemoReport,
  { sections }: MadeReport,
  { code, step, at, reason }: Writing & { step: SectionStep; reason?: string },
): Promise<void> {
  const writer = writerOf(sectionOf(report, code).by)
  const actor = step === 'hand-in' ? writer : clearerOf(writer)
  const asked = { actor, at, id: sections.get(code) ?? '', ...(reason === undefined ? {} : { reason }) }
  sound(report, await takeSectionStep(db, step, asked))
}

const sendBack = (
  world: World,
  report: DemoReport,
  own: MadeReport,
  { section: code, reason }: DemoEvent & { does: 'send-back' },
  at: Date,
) => takeOn(world, report, own, { code, step: 'send-back', at, reason })

async function rewrite(
  world: World,
  report: DemoReport,
  own: MadeReport,
  { section: code, leaves }: DemoEvent & { does: 'rewrite' },
  at: Date,
): Promise<void> {
  const { text } = sectionOf(report, code)
  const { language } = report
  await put(world, report, own, { code, at, language, text: text[language] })
  await translate(world, report, own, { code, at, text, leaves })
  await takeOn(world, report, own, { code, step: 'hand-in', at })
}

/** A section of the new version is sent back, written anew, and all of it goes the same way once more. */
async function correct(
  world: World,
  report: DemoReport,
  own: MadeReport,
  { note, section: code, text, on }: DemoEvent & { does: 'correct' },
  at: Date,
): Promise<void> {
  const { db } = world
  const { id } = await correctReport(db, { actor: officer, at, id: own.id, correction: note })
  const next = { id, sections: await sectionIds(db, id), said: new Map<string, string>() }
  await takeOn(world, report, next, { code, step: 'send-back', at, reason: note })
  await put(world, report, next, { code, at, language: report.language, text: text[report.language] })
  await translate(world, report, next, { code, at, text, leaves: [] })
  await takeOn(world, report, next, { code, step: 'hand-in', at })
  await takeOn(world, report, next, { code, step: 'clear', at })
  for (const step of ['submit', 'clear-sector', 'clear-task-force', 'clear'] as const)
    await takeStep(world, report, next, step, at)
  const symbol = report.events.find((event) => event.does === 'freeze')?.symbol ?? ''
  sound(report, await freezeReport(db, { actor: officer, at, id, symbol }))
  sound(report, await deliverReport(db, { actor: officer, at, id, deliveredOn: on }))
}

function sectionOf({ name, sections }: DemoReport, code: string): DemoSection {
  const found = sections[code]
  if (found === undefined) throw new Error(`${name} has no section ${code}`)
  return found
}
