import { printedCounter } from './counters.ts'
import type { WordPackage } from './docx-package.ts'
import type { NoteReference, Story } from './docx-story.ts'
import { finishCarried, startStory } from './docx-story.ts'
import { storyVisitor } from './docx-visit.ts'
import type { Draft } from './drafts.ts'
import { emptyDraft } from './drafts.ts'
import type { Piece } from './pieces.ts'
import type { XmlNode } from '#platform/packages/xml-read.ts'
import { childOf, readXml, valueOf } from '#platform/packages/xml-read.ts'

type Kind = NoteReference['kind']

/** Counts the marks of notes as the document's settings say. Where numbers start again on each page, Word alone knows the pages. */
export function noteMarks(settings: XmlNode | undefined): (kind: Kind) => string {
  const counts = { footnote: firstCount(settings, 'footnote'), endnote: firstCount(settings, 'endnote') }
  return (kind) => {
    const format = valueOf(childOf(settings, `w:${kind}Pr`), 'w:numFmt')
    const count = counts[kind]
    counts[kind] += 1
    return printedCounter(count, format ?? (kind === 'footnote' ? 'decimal' : 'lowerRoman'))
  }
}

const firstCount = (settings: XmlNode | undefined, kind: Kind) => {
  const start = Number.parseInt(valueOf(childOf(settings, `w:${kind}Pr`), 'w:numStart') ?? '', 10)
  return Number.isSafeInteger(start) ? start : 1
}

/** The notes in the order of their marks; those that nothing printed refers to are set aside. */
export async function noteDrafts(word: WordPackage, main: Story): Promise<Draft[]> {
  const drafts: Draft[] = []
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = word.part(`${kind}s`)
    if (!part) continue
    const bodies = await noteBodies(word, part, kind, main)
    for (const { id, mark, isDeleted } of main.references.filter((reference) => reference.kind === kind)) {
      const body = bodies.get(id) ?? []
      bodies.delete(id)
      if (isDeleted) drafts.push(...body.map((draft) => setApart(draft, 'deleted-text')))
      else drafts.push(...asNote(body, mark, `${kind} ${mark}`))
    }
    for (const body of bodies.values()) drafts.push(...body.map((draft) => setApart(draft, 'other')))
  }
  return drafts
}

const setApart = (draft: Draft, reason: 'deleted-text' | 'other'): Draft => ({
  ...draft,
  aside: draft.aside ?? reason,
  at: 'footnotes',
})

function asNote(body: Draft[], mark: string, at: string): Draft[] {
  const flow = body.length > 0 ? body : [emptyDraft()]
  return flow.map((draft, index) => ({
    ...draft,
    at,
    note: draft.aside ? null : mark,
    pieces: index === 0 ? withoutOwnMark(draft.pieces, mark) : draft.pieces,
  }))
}

/** A mark of the writer's own choice is typed again at the start of its note. */
function withoutOwnMark(pieces: Piece[], mark: string): Piece[] {
  const at = pieces.findIndex((piece) => piece.kind !== 'text' || piece.text.trim() !== '')
  const first = pieces[at]
  if (first?.kind === 'mark' && first.mark === mark) return pieces.toSpliced(at, 1)
  if (first?.kind !== 'text' || !/^[^\p{L}\p{N}]+$/u.test(mark)) return pieces
  const text = first.text.trimStart()
  return text.startsWith(mark) ? pieces.toSpliced(at, 1, { ...first, text: text.slice(mark.length) }) : pieces
}

async function noteBodies(
  word: WordPackage,
  part: string,
  kind: Kind,
  main: Story,
): Promise<Map<string, Draft[]>> {
  const bodies = new Map<string, Draft[]>()
  const story = startStory(main.surroundings, main.budget, () => '*')
  const visitor = storyVisitor(story)
  let isSeparator = false
  await readXml(
    word.archive.open(part),
    {
      ...visitor,
      open(name, attributes) {
        if (name === `w:${kind}`) {
          const body: Draft[] = []
          story.sinks = [body]
          isSeparator = /separator|continuation/i.test(attributes['w:type'] ?? '')
          if (!isSeparator) bodies.set(attributes['w:id'] ?? '', body)
        }
        visitor.open(name, attributes)
      },
      close(name) {
        if (name === `w:${kind}`) finishCarried(story)
        visitor.close(name)
      },
    },
    main.budget,
  )
  if (story.hasChanges) main.hasChanges = true
  return bodies
}
