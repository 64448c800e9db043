import { sound } from '#platform/documents/sound-paper.ts'
import { givingWay } from '#platform/giving-way.ts'
import type { Paper, PaperBlock, PaperNote, PaperSpan } from '#platform/documents/paper.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { date, dayOf } from '#platform/ui/format.ts'
import type { Said } from '#platform/web/shapes.ts'
import { isDated } from '../citing/citation.ts'
import { markedBlocks, partsIn, type MarkedBlock, type Span } from '../markup/markup.ts'
import type { PartRecord } from '../parts/part-shape.ts'
import { reportPaths } from '../paths.ts'
import type { ReportRecord } from '../report-shape.ts'
import type { SectionRecord } from '../sections/section-shape.ts'
import { headOf } from './paper-head.ts'
import { paperMark } from './paper-mark.ts'
import { counted, partBlocks } from './paper-parts.ts'
import { absolute, type PaperReader } from './paper-reader.ts'
import { closedUp, inOrder, link, nameIn, nameSpans, plain } from './spans.ts'
import { unchecked } from './unchecked.ts'

/** What grows from one section to the next. */
type Counting = { reader: PaperReader; report: ReportRecord; notes: PaperNote[]; paragraphs: number }

/** A report as it is handed out in the language of its reader; its paragraphs and footnotes are counted through. */
export function paperOf(reader: PaperReader, report: ReportRecord): Paper {
  const counting = begun(reader, report)
  return finished(
    counting,
    report.sections.flatMap((section, place) => sectionBlocks(counting, section, place + 1)),
  )
}

/** The same, with a turn for everybody else between its sections: a job words papers of hundreds of pages. */
export async function paperInTurns(reader: PaperReader, report: ReportRecord): Promise<Paper> {
  const counting = begun(reader, report)
  const blocks: PaperBlock[] = []
  for await (const [place, section] of givingWay(report.sections.entries()))
    blocks.push(...sectionBlocks(counting, section, place + 1))
  return finished(counting, blocks)
}

const begun = (reader: PaperReader, report: ReportRecord): Counting => ({
  ...{ reader, report, notes: [], paragraphs: 0 },
})

function finished(counting: Counting, blocks: readonly PaperBlock[]): Paper {
  const { reader, report, notes } = counting
  const { t, language, now } = reader
  return {
    blocks: [...blocks, ...sound(answerBlocks(counting))],
    ...sound({
      ...{ language, title: report.title.text, head: headOf(reader, report), notes },
      words: {
        contents: t('reports.paper.contents'),
        figure: t('reports.paper.figure'),
        table: t('reports.paper.table'),
        page: t('reports.paper.page', { number: '{number}', of: '{of}' }),
        rows: t('reports.paper.rows', { number: '{number}', of: '{of}' }),
      },
      at: report.frozenAt ?? now.toISOString(),
      mark: paperMark(report, language),
    }),
  }
}

function sectionBlocks(counting: Counting, section: SectionRecord, number: number): PaperBlock[] {
  const { reader, report } = counting
  const { text, name } = section
  const blocks = markedBlocks(text?.text ?? '')
  const spokenOf = new Set(partsIn(blocks))
  const other = otherLanguage(reader, text)
  return sound<PaperBlock[]>([
    {
      block: 'heading',
      level: 1,
      text: `${number}. ${name.text}`,
      anchor: section.code,
      ...otherLanguage(reader, name),
    },
    ...warningsOf(reader, text),
    ...blocks.flatMap((block, place) =>
      writtenBlocks(counting, block, { said: text, other, anchor: `${section.code}-${place + 1}` }),
    ),
    ...section.parts
      .filter(({ key }) => !spokenOf.has(key))
      .flatMap((part) => partBlocks(reader, part, addressesOf(reader, report, part))),
  ])
}

type InSection = { said: Said | null; other: { language?: LanguageCode }; anchor: string }

function writtenBlocks(
  counting: Counting,
  block: MarkedBlock,
  { said, other, anchor }: InSection,
): PaperBlock[] {
  const { reader, report } = counting
  if (block.block === 'heading') {
    const spans = block.spans.map((span) => spanOf(counting, span))
    const notes = spans.flatMap((span) => (span.span === 'note' ? [span.number] : []))
    const noted = notes.length === 0 ? {} : { notes }
    return [{ block: 'heading', level: 2, text: textOf(spans).trimEnd(), anchor, ...noted, ...other }]
  }
  // Each paragraph says it for itself: it may be read, copied or quoted without the others.
  const mark = unchecked(reader.t, said)
  const spans = (all: readonly Span[]) => [
    ...closedUp(all, said?.language ?? reader.language).map((span) => spanOf(counting, span)),
    ...mark,
  ]
  if (block.block === 'list')
    return [{ block: 'list', isOrdered: block.isOrdered, lines: block.lines.map(spans), ...other }]
  if (block.block === 'part') {
    const part = partCalled(report, block.key)
    return part === undefined ? [] : partBlocks(reader, part, addressesOf(reader, report, part))
  }
  counting.paragraphs += 1
  return [{ block: 'paragraph', number: `${counting.paragraphs}.`, spans: spans(block.spans), ...other }]
}

function spanOf({ reader, report, notes }: Counting, span: Span): PaperSpan {
  if (span.span === 'text' || span.span === 'link') return span
  if (span.span === 'part') {
    const part = partCalled(report, span.key)
    return part === undefined
      ? plain(span.key)
      : counted(reader, part, addressesOf(reader, report, part).records)
  }
  const cited = report.sections.flatMap((one) => one.cited).find(({ address }) => address === span.address)
  const address = absolute(reader, span.address)
  const there = /^https?:\/\//.test(address) ? link(address, address) : plain(address)
  notes.push({ spans: [...(cited === undefined ? [] : citedSpans(reader, cited)), there] })
  return { span: 'note', number: notes.length }
}

/** What a claim rests on, with its strength, age and state as they stood. */
function citedSpans(reader: PaperReader, { name, stood }: SectionRecord['cited'][number]): PaperSpan[] {
  const { t, language } = reader
  const how = [stood?.strength?.label, stood?.age?.label].filter(Boolean).join(t('words.comma'))
  const words = [
    stood?.state && t('reports.noted.state', { state: stood.state }),
    how && t('reports.noted.evidence', { how }),
    stood?.day && isDated(stood.kind.code) && date(language, stood.day),
  ].filter(Boolean)
  const rest = words.map((one) => ` · ${one}`).join('')
  return name === null ? [] : [...nameSpans(reader, name), ...inOrder(language, `${rest} · `)]
}

const partCalled = ({ sections }: ReportRecord, key: string): PartRecord | undefined =>
  sections.flatMap((one) => one.parts).find((part) => part.key === key)

const textOf = (spans: readonly PaperSpan[]): string =>
  spans.map((span) => ('text' in span ? span.text : '')).join('')

/** What the report answers, and what of its mandate it did not on its day; nothing where there is nothing of either. */
function answerBlocks({ reader, report }: Counting): PaperBlock[] {
  const { t, language, now } = reader
  const line = ({ duty, occurrence, words }: ReportRecord['answers'][number]): PaperSpan[] => [
    link(words === null ? duty : nameIn(reader, words), absolute(reader, `/duties/${duty}`)),
    ...(isYear.test(occurrence ?? '')
      ? [plain(` · ${t('reports.noted.due', { year: occurrence ?? '' })}`)]
      : []),
  ]
  const part = (anchor: string, text: string, duties: ReportRecord['answers']): PaperBlock[] =>
    duties.length === 0
      ? []
      : [
          { block: 'heading', level: 1, text, anchor },
          { block: 'list', isOrdered: false, lines: toldOnce(duties).map(line) },
        ]
  const day = date(language, report.frozenAt?.slice(0, 10) ?? dayOf(now))
  return [
    ...part('answers', t('reports.noted.answered'), report.answers),
    ...part('unanswered', t('reports.noted.unanswered', { day }), report.unanswered),
  ]
}

/** Duties of one provision share its words: what would read the same stands once. */
const toldOnce = (duties: ReportRecord['answers']): ReportRecord['answers'] => {
  const first = new Map<string, ReportRecord['answers'][number]>()
  for (const one of duties) {
    const reads = `${one.words?.text ?? one.duty}\t${one.occurrence}`
    if (!first.has(reads)) first.set(reads, one)
  }
  return [...first.values()]
}

/** Dates that are called by a meeting, or not known, say nothing to whoever reads the paper. */
const isYear = /^\d{4}$/

const warning = (text: string): PaperBlock => ({
  block: 'paragraph',
  number: null,
  look: 'warning',
  spans: [plain(text)],
})

/** What must be said of a whole section: that no person stands for it, or that it is not there in the language of the paper. */
function warningsOf({ t, language }: PaperReader, said: Said | null): PaperBlock[] {
  if (said === null)
    return [{ block: 'paragraph', number: null, spans: [plain(t('reports.section.empty'))], look: 'hint' }]
  if (said.language !== language) return [warning(t('reports.paper.missing'))]
  if (said.state === undefined) return []
  return [warning(t(said.state === 'machine' ? 'reports.paper.machine' : 'reports.paper.outdated'))]
}

const otherLanguage = (
  { language }: PaperReader,
  said: { language: LanguageCode } | null,
): { language?: LanguageCode } =>
  said === null || said.language === language ? {} : { language: said.language }

const addressesOf = (reader: PaperReader, report: ReportRecord, part: PartRecord) => ({
  records: absolute(reader, reportPaths.part(report.id, part.key)),
  of: (path: string) => absolute(reader, path),
})
