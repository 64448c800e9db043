import { languages } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { markedBlocks, type MarkedBlock, type Span } from '../markup/markup.ts'
import { written } from '../parts/part-words.ts'
import type { PartRecord } from '../parts/part-shape.ts'
import { reportPaths } from '../paths.ts'
import type { SectionRecord } from '../sections/section-shape.ts'
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
  return html`${markedBlocks(text.text).map((block) => blockPart(visit, shown, block))}
  ${when(
    cited.length > 0,
    () =>
      html`<ol>
        ${cited.map(
          ({ address, name }, place) =>
            html`<li id="${noteId(shown, place)}">
              <a href="${hrefOf(visit, address)}"
                >${name === null ? html`<bdi>${address}</bdi>` : spoken(visit.t, name)}</a
              >
            </li>`,
        )}
      </ol>`,
  )}`
}

function blockPart(visit: Visit, shown: Shown, block: MarkedBlock): Html | '' {
  const other = otherLanguage(visit, shown)
  const spans = (all: readonly Span[]) =>
    all.map((span, place) => spanPart(visit, shown, closeUp(span, all[place + 1])))
  if (block.block === 'heading') return html`<h3 ${other}>${spans(block.spans)}</h3>`
  if (block.block === 'paragraph') return html`<p ${other}>${spans(block.spans)}</p>`
  if (block.block === 'list') {
    const lines = block.lines.map((line) => html`<li>${spans(line)}</li>`)
    return block.isOrdered
      ? html`<ol>
          ${lines}
        </ol>`
      : html`<ul>
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

/** An address of this site leads there in the reader's language, any other stays text that can be followed. */
const hrefOf = (visit: Visit, address: string): string =>
  address.startsWith('/') && !address.startsWith('//')
    ? linkTo(visit, address.replace(/^\/(?:ar|zh|en|fr|ru|es)(?=\/)/, ''))
    : address
