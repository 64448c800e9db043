import { languageCodes, type LanguageCode } from '../languages.ts'
import { alignSegments } from './alignment.ts'
import type { LockedText, TranslationRow } from './locked-queries.ts'
import { joined, segmentsOf, tidied } from './segments.ts'
import type { SourceText } from './source-commands.ts'
import type { KeptState } from './text-state.ts'

type PlannedSegment = { segment: number; place: number; source: string; gap: string }

type Original = { segment: number; language: LanguageCode; text: string; of_source: string }

export type PlannedText =
  | { kind: 'unchanged' | 'gone' }
  | {
      /** 'anew': in another language than before, so that nothing of the old one stays. */
      kind: 'new' | 'anew' | 'edited'
      bundle: string | null
      version: number
      nextSegment: number
      segments: PlannedSegment[]
      /** Segments that are gone, with their translations. */
      removed: number[]
      /** Translations that are in another state now. */
      translations: TranslationRow[]
      /** What the author gave in further languages. */
      originals: Original[]
    }

/** What becomes of a field when its author writes it. */
export function plannedText(text: SourceText, known: LockedText | null): PlannedText {
  const whole = tidied(text.text)
  if (whole === '') return { kind: known ? 'gone' : 'unchanged' }
  const segments = segmentsOf(whole, text.language)
  if (known === null) return fresh(text, segments, { kind: 'new', version: 1, first: 1, bundle: null })
  if (known.language !== text.language) {
    const { version, next_segment: first, bundle } = known
    return fresh(text, segments, { kind: 'anew', version: version + 1, first, bundle })
  }
  const now = joined(known.segments.map(({ source, gap }) => ({ text: source, gap })))
  const edited = edit(known, segments)
  const originals = newOriginals(text, edited.segments, known)
  if (now === whole && originals.length === 0) return { kind: 'unchanged' }
  return { ...edited, originals }
}

function fresh(
  text: SourceText,
  cut: readonly { text: string; gap: string }[],
  {
    kind,
    version,
    first,
    bundle,
  }: { kind: 'new' | 'anew'; version: number; first: number; bundle: string | null },
): PlannedText {
  const segments = cut.map((one, place) => ({
    segment: first + place,
    place,
    source: one.text,
    gap: one.gap,
  }))
  return {
    kind,
    bundle,
    version,
    nextSegment: first + segments.length,
    segments,
    removed: [],
    translations: [],
    originals: newOriginals(text, segments, null),
  }
}

function edit(known: LockedText, cut: readonly { text: string; gap: string }[]) {
  const aligned = alignSegments(
    known.segments.map(({ source }) => source),
    cut.map(({ text }) => text),
  )
  let next = known.next_segment
  const segments = cut.map(({ text, gap }, place) => {
    const from = aligned[place]?.from ?? null
    const old = from === null ? undefined : known.segments[from]
    return { segment: old?.segment ?? next++, place, source: text, gap }
  })
  const kept = new Map(segments.map((one) => [one.segment, one]))
  const before = new Map(known.segments.map((one) => [one.segment, one.source]))
  return {
    kind: 'edited' as const,
    bundle: known.bundle,
    version: known.version + 1,
    nextSegment: next,
    segments,
    removed: known.segments.map(({ segment }) => segment).filter((segment) => !kept.has(segment)),
    translations: inOtherStates(
      known.translations.filter(({ segment }) => kept.has(segment)),
      known.translations.filter(({ segment }) => {
        const source = kept.get(segment)?.source
        return source !== undefined && source !== before.get(segment)
      }),
      (segment) => kept.get(segment)?.source ?? '',
    ),
  }
}

/** What stands whole with another sentence is in another state there: it has no words of its own. */
function inOtherStates(
  all: readonly TranslationRow[],
  touched: readonly TranslationRow[],
  sourceOf: (segment: number) => string,
): TranslationRow[] {
  const worded = touched.filter(({ text }) => text !== '')
  const elsewhere = new Set(touched.filter(({ text }) => text === '').map(({ language }) => language))
  const whole = all.filter((one) => one.text !== '' && elsewhere.has(one.language) && !worded.includes(one))
  return [
    ...worded.map((one) => ({ ...one, state: stateAfter(one, sourceOf(one.segment)) })),
    ...whole.map((one) => ({ ...one, state: 'outdated' as const })),
  ]
}

/** Outdated; or, when the source is again what was translated, what it was before. */
function stateAfter({ of_source, engine, reviewer }: TranslationRow, source: string): KeptState {
  if (of_source !== source) return 'outdated'
  if (engine !== null) return 'machine'
  return reviewer === null ? 'human' : 'reviewed'
}

/** The author's own words in further languages: sentence by sentence where their number fits, else all with the first. */
function newOriginals(
  { language, alsoIn = {} }: SourceText,
  segments: readonly PlannedSegment[],
  known: LockedText | null,
): Original[] {
  return languageCodes
    .filter((code) => code !== language && tidied(alsoIn[code] ?? '') !== '')
    .flatMap((code) => {
      const cut = segmentsOf(alsoIn[code] ?? '', code)
      const fits = cut.length === segments.length
      return segments.map(({ segment, source }, place) => ({
        segment,
        language: code,
        text: fits ? (cut[place]?.text ?? '') : place === 0 ? joined(cut) : '',
        of_source: source,
      }))
    })
    .filter((original) => !isKept(known, original))
}

const isKept = (known: LockedText | null, { segment, language, text, of_source }: Original): boolean =>
  known?.translations.some(
    (one) =>
      one.segment === segment &&
      one.language === language &&
      one.text === text &&
      one.of_source === of_source &&
      one.state === 'original',
  ) ?? false
