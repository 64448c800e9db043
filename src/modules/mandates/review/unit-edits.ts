import { lettersOf } from '#parser/grammar/characters.ts'
import { neutralName, takeLabel } from './label-names.ts'
import type { ReviewedAside, ReviewedText, ReviewedUnit } from './reviewed-text.ts'
import { endOf } from './unit-addresses.ts'
import { lastWordsBefore, namesBefore, parentOf, siblingBefore } from './unit-tree.ts'

/** What an edit makes of a text; null when it cannot be done with it. */
export type Edited = ReviewedText | null

type At<Kind extends object> = Kind & { unit: string }

export function relabel(
  text: ReviewedText,
  { unit: id, label }: At<{ label: string | null }>,
  seq: number,
): Edited {
  return changing(text, id, (unit, index) => {
    if (label === unit.label) return null
    const before = wordsOf(text, unit)
    const rest = label === null ? before : withoutStart(before, label)
    const changed: ReviewedUnit = {
      ...unit,
      label,
      name: label === null ? null : neutralName(label, namesBefore(text.units, index)),
      text: rest ?? unit.text,
    }
    const lost = rest === null && unit.label !== null ? asAside(unit, `x-${seq}`, unit.label) : null
    return {
      ...put(text, index, [changed]),
      ...(lost === null ? {} : { setAside: [...text.setAside, lost] }),
    }
  })
}

/** The parts from each offset on become units of their own, labels at their beginnings included. */
export function split(
  text: ReviewedText,
  { unit: id, at, below }: At<{ at: number[]; below: boolean }>,
  seq: number,
): Edited {
  return changing(text, id, (unit, index) => {
    const starts = [0, ...at, unit.text.length]
    const words = starts.slice(0, -1).map((start, part) => unit.text.slice(start, starts[part + 1]).trim())
    if (words.some((part) => lettersOf(part) === '') || at.some((one, place) => one <= (at[place - 1] ?? 0)))
      return null
    const [first = '', ...others] = words
    const depth = below ? unit.depth + 1 : unit.depth
    const names: (string | null)[] = below ? [] : [...namesBefore(text.units, index), unit.name]
    const parts = others.map((part, place): ReviewedUnit => {
      const taken = takeLabel(part)
      const name = taken === null ? null : neutralName(taken.label, names)
      names.push(name)
      const own = {
        id: `${id}-${seq}-${place + 1}`,
        label: taken?.label ?? null,
        name,
        text: taken?.rest ?? part,
      }
      return { ...unit, ...own, depth, closing: '', footnotes: [], checked: false, touched: seq }
    })
    const last = parts.at(-1)
    if (!below && last) last.closing = unit.closing
    const head = { ...unit, text: first, closing: below ? unit.closing : '', checked: false }
    return put(text, index, [head, ...parts])
  })
}

/** Joins a unit to what stands before it in the same section: the unit above, or the end of a sentence around a list. */
export function merge(text: ReviewedText, { unit: id }: At<object>): Edited {
  return changing(text, id, (unit, index) => {
    const before = text.units[index - 1]
    if (before?.section !== unit.section) return null
    const end = endOf(index, text.units)
    const target = lastWordsBefore(text.units, index, before)
    const isClosing = target.closing !== ''
    if (isClosing && end > index + 1) return null
    if (before.depth < unit.depth && unit.closing !== '') return null
    const words = join(text, wordsOf(text, unit), isClosing ? unit.closing : '')
    const joined: ReviewedUnit = {
      ...target,
      ...(isClosing
        ? { closing: join(text, target.closing, words) }
        : { text: join(text, target.text, words), closing: join(text, unit.closing, target.closing) }),
      footnotes: [...new Set([...target.footnotes, ...unit.footnotes])],
      checked: false,
    }
    const shift = before.depth - unit.depth
    const below = text.units
      .slice(index + 1, end)
      .map((one) => (isClosing ? one : { ...one, depth: one.depth + shift }))
    const units = [...text.units.slice(0, index), ...below, ...text.units.slice(end)]
    const merged = units.map((one) => (one.id === target.id ? joined : one))
    return renamed({ ...text, units: merged }, id, target.id)
  })
}

export const indent = (text: ReviewedText, { unit: id }: At<object>): Edited =>
  changing(text, id, (_, index) => {
    const above = siblingBefore(text.units, index)
    return above === null || above.closing !== '' ? null : moved(text, index, 1)
  })

/** What follows in the list of the unit goes below it, as it is printed. */
export const outdent = (text: ReviewedText, { unit: id }: At<object>): Edited =>
  changing(text, id, (unit, index) => {
    const parent = parentOf(text.units, index)
    const goesOn = text.units[endOf(index, text.units)]
    const hasFollowers = goesOn?.section === unit.section && goesOn.depth === unit.depth
    if (parent === null || parent.closing !== '' || (unit.closing !== '' && hasFollowers)) return null
    return moved(text, index, -1)
  })

/** The unit is no unit: it ends the sentence that stands around the list before it. */
export const close = (text: ReviewedText, { unit: id }: At<object>): Edited =>
  changing(text, id, (unit, index) => {
    if (endOf(index, text.units) > index + 1) return null
    const sibling = siblingBefore(text.units, index)
    const hasList = sibling !== null && text.units[index - 1]?.id !== sibling.id
    const next = text.units[index + 1]
    const isLast = next === undefined || next.section !== unit.section || next.depth < unit.depth
    const target = hasList ? sibling : isLast ? parentOf(text.units, index) : null
    if (target === null) return null
    const words = join(text, wordsOf(text, unit), unit.closing)
    const closing = hasList ? join(text, target.closing, words) : join(text, words, target.closing)
    const footnotes = [...new Set([...target.footnotes, ...unit.footnotes])]
    const units = text.units
      .filter((one) => one.id !== id)
      .map((one) => (one.id === target.id ? { ...one, closing, footnotes, checked: false } : one))
    return renamed({ ...text, units }, id, target.id)
  })

export const release = (text: ReviewedText, { unit: id }: At<object>, seq: number): Edited =>
  changing(text, id, (unit, index) => {
    if (unit.closing === '') return null
    const end = endOf(index, text.units)
    const own = {
      id: `${id}-${seq}`,
      label: null,
      name: null,
      text: unit.closing,
      closing: '',
      footnotes: [],
    }
    const freed: ReviewedUnit = { ...unit, ...own, checked: false, touched: seq }
    const units = text.units.toSpliced(end, 0, freed)
    return { ...text, units: units.with(index, { ...unit, closing: '' }) }
  })

/** A unit that is printed below the text as a note. */
export const note = (
  text: ReviewedText,
  { unit: id, mark, of }: At<{ mark: string; of: string | null }>,
): Edited =>
  changing(text, id, (unit, index) => {
    const isKnown = text.footnotes.some((one) => one.mark === mark)
    if (isKnown || endOf(index, text.units) > index + 1 || of === id) return null
    const all = join(text, wordsOf(text, unit), unit.closing)
    const words = withoutStart(all, mark) ?? all
    const marks = [mark, ...unit.footnotes]
    const carries = (one: ReviewedUnit) => ({ ...one, footnotes: [...new Set([...one.footnotes, ...marks])] })
    const units = text.units.filter((one) => one.id !== id).map((one) => (one.id === of ? carries(one) : one))
    if (of !== null && !units.some((one) => one.id === of)) return null
    const footnotes = [...text.footnotes, { mark, text: words, at: of }]
    return withoutDuties({ ...text, units, footnotes }, id)
  })

/** A unit that is no part of the resolution. */
export const setAside = (text: ReviewedText, { unit: id }: At<object>, seq: number): Edited =>
  changing(text, id, (unit, index) => {
    if (endOf(index, text.units) > index + 1) return null
    const words = join(text, wordsOf(text, unit), [unit.closing, ...unit.footnotes].filter(Boolean).join(' '))
    const units = text.units.filter((one) => one.id !== id)
    return withoutDuties(
      { ...text, units, setAside: [...text.setAside, asAside(unit, `x-${seq}`, words)] },
      id,
    )
  })

export function putBack(
  text: ReviewedText,
  { aside: id, after }: { aside: string; after: string },
  seq: number,
): Edited {
  const aside = text.setAside.find((one) => one.id === id)
  return changing(text, after, (unit, index) => {
    if (!aside || lettersOf(aside.text) === '') return null
    const taken = takeLabel(aside.text)
    const name =
      taken === null ? null : neutralName(taken.label, [...namesBefore(text.units, index), unit.name])
    const own = { id: `u-${seq}`, label: taken?.label ?? null, name, text: taken?.rest ?? aside.text }
    const where = { at: aside.at, place: aside.place, closing: '', footnotes: [], confidence: 1 }
    const back: ReviewedUnit = { ...unit, ...own, ...where, checked: false, touched: seq }
    const units = text.units.toSpliced(endOf(index, text.units), 0, back)
    return { ...text, units, setAside: text.setAside.filter((one) => one.id !== id) }
  })
}

function changing(
  text: ReviewedText,
  id: string,
  change: (unit: ReviewedUnit, index: number) => Edited,
): Edited {
  const index = text.units.findIndex((one) => one.id === id)
  const unit = text.units[index]
  return unit === undefined ? null : change(unit, index)
}

const put = (text: ReviewedText, index: number, units: ReviewedUnit[]): ReviewedText => ({
  ...text,
  units: text.units.toSpliced(index, 1, ...units),
})

function moved(text: ReviewedText, index: number, by: 1 | -1): ReviewedText {
  const end = endOf(index, text.units)
  const units = text.units.map((one, place) =>
    place >= index && place < end ? { ...one, depth: one.depth + by } : one,
  )
  return { ...text, units }
}

/** Label and text as they are printed. */
export const wordsOf = (text: ReviewedText, unit: Pick<ReviewedUnit, 'label' | 'text'>): string =>
  join(text, unit.label ?? '', unit.text)

export const join = ({ head }: ReviewedText, first: string, second: string): string =>
  [first, second].filter((part) => part !== '').join(head.language === 'zh' ? '' : ' ')

/** What follows a beginning, white space aside; null when the text does not begin so. */
function withoutStart(text: string, start: string): string | null {
  const wanted = [...start.replaceAll(/\s/g, '')]
  let place = 0
  for (const sign of wanted) {
    while (/\s/.test(text[place] ?? '')) place += 1
    if (!text.startsWith(sign, place)) return null
    place += sign.length
  }
  return text.slice(place).trim()
}

const asAside = ({ at, place }: ReviewedUnit, id: string, text: string): ReviewedAside => ({
  id,
  reason: 'other',
  text,
  at,
  place,
})

/** A unit is gone into another: what hung on it hangs on that one. */
export function renamed(text: ReviewedText, from: string, to: string): ReviewedText {
  const now = (id: string) => (id === from ? to : id)
  return {
    ...text,
    duties: text.duties.map((duty) => ({ ...duty, unit: now(duty.unit), refersTo: duty.refersTo.map(now) })),
    footnotes: text.footnotes.map((one) => ({ ...one, at: one.at === null ? null : now(one.at) })),
    warnings: text.warnings.map((one) => ({ ...one, unit: one.unit === null ? null : now(one.unit) })),
  }
}

/** A unit is no provision any more, so nothing in it obliges. */
export const withoutDuties = (text: ReviewedText, unit: string): ReviewedText => ({
  ...text,
  duties: text.duties
    .filter((duty) => duty.unit !== unit)
    .map((duty) => ({ ...duty, refersTo: duty.refersTo.filter((one) => one !== unit) })),
  footnotes: text.footnotes.map((one) => (one.at === unit ? { ...one, at: null } : one)),
  warnings: text.warnings.filter((one) => one.unit !== unit),
})
