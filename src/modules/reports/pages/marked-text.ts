import { languages } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Visit } from '#platform/web/visit.ts'
import { markedBlocks, type MarkedBlock, type Span } from '../markup/markup.ts'
import { written } from '../parts/part-words.ts'
import type { PartRecord } from '../parts/part-shape.ts'
import type { PaperNumbers } from '../papers/paper-numbers.ts'
import { reportPaths } from '../paths.ts'
import { paragraphId } from '../using/use.ts'
import type { SectionRecord } from '../sections/section-shape.ts'
import { citationNote as note } from '../citing/pages/citation-note.ts'
import { partFigure } from '../parts/pages/part-figure.ts'

type Shown = Pick<SectionRecord, 'code' | 'text' | 'cited'> & {
  report: string
  /** All parts of the report: a text may speak of those of another section. */
  parts: readonly PartRecord[]
  /** What the paper counts through; a section by itself counts only its notes. */
  numbers?: PaperNumbers
}

type Note = { number: number; cited: SectionRecord['cited'][number] | undefined }

/** The text of a section as it is read: numbers open their records, claims their footnotes. */
export function markedText(visit: Visit, shown: Shown): Html | '' {
  if (shown.text === null) return ''
  const blocks = markedBlocks(shown.text.text)
  const notes = notesOf(shown, blocks)
  const counting = { places: 0, numbers: 0, notes: 0 }
  return html`${blocks.map((block) => blockPart(visit, { ...shown, notes, counting }, block))}
  ${when(
    notes.length > 0,
    () =>
      html`<ol class="footnotes">
        ${listedOnce(notes).map(
          ({ number, cited }) =>
            html`<li id="${noteId(shown, number)}" value="${number}">
              ${cited && note(visit, shown.report, cited)}
            </li>`,
        )}
      </ol>`,
  )}`
}

/** What the text refers to, in reading order. Where the paper counts, each reference has its own number; else each source. */
function notesOf({ code, cited, numbers }: Shown, blocks: readonly MarkedBlock[]): Note[] {
  const counted = numbers?.sections.get(code)?.notes
  return blocks
    .flatMap((block) =>
      block.block === 'part' ? [] : block.block === 'list' ? block.lines.flat() : block.spans,
    )
    .flatMap((span) => (span.span === 'citation' ? [span.address] : []))
    .map((address, place) => {
      const own = cited.findIndex((one) => one.address === address)
      return { number: counted === undefined ? own + 1 : (counted[place] ?? 0), cited: cited[own] }
    })
}

const listedOnce = (notes: readonly Note[]): Note[] =>
  [...new Map(notes.map((one) => [one.number, one])).values()].toSorted((a, b) => a.number - b.number)

/** How far the blocks of a section have been counted, while they are drawn one after the other. */
type Drawn = Shown & { notes: readonly Note[]; counting: { places: number; numbers: number; notes: number } }

function blockPart(visit: Visit, shown: Drawn, block: MarkedBlock): Html | '' {
  const other = otherLanguage(visit, shown)
  const spans = (all: readonly Span[]) =>
    all.map((span, place) => spanPart(visit, shown, closeUp(span, all[place + 1])))
  if (block.block === 'heading') return html`<h3 ${other}>${spans(citedBehind(block.spans))}</h3>`
  const place = block.block === 'part' ? '' : html`id="${placeOf(shown)}"`
  if (block.block === 'paragraph')
    return html`<p ${place} ${other}>${numberOf(shown)}${spans(block.spans)}</p>`
  if (block.block === 'list') {
    const lines = block.lines.map((line) => html`<li>${spans(line)}</li>`)
    return block.isOrdered
      ? html`<ol ${place}>
          ${lines}
        </ol>`
      : html`<ul ${place}>
          ${lines}
        </ul>`
  }
  const part = shown.parts.find(({ key }) => key === block.key)
  return part === undefined
    ? html`<p><bdi class="tag">${block.key}</bdi></p>`
    : partFigure(visit, shown.report, part, shown.numbers?.parts.get(part.key))
}

/** A heading as on paper: what it rests on stands behind its words. */
const citedBehind = (spans: readonly Span[]): Span[] => [
  ...spans.filter(({ span }) => span !== 'citation'),
  ...spans.filter(({ span }) => span === 'citation'),
]

/** By which others lead to a paragraph. */
function placeOf({ code, counting }: Drawn): string {
  counting.places += 1
  return paragraphId(code, counting.places)
}

/** By which people speak of it, with the paper in their hands. */
function numberOf({ code, numbers, counting }: Drawn): Html | '' {
  const number = numbers?.sections.get(code)?.paragraphs[counting.numbers]
  counting.numbers += 1
  return number === undefined ? '' : html`<span class="muted">${number}</span> `
}

/** The number of a footnote stands right after what it is about. */
const closeUp = (span: Span, next: Span | undefined): Span =>
  'text' in span && next?.span === 'citation' ? { ...span, text: span.text.replace(/ $/, '') } : span

/** Where a text is not there in the language of the page it says in which it is. */
function otherLanguage(visit: Visit, { text }: Shown): Html | '' {
  if (text === null || text.language === visit.language) return ''
  const { tag, direction } = languages[text.language]
  return html`lang="${tag}" dir="${direction}"`
}

function spanPart(visit: Visit, shown: Drawn, span: Span): Html | string {
  if (span.span === 'link') return html`<a href="${span.address}" rel="noopener nofollow">${span.text}</a>`
  if (span.span === 'part') {
    const part = shown.parts.find(({ key }) => key === span.key)
    if (part === undefined) return html`<bdi class="tag">${span.key}</bdi>`
    return html`<a href="${linkTo(visit, reportPaths.part(shown.report, span.key))}" title="${part.words}"
      >${written(visit, part.total)}</a
    >`
  }
  if (span.span === 'citation') {
    const number = shown.notes[shown.counting.notes]?.number ?? 0
    shown.counting.notes += 1
    // Set apart: in Arabic it would run into a number before it. It begins no line.
    return html`&#8288;<sup
        ><bdi><a href="#${noteId(shown, number)}">${String(number)}</a></bdi></sup
      >`
  }
  if (span.look === 'strong') return html`<strong>${span.text}</strong>`
  return span.look === 'emphasis' ? html`<em>${span.text}</em>` : span.text
}

const noteId = ({ code, numbers }: Shown, number: number): string =>
  numbers === undefined ? `note-${code}-${number}` : `note-${number}`
