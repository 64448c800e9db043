import type { Footnote, Section, Unit } from '../resolution.ts'
import type { Warning } from '../source.ts'
import type { Note } from './footnotes.ts'
import type { SectionSketch } from './itu-shape.ts'
import type { Vocabulary } from './join.ts'
import { joinLines } from './join.ts'
import type { Sketch } from './outline.ts'

/** Sections with their keys and units with their paths: addresses that are equal in all languages. */
export function finishSections(
  sketches: SectionSketch[],
  vocabulary: Vocabulary,
  warnings: Warning[],
): Section[] {
  const counts = new Map<string, number>()
  const taken: Taken = new Map()
  const paths: Taken = new Map()
  return sketches.map((sketch) => {
    const act = sketch.act ?? 'section'
    counts.set(act, (counts.get(act) ?? 0) + 1)
    const base = sketch.key ?? keyOf(act, sketch.slugs, counts.get(act) ?? 1)
    const key = unique(base, taken)
    // A title between paragraphs opens a section but no new address: the numbers go on.
    const prefix = sketch.key ?? key
    const { outline } = sketch
    warnings.push(...outline.warnings)
    const offset = outline.unlabelledBefore
    const units = finishUnits(outline.roots, prefix, offset, {
      vocabulary,
      warnings,
      paths,
      ceiling: sketch.confidence,
    })
    return {
      heading: sketch.heading,
      kind: sketch.kind,
      addressees: sketch.addressees,
      key,
      act: sketch.act,
      at: sketch.at,
      units,
    }
  })
}

function keyOf(act: string, slugs: (string | null)[], ordinal: number): string {
  if (slugs.length === 0) return act
  if (slugs.includes(null)) return `${act}-${ordinal}`
  return [act, ...slugs].join('-')
}

/** Names given so far, with how often each was wanted: a second 'a' becomes 'a~2'. */
type Taken = Map<string, number>

function unique(wanted: string, taken: Taken): string {
  let count = (taken.get(wanted) ?? 0) + 1
  let name = count === 1 ? wanted : `${wanted}~${count}`
  while (count > 1 && taken.has(name)) name = `${wanted}~${++count}`
  taken.set(wanted, count)
  if (name !== wanted) taken.set(name, 1)
  return name
}

type Means = { vocabulary: Vocabulary; warnings: Warning[]; paths: Taken; ceiling: number }

function finishUnits(sketches: Sketch[], prefix: string, offset: number, means: Means): Unit[] {
  const alone = sketches.length === 1 && offset === 0 && !means.paths.has(`${prefix}/p1`)
  let unlabelled = offset
  return sketches.map((sketch) => {
    const name = sketch.label === null ? (alone ? '0' : `p${++unlabelled}`) : sketch.neutral
    const path = unique(`${prefix}/${name}`, means.paths)
    const text = joined(sketch.parts, sketch, means)
    const closing = joined(sketch.closing, sketch, means)
    return {
      label: sketch.label,
      path,
      text,
      children: finishUnits(sketch.children, path, 0, means),
      closing,
      footnotes: [...new Set(sketch.marks)],
      confidence: Math.min(sketch.confidence, means.ceiling),
      at: sketch.at,
    }
  })
}

function joined(parts: string[], sketch: Sketch, means: Means): string {
  const { text, doubtful } = joinLines(parts, means.vocabulary)
  for (const word of doubtful)
    means.warnings.push({ code: 'hyphen-doubtful', values: { word }, at: sketch.at })
  return text
}

/** Notes with the address of the unit or section that carries their mark. */
export function finishNotes(
  notes: Note[],
  sections: Section[],
  sketches: SectionSketch[],
  titleMarks: string[],
  vocabulary: Vocabulary,
  warnings: Warning[],
): Footnote[] {
  const owners = new Map<string, string>()
  const own = (mark: string, path: string) => void (owners.has(mark) || owners.set(mark, path))
  const visit = (unit: Unit) => {
    for (const mark of unit.footnotes) own(mark, unit.path)
    unit.children.forEach(visit)
  }
  for (const mark of titleMarks) own(mark, 'title')
  sections.forEach((section, index) => {
    for (const mark of sketches[index]?.marks ?? []) own(mark, section.key)
    section.units.forEach(visit)
  })
  const known = new Set(notes.map(({ mark }) => mark))
  for (const [mark, at] of owners)
    if (!known.has(mark)) warnings.push({ code: 'footnote-without-text', values: { mark }, at })
  return notes.map(({ mark, parts }) => ({
    mark,
    text: joinLines(parts, vocabulary).text,
    at: owners.get(mark) ?? null,
  }))
}
