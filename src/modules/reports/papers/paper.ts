import type { Paper, PaperBlock, PaperNote, PaperSpan } from '#platform/documents/paper.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Visit } from '#platform/web/visit.ts'
import { markedBlocks, partsIn, type MarkedBlock, type Span } from '../markup/markup.ts'
import type { PartRecord } from '../parts/part-shape.ts'
import { written } from '../parts/part-words.ts'
import { reportPaths } from '../paths.ts'
import type { ReportRecord } from '../report-shape.ts'
import type { SectionRecord } from '../sections/section-shape.ts'
import { headOf } from './paper-head.ts'
import { paperMark } from './paper-mark.ts'
import { link, partBlocks, plain } from './paper-parts.ts'

export type PaperReader = Pick<Visit, 't' | 'language' | 'now'> & { settings: { publicUrl: string } }

/** What grows from one section to the next. */
type Counting = { reader: PaperReader; report: ReportRecord; notes: PaperNote[]; paragraphs: number }

/** A report as it is handed out in the language of its reader; its paragraphs and footnotes are counted through. */
export function paperOf(reader: PaperReader, report: ReportRecord): Paper {
  const counting: Counting = { reader, report, notes: [], paragraphs: 0 }
  const sections = report.sections.flatMap((section, place) => sectionBlocks(counting, section, place + 1))
  const blocks = [...sections, ...answerBlocks(counting)]
  const { t, language, now } = reader
  return {
    ...{ language, title: report.title.text, head: headOf(reader, report), blocks, notes: counting.notes },
    words: {
      contents: t('reports.paper.contents'),
      figure: t('reports.paper.figure'),
      table: t('reports.paper.table'),
      page: t('reports.paper.page', { number: '{number}', of: '{of}' }),
      rows: t('reports.paper.rows', { number: '{number}', of: '{of}' }),
    },
    at: report.frozenAt ?? now.toISOString(),
    mark: paperMark(report, language),
  }
}

function sectionBlocks(counting: Counting, section: SectionRecord, number: number): PaperBlock[] {
  const { reader, report } = counting
  const { text, name } = section
  const blocks = markedBlocks(text?.text ?? '')
  const spokenOf = new Set(partsIn(blocks))
  const other = otherLanguage(reader, text)
  return [
    {
      block: 'heading',
      level: 1,
      text: `${number}. ${name.text}`,
      anchor: section.code,
      ...otherLanguage(reader, name),
    },
    ...(text?.state === undefined
      ? []
      : [warning(reader.t(text.state === 'machine' ? 'reports.paper.machine' : 'reports.paper.outdated'))]),
    ...blocks.flatMap((block, place) =>
      writtenBlocks(counting, block, { other, anchor: `${section.code}-${place + 1}` }),
    ),
    ...section.parts
      .filter(({ key }) => !spokenOf.has(key))
      .flatMap((part) => partBlocks(reader, part, addressesOf(reader, report, part))),
  ]
}

type InSection = { other: { language?: LanguageCode }; anchor: string }

function writtenBlocks(counting: Counting, block: MarkedBlock, { other, anchor }: InSection): PaperBlock[] {
  const { reader, report } = counting
  const spans = (all: readonly Span[]) => all.map((span) => spanOf(counting, span))
  if (block.block === 'heading')
    return [{ block: 'heading', level: 2, text: textOf(spans(block.spans)), anchor, ...other }]
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
      : link(written(reader, part.total), addressesOf(reader, report, part).records)
  }
  const cited = report.sections.flatMap((one) => one.cited).find(({ address }) => address === span.address)
  const address = absolute(reader, span.address)
  notes.push({
    spans: cited?.name ? [plain(`${cited.name.text}, `), link(address, address)] : [link(address, address)],
  })
  return { span: 'note', number: notes.length }
}

const partCalled = ({ sections }: ReportRecord, key: string): PartRecord | undefined =>
  sections.flatMap((one) => one.parts).find((part) => part.key === key)

const textOf = (spans: readonly PaperSpan[]): string =>
  spans.map((span) => ('text' in span ? span.text : '')).join('')

/** What the report answers, and what of its mandate it does not. */
function answerBlocks({ reader, report }: Counting): PaperBlock[] {
  const { t } = reader
  const line = ({ duty, occurrence, words }: ReportRecord['answers'][number]): PaperSpan[] => [
    link(words?.text ?? duty, absolute(reader, `/duties/${duty}`)),
    ...(occurrence === null ? [] : [plain(` · ${occurrence}`)]),
  ]
  const list = (lines: PaperSpan[][]): PaperBlock => ({ block: 'list', isOrdered: false, lines })
  return [
    { block: 'heading', level: 1, text: t('reports.answers'), anchor: 'answers' },
    report.answers.length === 0
      ? { block: 'paragraph', number: null, spans: [plain(t('reports.answers.none'))] }
      : list(report.answers.map(line)),
    ...(report.unanswered.length === 0
      ? []
      : [
          { block: 'heading', level: 2, text: t('reports.unanswered'), anchor: 'unanswered' } as const,
          list(report.unanswered.map(line)),
        ]),
  ]
}

const warning = (text: string): PaperBlock => ({
  block: 'paragraph',
  number: null,
  look: 'warning',
  spans: [plain(text)],
})

const otherLanguage = (
  { language }: PaperReader,
  said: { language: LanguageCode } | null,
): { language?: LanguageCode } =>
  said === null || said.language === language ? {} : { language: said.language }

const addressesOf = (reader: PaperReader, report: ReportRecord, part: PartRecord) => ({
  records: absolute(reader, reportPaths.part(report.id, part.key)),
  of: (path: string) => absolute(reader, path),
})

/** An address of this site with the site and the reader's language; any other as it is. */
function absolute({ settings, language }: PaperReader, address: string): string {
  if (!address.startsWith('/') || address.startsWith('//')) return address
  const path = address.replace(/^\/(?:ar|zh|en|fr|ru|es)(?=\/)/, '')
  return `${settings.publicUrl}${addressOf(language, path)}`
}
