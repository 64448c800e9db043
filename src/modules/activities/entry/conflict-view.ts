import { wordDifference, type Segment } from '#platform/word-difference.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ActivityState } from '../activity.ts'
import { checkForm } from '#platform/web/check-form.ts'
import { choiceOf, openedField, withChoices, type Side } from './conflict.ts'
import { changedParts, presentParts, type EntryPart } from './entry-parts.ts'
import { lastChangeOf, type LastChange } from './last-change-queries.ts'
import { sinceOpened, type ChangedBy } from './opened-on.ts'
import { partTexts } from './part-texts.ts'
import type { EntrySubject, Section, Typed } from './sections/section.ts'

/** Two texts of one section, part by part. */
export type ConflictView = {
  /** The version on which the form was opened. */
  opened: string
  state: ActivityState
  /** In which it was when the form was opened; null when it still is. */
  from: ActivityState | null
  last: (LastChange & { isOwn: boolean }) | null
  parts: ConflictPart[]
}

export type ConflictPart = {
  part: EntryPart
  by: ChangedBy
  chosen: Side | null
  mine: Segment[]
  theirs: Segment[]
}

/** Null when it is no question, when what was typed cannot be read, or nothing differs: then the form itself is shown. */
export async function conflictView(
  visit: Visit,
  section: Section,
  subject: EntrySubject,
  entered: Entered,
): Promise<ConflictView | null> {
  const opened = openedFirst(entered)
  return opened === null ? null : comparison(visit, section, subject, { ...entered, opened })
}

/** What was typed beside what the entry says now. */
export async function comparison(
  visit: Visit,
  section: Section,
  subject: EntrySubject,
  entered: Entered & { opened: string },
): Promise<ConflictView | null> {
  if (section.files) return null
  const { opened } = entered
  const checked = checkForm(withChoices(section), entered.values)
  if ('issues' in checked) return null
  const typed = checked.values as Typed
  const { db, actor } = visit
  const read = await section.read(typed, subject, { db, files: entered.files })
  if ('issues' in read) return null
  const wanted = changedParts(read.changes)
  const { from, differences } = sinceOpened(section, subject, opened, wanted)
  if (differences.length === 0) return null
  const [mine, theirs] = [
    partTexts(visit, subject, { ...presentParts(subject), ...wanted }),
    partTexts(visit, subject, presentParts(subject)),
  ]
  const last = await lastChangeOf(db, subject.activity.id)
  return {
    opened,
    state: subject.activity.state,
    from,
    last: last && { ...last, isOwn: last.actor === actor.id },
    parts: differences.map(({ part, by }) => ({
      part,
      by,
      chosen: entered.isStale ? likelySide(by) : sideOf(typed[choiceOf(part)]),
      ...besideEachOther(mine(part), theirs(part)),
    })),
  }
}

/** Whoever changed a part is likely to want it; where both did, a person decides. */
const likelySide = (by: ChangedBy): Side | null => (by === 'both' ? null : by)

const sideOf = (value: Typed[string]): Side | null => (value === 'mine' || value === 'theirs' ? value : null)

/** Each text with the words marked that the other does not have. */
function besideEachOther(mine: string, theirs: string): Pick<ConflictPart, 'mine' | 'theirs'> {
  const all = wordDifference(theirs, mine)
  return {
    mine: all.filter(({ kind }) => kind !== 'removed'),
    theirs: all.filter(({ kind }) => kind !== 'added'),
  }
}

/** The version on which the form was opened first, however often it was shown since; null when it is no question. */
function openedFirst({ values, isStale, version }: Entered): string | null {
  const deciding = values[openedField]
  if (typeof deciding === 'string') return deciding
  return isStale ? version : null
}
