import { compiled } from '../names/compiled.ts'
import type { Draft } from '../grammar/read-units.ts'
import { plainText } from '../names/fold.ts'
import { referenceWords } from '../names/reference-words.ts'
import type { Section, Unit } from '../resolution.ts'
import { labelsIn, labelList } from './reference-labels.ts'

export type References = {
  paths: string[]
  /** 'implementation of this resolution' */
  itself: boolean
  /** What points at a provision that the text does not have. */
  missing: string[]
}

/** The provisions of the same text that a provision points at, in its own words or in a footnote to it. */
export function referencesOf(unit: Unit, draft: Draft): References {
  const notes = draft.footnotes.filter((note) => unit.footnotes.includes(note.mark)).map((note) => note.text)
  const found: References = { paths: [], itself: false, missing: [] }
  const known = allPaths(draft)
  for (const text of [unit.text, unit.closing, ...notes]) {
    if (text === '') continue
    const folded = plainText(text).toLowerCase()
    if (referenceWords[draft.language].itself.test(folded)) found.itself = true
    for (const { bases, labels, printed } of pointers(folded, unit, draft)) {
      for (const label of labels) {
        const path = bases.map((base) => `${base}/${label}`).find((candidate) => known.has(candidate))
        if (path === undefined) found.missing.push(printed)
        else if (!found.paths.includes(path)) found.paths.push(path)
      }
    }
  }
  return found
}

/** `bases`: where the labels may be looked for, the likeliest first. */
type Pointer = { bases: string[]; labels: string[]; printed: string }

function pointers(text: string, unit: Unit, draft: Draft): Pointer[] {
  const byHeading = headingPointers(text, draft)
  const taken = byHeading.map(({ start, end }) => ({ start, end }))
  const bare = barePointers(text, unit, draft).filter(
    (one) => !taken.some((other) => one.start < other.end && other.start < one.end),
  )
  return [...byHeading, ...bare].toSorted((a, b) => a.start - b.start)
}

type Placed = Pointer & { start: number; end: number }

/** 'resolves 1 and 2 above', 'points 1 et 2 du décide', '上述做出决议1和2'. The longest heading wins. */
function headingPointers(text: string, draft: Draft): Placed[] {
  const words = referenceWords[draft.language]
  const found: Placed[] = []
  const headings = draft.sections
    .filter((section) => section.heading !== '' && section.act !== null)
    .flatMap((section) => headingForms(section).map((form) => ({ section, form })))
    .toSorted((a, b) => b.form.length - a.form.length)
  const flat = draft.language === 'zh' ? text.replaceAll(/\s+/g, '') : text.replaceAll(/\s+/g, ' ')
  for (const { section, form } of headings) {
    if (!flat.includes(draft.language === 'zh' ? form.replaceAll(/\s+/g, '') : form)) continue
    const heading = form
      .split(' ')
      .map(escape)
      .join(draft.language === 'zh' ? '\\s*' : '\\s+')
    const inQuotes = `["']?${heading}["']?,?`
    const patterns = [
      compiled(`(?<![\\p{L}])${inQuotes} ?(?:(?:${words.provision}) ?)?(?<list>${labelList})`, 'gu'),
      compiled(`(?:${words.provision}) ?(?<list>${labelList})${words.of}${inQuotes}(?![\\p{L}])`, 'gu'),
    ]
    if (draft.language === 'zh')
      patterns.forEach(
        (pattern, index) => (patterns[index] = compiled(pattern.source.replace('(?<![\\p{L}])', ''), 'gu')),
      )
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern)) {
        const start = match.index
        const end = start + match[0].length
        if (found.some((one) => one.start < end && start < one.end)) continue
        found.push({
          bases: [section.key],
          labels: labelsIn(match.groups?.['list'] ?? ''),
          printed: match[0],
          start,
          end,
        })
      }
    }
  }
  return found
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

const bureaux: [RegExp, string][] = [
  [
    /(?:the )?telecommunication development bureau|bureau de developpement des telecommunications|oficina de desarrollo de las telecomunicaciones/,
    'bdt',
  ],
  [
    /(?:the )?telecommunication standardization bureau|bureau de la normalisation des telecommunications|oficina de normalizacion de las telecomunicaciones/,
    'tsb',
  ],
  [/(?:the )?radiocommunication bureau|bureau des radiocommunications|oficina de radiocomunicaciones/, 'br'],
  [/бюро развития электросвязи/, 'брэ'],
  [/бюро стандартизации электросвязи/, 'бсэ'],
]

/** A heading as it stands, and with the Bureaux by their acronyms, as sentences like to name it. */
function headingForms(section: Section): string[] {
  const folded = plainText(section.heading).toLowerCase().replaceAll(/\s+/g, ' ').replace(/[,:]$/, '').trim()
  const short = bureaux.reduce((text, [name, acronym]) => text.replace(name, acronym), folded)
  return short === folded ? [folded] : [folded, short, short.replace(/ of /, ' of the ')]
}

/** 'paragraph 5 above', 'пункт 5 настоящей резолюции', '上文第5段'. */
function barePointers(text: string, unit: Unit, draft: Draft): Placed[] {
  const words = referenceWords[draft.language]
  const zh = draft.language === 'zh'
  const patterns = [
    compiled(`(?<![\\p{L}\\p{N}])(?:${words.provision}) ?(?<list>${labelList})(?:${words.here})`, 'gu'),
    compiled(
      `(?:${words.hereBefore})(?:${words.provision}) ?(?<list>${labelList})${zh ? `(?:${words.here})` : ''}`,
      'gu',
    ),
  ]
  if (draft.language === 'en')
    patterns.push(compiled(`(?<=(?:in|with|under|to|from|by) )(?<list>${labelList}) (?:above|below)`, 'gu'))
  if (draft.language === 'en')
    patterns.push(
      compiled(
        `operative paragraphs? (?<list>${labelList})(?! of (?:its |general |resolution|the resolution))`,
        'gu',
      ),
    )
  const found: Placed[] = []
  for (const pattern of zh ? patterns.slice(1) : patterns) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((one) => one.start < end && start < one.end)) continue
      found.push({
        bases: basesOf(unit, draft),
        labels: labelsIn(match.groups?.['list'] ?? ''),
        printed: match[0],
        start,
        end,
      })
    }
  }
  return found
}

/** From the unit outwards: its own list, its section, then the operative sections of the same part. */
function basesOf(unit: Unit, draft: Draft): string[] {
  const steps = unit.path.split('/')
  const own = steps.slice(0, -1).map((_, index) => steps.slice(0, steps.length - 1 - index).join('/'))
  const firsts = draft.sections
    .filter((section) => section.kind === 'operative')
    .flatMap((section) => {
      const first = section.units[0]?.path.split('/')[0]
      return first === undefined ? [section.key] : [section.key, first]
    })
  const part = /^part-[^-]+-/.exec(steps[0] ?? '')?.[0] ?? ''
  return [...own, ...firsts.filter((base) => base.startsWith(part))]
}

const paths = new WeakMap<Draft, Set<string>>()

function allPaths(draft: Draft): Set<string> {
  const known = paths.get(draft)
  if (known !== undefined) return known
  const made = new Set<string>()
  const walk = (unit: Unit): void => {
    made.add(unit.path)
    unit.children.forEach(walk)
  }
  draft.sections.forEach((section) => section.units.forEach(walk))
  paths.set(draft, made)
  return made
}
