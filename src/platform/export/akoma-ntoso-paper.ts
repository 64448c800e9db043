import type { Paper, PaperBlock, PaperHead, PaperPicture, PaperSpan, PaperTable } from '../documents/paper.ts'
import { languages } from '../languages.ts'
import { identification, organizations, type Named } from './akoma-ntoso-names.ts'
import { element, xmlDocument, type Xml } from './xml.ts'

/** What names a paper beyond its words. */
export type PaperWork = {
  /** Steps of the address below '/akn/un/doc/report': of whom, which year, which symbol. */
  steps: readonly string[]
  symbol: string | null
  author: { id: string; name: string }
  /** The day of the version, as year-month-day. */
  day: string
  version: number
  isDraft: boolean
  /** Addresses under which the same paper is on the web. */
  aliases: readonly string[]
}

/** A paper as an Akoma Ntoso document (OASIS, 3.0). Its eIds come from places and anchors, so all languages share them. */
export function paperAsAkomaNtoso(paper: Paper, work: PaperWork): string {
  const writer = new PaperWriter(paper)
  return xmlDocument(
    element(
      'akomaNtoso',
      { xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' },
      element(
        'doc',
        { name: 'report' },
        element('meta', {}, identification(named(paper, work)), references(work)),
        writer.preface(),
        writer.body(),
      ),
    ),
  )
}

const named = ({ language }: Paper, work: PaperWork): Named => ({
  work: `/akn/un/doc/report/${work.steps.map(encodeURIComponent).join('/')}`,
  subtype: 'report',
  number: work.symbol,
  language,
  day: { date: work.day, name: work.isDraft ? 'draft' : 'version' },
  version: work.version,
  isAuthoritative: !work.isDraft,
  wordedBy: 'author',
  aliases: work.aliases,
})

const references = ({ author }: PaperWork): Xml =>
  element(
    'references',
    { source: '#actionline' },
    ...organizations(author),
    element('TLCConcept', { eId: 'records', href: '/akn/ontology/concept/un/records', showAs: 'Records' }),
  )

type Heading = Extract<PaperBlock, { block: 'heading' }>
type Part = { heading: Heading; blocks: PaperBlock[]; parts: Part[] }

/** Sections and what hangs under them, from a row of blocks. */
export function partsOf(blocks: readonly PaperBlock[]): { blocks: PaperBlock[]; parts: Part[] } {
  const root = { blocks: [] as PaperBlock[], parts: [] as Part[] }
  const open: Part[] = []
  for (const block of blocks) {
    if (block.block !== 'heading') {
      ;(open.at(-1) ?? root).blocks.push(block)
      continue
    }
    while ((open.at(-1)?.heading.level ?? 0) >= block.level) open.pop()
    const part = { heading: block, blocks: [], parts: [] }
    ;(open.at(-1) ?? root).parts.push(part)
    open.push(part)
  }
  return root
}

/** Writes one after the other; remembers which eIds and footnotes it has given out. */
class PaperWriter {
  readonly #paper: Paper
  readonly #used = new Set<string>()

  constructor(paper: Paper) {
    this.#paper = paper
  }

  preface(): Xml {
    const { head, title } = this.#paper
    return element(
      'preface',
      {},
      this.#container('head', [
        ...(head.recipient === '' ? [] : [element('p', {}, head.recipient)]),
        ...(head.meeting === null ? [] : [element('p', {}, head.meeting)]),
        ...head.marks.map(({ name, value }) => element('p', {}, `${name}: ${value}`)),
        ...(head.from === null ? [] : [element('p', {}, head.from)]),
        ...head.warnings.map((words) => element('p', { class: 'warning' }, words)),
        element('p', {}, element('docTitle', {}, title)),
      ]),
      ...head.boxes.map((box) => this.#box(box)),
    )
  }

  body(): Xml {
    const { blocks, parts } = partsOf(this.#paper.blocks)
    const content = [...this.#blocks(blocks, 'main'), ...parts.map((part) => this.#section(part, 0))]
    return element('mainBody', {}, ...(content.length === 0 ? [element('p', {})] : content))
  }

  #box({ name, lines }: PaperHead['boxes'][number]): Xml {
    return this.#container('box', [
      element('p', {}, element('b', {}, name)),
      ...lines.map((line) => element('p', {}, ...this.#spans(line, 'box'))),
    ])
  }

  #container(name: string, content: Xml[]): Xml {
    return element('container', { name, eId: this.#eId(`preface__${name}`) }, ...content)
  }

  #section({ heading, blocks, parts }: Part, depth: number): Xml {
    const name = depth === 0 ? 'section' : 'subsection'
    const eId = this.#eId(heading.anchor)
    const content = [...this.#blocks(blocks, eId), ...parts.map((part) => this.#section(part, depth + 1))]
    return element(
      name,
      { eId, ...inOther(heading) },
      element('heading', {}, heading.text, ...(heading.notes ?? []).map((number) => this.#note(number))),
      ...(content.length === 0 ? [element('content', {}, element('p', {}))] : content),
    )
  }

  #blocks(blocks: readonly PaperBlock[], above: string): Xml[] {
    return blocks.map((block) => this.#block(block, above))
  }

  #block(block: PaperBlock, above: string): Xml {
    if (block.block === 'paragraph') {
      const eId = this.#eId(`${above}__para`)
      const words = element(
        'p',
        block.look === undefined || block.look === 'plain' ? {} : { class: block.look },
        ...this.#spans(block.spans, eId),
      )
      const num = block.number === null ? [] : [element('num', {}, block.number)]
      return element('paragraph', { eId, ...inOther(block) }, ...num, element('content', {}, words))
    }
    const name = block.block === 'list' ? 'list' : block.block
    const eId = this.#eId(`${above}__${name}`)
    return element(
      'hcontainer',
      { name, eId, ...(block.block === 'list' ? inOther(block) : {}) },
      element('content', {}, ...this.#inside(block, eId)),
    )
  }

  #inside(block: Exclude<PaperBlock, { block: 'paragraph' }>, eId: string): Xml[] {
    if (block.block === 'table') return [this.#table(block)]
    if (block.block === 'picture') return this.#picture(block)
    if (block.block === 'heading') return [element('p', {}, block.text)]
    return [
      element(
        block.isOrdered ? 'ol' : 'ul',
        { eId: this.#eId(`${eId}__items`) },
        ...block.lines.map((line) => element('li', {}, ...this.#spans(line, eId))),
      ),
    ]
  }

  #table({ anchor, caption, names, rows }: PaperTable): Xml {
    const cell = (name: 'th' | 'td', words: string) => element(name, {}, element('p', {}, words))
    return element(
      'table',
      { eId: this.#eId(anchor) },
      element('caption', {}, caption),
      element('tr', {}, ...names.map(({ text }) => cell('th', text))),
      ...rows.map((row) => element('tr', {}, ...row.map((words) => cell('td', words)))),
    )
  }

  #picture({ caption, description, svg }: PaperPicture): Xml[] {
    const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
    return [element('p', {}, caption), element('p', {}, element('img', { src, alt: description }))]
  }

  #spans(spans: readonly PaperSpan[], above: string): (Xml | string)[] {
    return spans.map((span) => this.#span(span, above))
  }

  #span(span: PaperSpan, above: string): Xml | string {
    if (span.span === 'note') return this.#note(span.number)
    if (span.span === 'link') {
      const href = addressIn(span.address)
      if (href === null) return span.text
      const ref = element('ref', { eId: this.#eId(`${above}__ref`), href }, span.text)
      if (span.quantity === undefined) return ref
      const eId = this.#eId(`${above}__quantity`)
      return element('quantity', { eId, refersTo: '#records', normalized: String(span.quantity) }, ref)
    }
    if (span.look === 'strong') return element('b', {}, span.text)
    return span.look === 'emphasis' ? element('i', {}, span.text) : span.text
  }

  #note(number: number): Xml {
    const spans = this.#paper.notes[number - 1]?.spans ?? []
    const eId = this.#eId('authorialNote')
    const words = element('p', {}, ...this.#spans(spans, eId))
    return element('authorialNote', { eId, marker: String(number), placement: 'bottom' }, words)
  }

  #eId(wanted: string): string {
    const name = wanted.replaceAll(/[^\w.-]+/g, '-')
    let eId = /__[a-zA-Z]+$|^authorialNote$/.test(name) ? `${name}_1` : name
    for (let count = 2; this.#used.has(eId); count += 1) eId = `${name}_${count}`
    this.#used.add(eId)
    return eId
  }
}

/** As the schema wants it; null for what is no address of the web. */
function addressIn(address: string): string | null {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return null
  return new URL(address).href.replaceAll(/[^\w\-.~:/?#@!$&'()*+,;=%]/g, encodeURIComponent)
}

const inOther = ({ language }: { language?: keyof typeof languages }) =>
  language === undefined ? {} : { 'xml:lang': languages[language].tag }
