import type { ActivityState } from '../activity.ts'
import { isSame, markOf, partsOf, presentParts, type EntryPart, type PartValues } from './entry-parts.ts'
import type { EntrySubject, Section } from './sections/section.ts'

/**
 * The version that the form of a section carries: revision and state of the entry, and a mark of each part of the section. So
 * sections that were changed apart do not meet, and of each part it can be told who has changed it.
 */
export const openedOn = (section: Section, subject: EntrySubject): string =>
  [
    subject.activity.revision,
    subject.activity.state,
    ...partsOf(section, subject).map((part) => markOf(presentParts(subject)[part])),
  ].join('.')

/** Whether a section and the state of its entry are still as they were when its form was opened. */
export function isUntouched(section: Section, subject: EntrySubject, version: string): boolean {
  const [revision, ...rest] = version.split('.')
  if (Number(revision) === subject.activity.revision) return true
  return openedOn(section, subject).split('.').slice(1).join('.') === rest.join('.')
}

/** Whose text differs from the one on which the form was opened. */
export type ChangedBy = 'mine' | 'theirs' | 'both'

export type PartDifference = { part: EntryPart; by: ChangedBy }

export type Meanwhile = {
  /** Null when it is the same as it was, or is not known. */
  from: ActivityState | null
  /** Parts in which what somebody wants differs from what the entry says now. */
  differences: PartDifference[]
  /** Whether it may be stored without asking: nobody else has touched what differs. */
  isClear: boolean
}

/** What has happened to a section since its form was opened, seen beside what somebody wants it to say. */
export function sinceOpened(
  section: Section,
  subject: EntrySubject,
  version: string,
  wanted: PartValues,
): Meanwhile {
  const [revision = '', state = '', ...marks] = version.split('.')
  const now = presentParts(subject)
  const parts = partsOf(section, subject).map((part, place) => ({
    part,
    isTouched: markOf(now[part]) !== marks[place],
    isMine: markOf(wanted[part]) !== marks[place],
    isOther: Object.hasOwn(wanted, part) && !isSame(wanted[part], now[part]),
  }))
  const isTouched = parts.some((one) => one.isTouched && one.isOther)
  const from = state !== '' && state !== subject.activity.state ? (state as ActivityState) : null
  return {
    from,
    differences: parts
      .filter(({ isOther }) => isOther)
      .map(({ part, isTouched, isMine }) => ({
        part,
        by: isTouched ? (isMine ? 'both' : 'theirs') : 'mine',
      })),
    isClear:
      Number(revision) === subject.activity.revision || (marks.length > 0 && from === null && !isTouched),
  }
}
