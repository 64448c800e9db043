import type { Paper, PaperBlock, PaperPicture, PaperSpan } from '../paper.ts'
import { cleanText, printedAddress, printedText } from './clean-text.ts'
import { pictureHeight, textWidth } from './page-size.ts'
import { printedSvg } from './print-svg.ts'
import { printedTable } from './print-table.ts'

/** A paper as the template wants it: only what can be printed, and each thing with the size that it has on the page. */
export function printedPaper(paper: Paper) {
  const span = spanPrinter(paper)
  const { head, words } = paper
  const levels = levelKeeper()
  // What stands above is read first, so its footnotes are told first.
  const boxes = head.boxes.map(({ name, lines }) => ({
    name: printedText(name),
    lines: lines.map((line) => line.map(span)),
  }))
  const blocks = withHints(
    paper.blocks.filter(isSomething).map((block) => blockPrinted(block, { paper, span, levels })),
  )
  return {
    language: paper.language,
    title: printedText(paper.title),
    at: dayOf(paper.at),
    number: head.number === null ? null : printedText(head.number),
    head: {
      recipient: printedText(head.recipient),
      meeting: head.meeting === null ? null : printedText(head.meeting),
      marks: head.marks.map(({ name, value }) => ({ name: printedText(name), value: printedText(value) })),
      from: head.from === null ? null : printedText(head.from),
      boxes,
      warnings: head.warnings.map(printedText),
    },
    words: { ...words, page: words.page.split(/(\{(?:number|of)\})/) },
    hasContents: blocks.filter(({ block }) => block === 'heading').length > 1,
    blocks,
  }
}

export type PrintedPaper = ReturnType<typeof printedPaper>

const isSomething = (block: PaperBlock): boolean => block.block !== 'table' || block.names.length > 0

function dayOf(at: string) {
  const [year, month, day] = at.slice(0, 10).split('-').map(Number)
  return { year, month, day }
}

type PrintedBlock = ReturnType<typeof blockPrinted>

/** What is said small below a table or picture stays with it. */
function withHints(blocks: readonly PrintedBlock[]): (PrintedBlock & { hints?: PrintedSpan[][] })[] {
  const kept: (PrintedBlock & { hints?: PrintedSpan[][] })[] = []
  for (const block of blocks) {
    const last = kept.at(-1)
    const hangs = block.block === 'paragraph' && block.look === 'hint'
    if (hangs && last?.hints) last.hints.push(block.spans)
    else kept.push(block.block === 'table' || block.block === 'picture' ? { ...block, hints: [] } : block)
  }
  return kept
}

type Printing = {
  paper: Paper
  span: (span: PaperSpan) => PrintedSpan
  levels: (level: number) => number
}

function blockPrinted(block: PaperBlock, { paper, span, levels }: Printing) {
  if (block.block === 'table') return printedTable(block, paper.words)
  if (block.block === 'picture') return picturePrinted(block)
  const language = block.language ?? paper.language
  if (block.block === 'heading')
    return { ...block, language, level: levels(block.level), text: printedText(block.text) }
  if (block.block === 'list') return { ...block, language, lines: block.lines.map((line) => line.map(span)) }
  const { number, look = 'plain', spans } = block
  return { block: block.block, language, number, look, spans: spans.map(span) }
}

const pointsInPixel = 0.75

function picturePrinted({ caption, svg, description }: PaperPicture) {
  const printed = printedSvg(svg)
  const width = Math.min(
    printed.width * pointsInPixel,
    textWidth,
    (pictureHeight * printed.width) / printed.height,
  )
  return {
    block: 'picture' as const,
    caption: printedText(caption),
    description: cleanText(description),
    svg: printed.svg,
    width,
  }
}

/** Readers for those who do not see go from heading to heading: none may be missing between two levels. */
function levelKeeper() {
  let last = 0
  return (level: number): number => (last = Math.min(level, last + 1))
}

type PrintedSpan =
  | { span: 'text'; text: string; look: 'plain' | 'strong' | 'emphasis' }
  | { span: 'link'; text: string; address: string }
  | { span: 'note'; number: number; spans?: PrintedSpan[] }

/** A footnote stands where it is referred to first; later marks point to it. */
function spanPrinter({ notes }: Paper): (span: PaperSpan) => PrintedSpan {
  const told = new Set<number>()
  const printed = (span: PaperSpan): PrintedSpan => {
    if (span.span === 'text') return { ...span, text: printedText(span.text) }
    if (span.span === 'link') {
      const text = span.text === span.address ? printedAddress(span.text) : printedText(span.text)
      return isAddress(span.address)
        ? { span: 'link', text, address: cleanText(span.address) }
        : { span: 'text', look: 'plain', text }
    }
    if (told.has(span.number)) return span
    told.add(span.number)
    const said = notes[span.number - 1]?.spans.filter((one) => one.span !== 'note') ?? []
    return { ...span, spans: said.map(printed) }
  }
  return printed
}

const isAddress = (address: string) => /^(?:https?:\/\/|mailto:)/i.test(address)
