import type { LanguageCode } from '../../languages.ts'
import type { Paper, PaperBlock, PaperHead, PaperPicture, PaperSpan, PaperTable } from '../paper.ts'
import { cleanText, printedIn, type Printed } from './clean-text.ts'
import { pictureHeight, textWidth } from './page-size.ts'
import { spanPrinter, type PrintedSpan, type SpanPrinter } from './print-spans.ts'
import { printedSvg } from './print-svg.ts'
import { printedTables } from './print-table.ts'

/** A paper as the template wants it: only what can be printed, and each thing with the size that it has on the page. */
export function printedPaper(paper: Paper) {
  const say = printedIn(paper.language)
  const printing = { paper, say, spans: spanPrinter(paper.notes, say), levels: levelKeeper() }
  // What stands above comes first, so its footnotes are told there.
  const head = headPrinted(paper.head, printing)
  const blocks = withHints(paper.blocks.flatMap((block) => blocksPrinted(block, printing))).map(
    (block, place, all) => ({
      ...block,
      /** Goes with what follows it. */
      announces: block.block === 'paragraph' && all[place + 1]?.block === 'list',
      opensPage: false,
      isTight: false,
      isLoose: false,
    }),
  )
  return {
    language: paper.language,
    // In two forms: what programs show as the title of the file has no need of marks for the direction.
    name: cleanText(paper.title),
    title: say(paper.title),
    at: dayOf(paper.at),
    number: orNull(paper.head.number, say),
    head,
    words: { ...paper.words, page: paper.words.page.split(/(\{(?:number|of)\})/) },
    hasContents: blocks.filter(({ block }) => block === 'heading').length > 1,
    blocks,
  }
}

export type PrintedPaper = ReturnType<typeof printedPaper>

function dayOf(at: string) {
  const [year, month, day] = at.slice(0, 10).split('-').map(Number)
  return { year, month, day }
}

type PrintedBlock = ReturnType<typeof blockPrinted> | ReturnType<typeof printedTables>[number]

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
  /** In the language of the paper. */
  say: Printed
  spans: SpanPrinter
  levels: (level: number) => number
}

const orNull = (text: string | null, say: Printed) => (text === null ? null : say(text))

const headPrinted = (head: PaperHead, { say, spans }: Printing) => ({
  recipient: say(head.recipient),
  meeting: orNull(head.meeting, say),
  marks: head.marks.map(({ name, value }) => ({ name: say(name), value: say(value) })),
  from: orNull(head.from, say),
  author: head.from === null ? null : cleanText(head.from),
  boxes: head.boxes.map(({ name, lines }) => ({
    name: say(name),
    lines: lines.map((line) => spans(line, say)),
  })),
  warnings: head.warnings.map(say),
})

/** A table may need several. */
const blocksPrinted = (block: PaperBlock, printing: Printing): PrintedBlock[] =>
  block.block === 'table'
    ? printedTables(block, printing.paper, printing.say)
    : [blockPrinted(block, printing)]

function blockPrinted(block: Exclude<PaperBlock, PaperTable>, { paper, say, spans, levels }: Printing) {
  if (block.block === 'picture') return picturePrinted(block, say)
  const language: LanguageCode = block.language ?? paper.language
  const sayHere = language === paper.language ? say : printedIn(language)
  if (block.block === 'heading') {
    const notes = (block.notes ?? []).map((number): PaperSpan => ({ span: 'note', number }))
    return {
      ...{ ...block, language, level: levels(block.level) },
      ...{ text: sayHere(block.text), spans: spans(notes, sayHere) },
    }
  }
  if (block.block === 'list')
    return { ...block, language, lines: block.lines.map((line) => spans(line, sayHere)) }
  const { number, look = 'plain' } = block
  return { block: block.block, language, number, look, spans: spans(block.spans, sayHere) }
}

const pointsInPixel = 0.75

function picturePrinted({ caption, svg, description }: PaperPicture, say: Printed) {
  const printed = printedSvg(svg)
  const width = Math.min(
    printed.width * pointsInPixel,
    textWidth,
    (pictureHeight * printed.width) / printed.height,
  )
  return {
    block: 'picture' as const,
    caption: say(caption),
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
