import type { Deliberation, DeliberationNote, DeliberationPart, DeliberationUnit } from './akoma-ntoso.ts'
import { workAddress } from './akoma-ntoso.ts'
import { element, type Xml } from './xml.ts'

export type Written = {
  preamble: Xml[]
  main: Xml
  /** Instruments that are referred to, each once. */
  cited: string[]
  /** References whose words do not stand in the text as they were noted: by description, or in a paraphrase. */
  implicit: { eId: string; instrument: string }[]
}

/** Preamble and main body. A preamble that follows an operative part (parts II, III …) stays in its place. */
export function deliberationBody(text: Deliberation): Written {
  const writer = new BodyWriter(text.notes)
  const firstOperative = text.parts.findIndex(({ kind }) => kind === 'operative')
  const first = firstOperative === -1 ? text.parts.length : firstOperative
  const formula =
    text.formula === null
      ? []
      : [element('formula', { name: 'enactingFormula', eId: 'formula_1' }, element('p', {}, text.formula))]
  const recitals = text.parts.slice(0, first).map((part) => writer.recitals(part))
  const clauses = text.parts.slice(first).map((part) => writer.clause(part))
  const notes = writer.notesLeft()
  const opening = [...formula, ...recitals]
  return {
    preamble: opening.length === 0 ? [] : [element('preamble', {}, ...opening)],
    main: element(
      'mainBody',
      {},
      ...(clauses.length + notes.length === 0 ? [element('p', {})] : clauses),
      ...notes,
    ),
    cited: [...writer.cited],
    implicit: writer.implicit,
  }
}

// What a unit is called at each depth of the operative part, with the prefix of its eId.
const levels = [
  { name: 'paragraph', prefix: 'para' },
  { name: 'point', prefix: 'point' },
  { name: 'indent', prefix: 'indent' },
  { name: 'alinea', prefix: 'al' },
] as const

/** Writes parts one after the other; remembers which numbers, footnotes and references it has given out. */
class BodyWriter {
  readonly cited = new Set<string>()
  readonly implicit: Written['implicit'] = []
  readonly #notes: Map<string, DeliberationNote>
  readonly #used = new Set<string>()
  #noteCount = 0

  constructor(notes: DeliberationNote[]) {
    this.#notes = new Map(notes.map((note) => [note.mark, note]))
  }

  recitals(part: DeliberationPart): Xml {
    if (part.units.length === 0) {
      const heading = { name: 'heading', eId: this.#eId('', 'container', null) }
      return element('container', heading, element('p', {}, element('i', {}, part.heading)))
    }
    const eId = this.#eId('', 'recs', null)
    return element(
      'recitals',
      { eId },
      ...(part.heading === ''
        ? []
        : [element('intro', {}, element('p', {}, element('i', {}, part.heading)))]),
      ...part.units.map((unit) => this.#listed('recital', 'rec', unit, eId)),
    )
  }

  clause(part: DeliberationPart): Xml {
    const name = part.kind === 'operative' ? 'operativeClause' : 'preamble'
    const eId = this.#eId('', 'hcontainer', null)
    return element(
      'hcontainer',
      { name, eId },
      ...(part.heading === '' ? [] : [element('heading', {}, element('i', {}, part.heading))]),
      ...part.units.map((unit) => this.#hierarchical(unit, eId, 0)),
    )
  }

  /** Footnotes that no unit refers to: nothing is lost. */
  notesLeft(): Xml[] {
    return [...this.#notes.values()].map((note) => element('p', {}, this.#note(note)))
  }

  #hierarchical(unit: DeliberationUnit, above: string, depth: number): Xml {
    const { name, prefix } = levels[Math.min(depth, levels.length - 1)]!
    const eId = this.#eId(above, prefix, unit.key)
    const words = this.#words(unit, eId)
    const inside =
      unit.children.length === 0 && unit.closing === ''
        ? [element('content', {}, words)]
        : [
            element('intro', {}, words),
            ...unit.children.map((child) => this.#hierarchical(child, eId, depth + 1)),
            ...(unit.closing === '' ? [] : [element('wrapUp', {}, element('p', {}, unit.closing))]),
          ]
    return element(name, { eId }, ...numbered(unit), ...inside)
  }

  /** The preamble knows no hierarchy, so what hangs under a recital is a list. */
  #listed(name: 'recital' | 'item', prefix: string, unit: DeliberationUnit, above: string): Xml {
    const eId = this.#eId(above, prefix, unit.key)
    const inside = [this.#words(unit, eId)]
    if (unit.children.length > 0) {
      const list = this.#eId(eId, 'list', null)
      const listed = unit.children.map((child) => this.#listed('item', 'item', child, list))
      inside.push(element('blockList', { eId: list }, ...listed))
    }
    if (unit.closing !== '') inside.push(element('p', {}, unit.closing))
    return element(name, { eId }, ...numbered(unit), ...inside)
  }

  #words(unit: DeliberationUnit, eId: string): Xml {
    for (const { instrument } of unit.cites) this.cited.add(instrument)
    const notes = unit.notes.flatMap((mark) => {
      const note = this.#notes.get(mark)
      return note ? [this.#note(note)] : []
    })
    const status = unit.text === null ? 'incomplete' : unit.words === 'editorial' ? 'editorial' : null
    return element('p', { status }, ...this.#withReferences(unit, eId), ...notes)
  }

  #withReferences({ text, cites }: DeliberationUnit, eId: string): (Xml | string)[] {
    const parts: (Xml | string)[] = []
    let rest = text ?? ''
    const found = cites
      .map((cite) => ({ ...cite, at: cite.asWritten === '' ? -1 : rest.indexOf(cite.asWritten) }))
      .sort((a, b) => a.at - b.at)
    for (const { asWritten, instrument } of found) {
      const at = asWritten === '' ? -1 : rest.indexOf(asWritten)
      if (at === -1) {
        this.implicit.push({ eId, instrument })
        continue
      }
      const attributes = { eId: this.#eId(eId, 'ref', null), href: workAddress(instrument) }
      parts.push(rest.slice(0, at), element('ref', attributes, asWritten))
      rest = rest.slice(at + asWritten.length)
    }
    return [...parts, rest]
  }

  #note(note: DeliberationNote): Xml {
    this.#notes.delete(note.mark)
    this.#noteCount += 1
    return element(
      'authorialNote',
      { eId: `authorialNote_${this.#noteCount}`, marker: note.mark, placement: 'bottom' },
      element('p', { status: note.text === null ? 'incomplete' : null }, note.text ?? ''),
    )
  }

  #eId(above: string, prefix: string, key: string | null): string {
    const start = `${above === '' ? '' : `${above}__`}${prefix}_`
    const number = key?.replaceAll(/[^\p{L}\p{N}.]+/gu, '-').replaceAll(/^-|-$/g, '')
    let count = 1
    let eId = number ? start + number : `${start}${count}`
    while (this.#used.has(eId)) {
      count += 1
      eId = number ? `${start}${number}-${count}` : `${start}${count}`
    }
    this.#used.add(eId)
    return eId
  }
}

const numbered = ({ label }: DeliberationUnit): Xml[] => (label === null ? [] : [element('num', {}, label)])
