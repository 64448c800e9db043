import { languages } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Visit } from '#platform/web/visit.ts'
import { markedBlocks, type MarkedBlock, type Span } from '../markup/markup.ts'
import { written } from '../parts/part-words.ts'
import type { PartRecord } from '../parts/part-shape.ts'
import { reportPaths } from '../paths.ts'
import { paragraphId } from '../using/use.ts'
import type { SectionRecord } from '../sections/section-shape.ts'
import { citationNote as note } from '../citing/pages/citation-note.ts'
import { partFigure } from '../parts/pages/part-figure.ts'

type Shown = Pick<SectionRecord, 'code' | 'text' | 'cited'> & {
  report: string
  /** All parts of the report: a text may speak of those of another section. */
  parts: readonly PartRecord[]
}

/** The text of a section as it is read: numbers open their records, claims their footnotes. */
export function markedText(visit: Visit, shown: Shown): Html | '' {
  const { text, cited } = shown
  if (text === null) return ''
  let number = 0
  return html`${markedBlocks(text.text).map((block) => {
    const isParagraph = block.block === 'paragraph' || block.block === 'list'
    if (isParagraph) number += 1
    const place = isParagraph ? html`id="${paragraphId(shown.code, number)}"` : html``
    return blockPart(visit, shown, { block, place })
  })}
  ${when(
    cited.length > 0,
    () =>
      html`<ol>
        ${cited.map(
          (one, place) => html`<li id="${noteId(shown, place)}">${note(visit, shown.report, one)}</li>`,
        )}
      </ol>`,
  )}`
}

/** `place`: by which others lead to a paragraph. */
function blockPart(
  visit: Visit,
  shown: Shown,
  { block, place }: { block: MarkedBlock; place: Html },
): Html | '' {
  const other = otherLanguage(visit, shown)
  const spans = (all: readonly Span[]) =>
    all.map((span, place) => spanPart(visit, shown, closeUp(span, all[place + 1])))
  if (block.block === 'heading') return html`<h3 ${other}>${spans(block.spans)}</h3>`
  if (block.block === 'paragraph') return html`<p ${place} ${other}>${spans(block.spans)}</p>`
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
    : partFigure(visit, shown.report, part)
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

function spanPart(visit: Visit, shown: Shown, span: Span): Html | string {
  if (span.span === 'link') return html`<a href="${span.address}" rel="noopener nofollow">${span.text}</a>`
  if (span.span === 'part') {
    const part = shown.parts.find(({ key }) => key === span.key)
    if (part === undefined) return html`<bdi class="tag">${span.key}</bdi>`
    return html`<a href="${linkTo(visit, reportPaths.part(shown.report, span.key))}" title="${part.words}"
      >${written(visit, part.total)}</a
    >`
  }
  if (span.span === 'citation') {
    const place = shown.cited.findIndex(({ address }) => address === span.address)
    return html`<sup><a href="#${noteId(shown, place)}">${String(place + 1)}</a></sup>`
  }
  if (span.look === 'strong') return html`<strong>${span.text}</strong>`
  return span.look === 'emphasis' ? html`<em>${span.text}</em>` : span.text
}

const noteId = ({ code }: Shown, place: number): string => `note-${code}-${place + 1}`
