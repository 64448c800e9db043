import { setInterval } from 'node:timers'
import { operator, visitor } from '#platform/access/actor.ts'
import type { Paper } from '#platform/documents/paper.ts'
import { pdfOf } from '#platform/documents/pdf/pdf.ts'
import { givingWay } from '#platform/giving-way.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { JobParts, ModuleJob } from '#platform/module.ts'
import { writeZip } from '#platform/packages/zip-write.ts'
import { countedThen, editionOf } from '../freezing/edition-queries.ts'
import { reportRead } from '../report-queries.ts'
import type { ReportRecord } from '../report-shape.ts'
import { wholeReport } from '../whole-report-queries.ts'
import { reportPackage } from './package.ts'
import { workOf } from './paper-work.ts'
import {
  dropOldPapers,
  keepPaper,
  noteMade,
  papersJobName,
  refusePaper,
  tryPaper,
  wantPapers,
} from './paper-file-commands.ts'
import { keptPapers, nextPapers, type WantedPaper } from './paper-file-queries.ts'
import { maker, type PaperFault, type PaperForm } from './paper-form.ts'
import type { Question } from './write-process.ts'
import { paperInTurns } from './paper.ts'
import { writtenApart } from './written-apart.ts'

export type PaperParts = Pick<JobParts, 'db' | 'settings' | 'translate' | 'now' | 'isStopping'>

/** Makes the papers of frozen reports, and drafts that somebody has asked for. Woken by both; looks by itself now and then. */
export const papersJob: ModuleJob = {
  name: papersJobName,
  cron: '*/10 * * * *',
  at: 'one',
  atStart: true,
  mostMinutes: 120,
  run: makePapers,
}

export async function makePapers(parts: PaperParts): Promise<void> {
  const { db, now, isStopping } = parts
  await dropOldPapers(db, now())
  await wantPapers(db, now())
  while (!isStopping()) {
    const wanted = await nextPapers(db, now(), maker)
    if (wanted.length === 0) return
    await makeInLanguage(parts, wanted)
  }
}

/** The forms of one report in one language: the report is read once for all of them. */
async function makeInLanguage(parts: PaperParts, wanted: readonly WantedPaper[]): Promise<void> {
  const { db, now, isStopping } = parts
  const [first] = wanted
  if (first === undefined) return
  const at = now()
  for (const paper of wanted) await tryPaper(db, paper, at)
  const report = await reportIn(parts, first, first.language)
  // What was discarded since is dropped by the next run.
  if (report === null) return
  const source = { report, paper: await paperInTurns(readerIn(parts, first.language), report) }
  for (const paper of wanted) {
    if (isStopping()) break
    const content = await contentOf[paper.form](parts, source)
    if ('fault' in content) await refusePaper(db, paper, content.fault)
    else await keepPaper(db, { ...paper, at: now() }, content.bytes)
  }
  // Drafts are told of to nobody.
  if (!first.isDraft) await tellWhenMade(parts, first.report)
}

/** One line of history when nothing is left to be made: after each line all that is kept of pages is made anew. */
async function tellWhenMade({ db, now }: PaperParts, report: string): Promise<void> {
  const papers = await keptPapers(db, report)
  if (papers.some(({ made, fault }) => made?.maker !== maker && fault === null)) return
  const sums = papers.flatMap(({ language, form, made }) =>
    made === null ? [] : [[`${language}.${form}`, made.sha256] as const],
  )
  await noteMade(db, report, Object.fromEntries(sums), now())
}

const readerIn = ({ translate, settings, now }: PaperParts, language: LanguageCode) => ({
  ...{ language, t: translate[language], settings, now: now() },
})

/** A report as those read it who may have the paper: everybody what is frozen, the staff what is not. */
async function reportIn(
  { db, translate, now }: PaperParts,
  { report: id, isDraft }: Pick<WantedPaper, 'report' | 'isDraft'>,
  language: LanguageCode,
): Promise<ReportRecord | null> {
  const actor = isDraft ? operator : visitor
  const found = await reportRead(db, actor, id, language)
  if (found === null) return null
  return wholeReport({ db, actor, language, t: translate[language], now: now() }, found)
}

type Source = { report: ReportRecord; paper: Paper }

type Content = { bytes: AsyncIterable<Uint8Array> } | { fault: PaperFault }

const contentOf: Record<PaperForm, (parts: PaperParts, source: Source) => Promise<Content>> = {
  pdf: async ({ isStopping }, { paper }) => {
    const made = await whileGoingOn(isStopping, (signal) => pdfOf(paper, { signal }))
    return 'fault' in made ? made : { bytes: once(made.bytes) }
  },
  docx: ({ isStopping }, { paper }) => apart(isStopping, { form: 'docx', paper }),
  akn: (parts, { report, paper }) =>
    apart(parts.isStopping, {
      ...{ form: 'akn', paper },
      work: workOf(readerIn(parts, paper.language), report),
    }),
  zip: async (parts, { report: { id } }) => {
    const { db, settings, translate } = parts
    const edition = await editionOf(db, id)
    if (edition === null) return { fault: 'damaged' }
    const packed = reportPackage({
      ...{ publicUrl: settings.publicUrl, translate, edition },
      inLanguage: async (language) => {
        const report = await reportIn(parts, { report: id, isDraft: false }, language)
        if (report === null) throw new Error(`the frozen report ${id} is not there`)
        return report
      },
      recordsOf: (part) => countedThen(db, id, part),
    })
    return { bytes: givingWay(writeZip(packed)) }
  },
}

async function apart(isStopping: () => boolean, question: Question): Promise<Content> {
  const made = await whileGoingOn(isStopping, (signal) => writtenApart(question, signal))
  return 'fault' in made ? made : { bytes: once(made.bytes) }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Gives up what takes long as soon as the job is to stop. */
async function whileGoingOn<Made>(
  isStopping: () => boolean,
  make: (signal: AbortSignal) => Promise<Made>,
): Promise<Made> {
  const stop = new AbortController()
  const look = setInterval(() => isStopping() && stop.abort(), 500)
  try {
    return await make(stop.signal)
  } finally {
    clearInterval(look)
  }
}
