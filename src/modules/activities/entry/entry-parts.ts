import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { ActivityContent } from '../content.ts'
import type { EntryChange } from './entry-commands.ts'
import type { EntrySubject, Section } from './sections/section.ts'

/** What can differ between two texts of an entry, each chosen as a whole. */
export type EntryPart = keyof ActivityContent | 'organization' | 'language' | 'licence' | 'contact'

export type PartValues = Partial<Record<EntryPart, unknown>>

/** What an entry says now. */
export const presentParts = ({ activity, contact }: EntrySubject): Record<EntryPart, unknown> => ({
  ...activity.content,
  organization: activity.organization,
  language: activity.language,
  licence: activity.licence,
  contact,
})

/** What somebody wants it to say. */
export function changedParts({ content, externalKey: _, keeps: __, ...rest }: EntryChange): PartValues {
  return { ...content, ...rest }
}

/** The change without some of its parts, which stay as they are. */
export function withoutParts({ content, ...rest }: EntryChange, left: ReadonlySet<EntryPart>): EntryChange {
  const remaining = <Part extends object>(parts: Part) =>
    Object.fromEntries(
      Object.entries(parts).filter(([part]) => !left.has(part as EntryPart)),
    ) as Partial<Part>
  return { ...remaining(rest), ...(content ? { content: remaining(content) } : {}) }
}

/** The parts that stand in a section. */
export const partsOf = (section: Section, subject: EntrySubject): EntryPart[] => {
  const known = presentParts(subject)
  return section.holds.filter((name): name is EntryPart => Object.hasOwn(known, name))
}

export const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other)

/** A few letters that say whether a part is still the same; never more than the form itself shows. */
export const markOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(value)) ?? '')
    .digest('base64url')
    .slice(0, 8)

/** The database gives the fields of an object in an order of its own. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(fields.map(([name, field]) => [name, ordered(field)]))
}
