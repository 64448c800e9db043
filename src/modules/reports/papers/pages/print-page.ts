import { languages, type LanguageCode } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfReport } from '../../pages/report-page.ts'
import { partFigure } from '../../parts/pages/part-figure.ts'
import { reportPaths } from '../../paths.ts'
import { numbersOf } from '../paper-numbers.ts'
import type { PaperRecord } from '../paper-shape.ts'

type Paper = PaperRecord['paper']
type Block = Paper['blocks'][number]
type Spans = Extract<Block, { block: 'paragraph' }>['spans']

/** All of a report in one piece, for paper: head, contents, counted paragraphs, footnotes. */
export function printPage(visit: Visit, { id, paper, parts }: PaperRecord): Page {
  const { t } = visit
  const { head, title, blocks, notes } = paper
  const numbers = numbersOf(paper)
  const shown = new Set<string>()
  const drawn = (block: Block): Html | '' => {
    const part = parts.find(({ key }) => key === block.part)
    if (part === undefined) return blockPart(block)
    // On a page a live part is one figure with the way to its records.
    if (shown.has(part.key)) return ''
    shown.add(part.key)
    return partFigure(visit, id, part, numbers.parts.get(part.key))
  }
  return {
    title,
    unlisted: true,
    sheet: 'report',
    crumbs: crumbsOfReport(visit, { id, title: { text: title } }),
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
        kicker: [head.recipient, head.meeting].filter(Boolean).join(' · '),
        title,
        ...(head.from === null ? {} : { lead: head.from }),
      })}
      ${head.warnings.map((words) => notice(words, 'warning'))}
      ${definitionList(head.marks.map(({ name, value }) => ({ term: name, content: html`<bdi>${value}</bdi>` })))}
      ${definitionList(
        head.boxes.map(({ name, lines }) => ({
          term: name,
          content: html`${lines.map((line) => html`<p>${spansPart(line)}</p>`)}`,
        })),
      )}
      <p><a href="${linkTo(visit, reportPaths.report(id))}">${t('reports.paper.wait.back')}</a></p>
      ${contents(visit, blocks)} ${blocks.map(drawn)}
      ${when(
        notes.length > 0,
        () =>
          html`<ol class="footnotes">
            ${notes.map(({ spans }, place) => html`<li id="note-${place + 1}">${spansPart(spans)}</li>`)}
          </ol>`,
      )}`,
  }
}

const contents = ({ t }: Visit, blocks: Paper['blocks']): Html => {
  const heads = blocks.filter((block) => block.block === 'heading').filter(({ level }) => level === 1)
  return html`<nav class="contents" aria-labelledby="contents">
    <h2 id="contents">${t('reports.paper.contents')}</h2>
    <ol>
      ${heads.map(({ anchor, text, language }) => html`<li><a href="#${anchor}" ${inOther(language)}>${text}</a></li>`)}
    </ol>
  </nav>`
}

function blockPart(block: Block): Html {
  if (block.block === 'heading') return heading(block)
  if (block.block === 'table')
    return table({
      id: block.anchor,
      caption: block.caption,
      columns: block.names.map(({ text, isNumber }) =>
        isNumber ? { label: text, align: 'end' } : { label: text },
      ),
      rows: block.rows.map((row) => [...row]),
    })
  if (block.block === 'picture') return html`<p>${block.description}</p>`
  const other = inOther(block.language)
  if (block.block === 'list') {
    const lines = block.lines.map((line) => html`<li>${spansPart(line)}</li>`)
    return block.isOrdered
      ? html`<ol ${other}>
          ${lines}
        </ol>`
      : html`<ul ${other}>
          ${lines}
        </ul>`
  }
  if (block.look === 'warning') return notice(html`${spansPart(block.spans)}`, 'warning')
  const number = when(block.number, () => html`<span class="muted">${block.number}</span> `)
  return block.look === 'hint'
    ? html`<p class="hint" ${other}>${number}${spansPart(block.spans)}</p>`
    : html`<p ${other}>${number}${spansPart(block.spans)}</p>`
}

function heading({ level, text, anchor, language, notes = [] }: Extract<Block, { block: 'heading' }>): Html {
  const other = inOther(language)
  const words = html`${text}${notes.map(noteMark)}`
  if (level === 1) return html`<h2 id="${anchor}" ${other}>${words}</h2>`
  return level === 2
    ? html`<h3 id="${anchor}" ${other}>${words}</h3>`
    : html`<h4 id="${anchor}" ${other}>${words}</h4>`
}

const inOther = (language: LanguageCode | undefined): Html | '' =>
  language === undefined ? '' : html`lang="${languages[language].tag}" dir="${languages[language].direction}"`

const spansPart = (spans: Spans): (Html | string)[] =>
  spans.map((span) => {
    if (span.span === 'note') return noteMark(span.number)
    if (span.span === 'link')
      return html`<a href="${span.address}" rel="noopener nofollow"><bdi>${span.text}</bdi></a>`
    if (span.look === 'strong') return html`<strong>${span.text}</strong>`
    return span.look === 'emphasis' ? html`<em>${span.text}</em>` : span.text
  })

const noteMark = (number: number): Html =>
  html`&#8288;<sup
      ><bdi><a href="#note-${number}">${String(number)}</a></bdi></sup
    >`
