import { addDuty, dropDuty, setDuty } from './duty-edits.ts'
import { movesBorders, type Decision, type Edit } from './edit.ts'
import type { ReviewedDuty, ReviewedText } from './reviewed-text.ts'
import { joinSection, openSection, turnSection } from './section-edits.ts'
import {
  close,
  indent,
  merge,
  note,
  outdent,
  putBack,
  relabel,
  release,
  setAside,
  split,
  type Edited,
} from './unit-edits.ts'

/** The text as people decided: their edits, in order, over what the parser suggests. An edit that does not fit changes nothing. */
export const applyDecisions = (suggestions: ReviewedText, decisions: readonly Decision[]): ReviewedText =>
  decisions.reduce((text, decision) => applyDecision(text, decision) ?? text, suggestions)

/** The text after one more decision; null when it cannot be taken on this text. */
export function applyDecision(text: ReviewedText, { seq, edit, reread = {} }: Decision): ReviewedText | null {
  const edited = editedBy(text, edit, seq)
  if (edited === null) return null
  return withReread(withTouched(edited, text, edit, seq), seq, reread)
}

function editedBy(text: ReviewedText, edit: Edit, seq: number): Edited {
  switch (edit.kind) {
    case 'check':
      return edit.units.every((id) => text.units.some((unit) => unit.id === id)) ? text : null
    case 'relabel':
      return relabel(text, edit, seq)
    case 'split':
      return split(text, edit, seq)
    case 'merge':
      return merge(text, edit)
    case 'indent':
      return indent(text, edit)
    case 'outdent':
      return outdent(text, edit)
    case 'close':
      return close(text, edit)
    case 'release':
      return release(text, edit, seq)
    case 'note':
      return note(text, edit)
    case 'set-aside':
      return setAside(text, edit, seq)
    case 'put-back':
      return putBack(text, edit, seq)
    case 'open-section':
      return openSection(text, edit, seq)
    case 'join-section':
      return joinSection(text, edit, seq)
    case 'turn-section':
      return turnSection(text, edit, seq)
    case 'set-head':
      return { ...text, head: { ...text.head, ...edit.head } }
    case 'set-duty':
      return setDuty(text, edit, seq)
    case 'add-duty':
      return addDuty(text, edit, seq)
    case 'drop-duty':
      return dropDuty(text, edit)
  }
}

/** The units that a decision is about carry its number. An edit that asks for nothing more is the person's last word on them. */
function withTouched(text: ReviewedText, before: ReviewedText, edit: Edit, seq: number): ReviewedText {
  const about = new Set(unitsOf(edit, before))
  const isLastWord = !movesBorders(edit)
  const changed = new Map(before.units.map((unit) => [unit.id, unit]))
  const units = text.units.map((unit) => {
    if (about.has(unit.id)) return { ...unit, touched: seq, checked: isLastWord }
    return changed.get(unit.id) === unit || unit.touched === seq ? unit : { ...unit, touched: seq }
  })
  return { ...text, units }
}

function unitsOf(edit: Edit, { duties }: ReviewedText): string[] {
  if (edit.kind === 'check') return edit.units
  if ('unit' in edit) return [edit.unit]
  if ('duty' in edit) return duties.filter(({ id }) => id === edit.duty).map(({ unit }) => unit)
  return []
}

/** What the parser reads anew replaces what it had read, never what a person said; the units wait to be looked at again. */
function withReread(text: ReviewedText, seq: number, reread: Record<string, ReviewedDuty[]>): ReviewedText {
  const said = new Set(text.duties.filter(({ touched }) => touched > 0).map(({ unit }) => unit))
  const anew = new Set(
    text.units.map(({ id }) => id).filter((id) => Object.hasOwn(reread, id) && !said.has(id)),
  )
  if (anew.size === 0) return text
  const kept = text.duties.filter(({ unit }) => !anew.has(unit))
  return {
    ...text,
    units: text.units.map((unit) => (anew.has(unit.id) ? { ...unit, touched: seq, checked: false } : unit)),
    duties: [...kept, ...[...anew].flatMap((unit) => reread[unit] ?? [])],
  }
}
