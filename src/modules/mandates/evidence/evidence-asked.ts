import type { Visibility } from '#platform/access/visibility.ts'
import type { Issue } from '#platform/errors.ts'
import type { HeldFile } from '#platform/files/held-file.ts'
import type { MessageKey } from '#platform/messages.ts'
import { isDay, type EvidenceKind } from './evidence.ts'
import type { RecordRef } from './record-kinds.ts'

/** What somebody says of a piece of evidence; the kind tells which parts must be there. */
export type EvidenceAsked = {
  record: RecordRef | null
  url: string | null
  title: string | null
  seenOn: string | null
  /** The file, or the archived copy of what was seen at the address. */
  file: HeldFile | null
  shows: string
  happenedOn: string
  visibility: Visibility
  occurrences: string[]
}

/** What is known when it is said. */
export type Knowing = {
  today: string
  /** Levels that the person sees: nobody hides something from themselves. */
  levels: readonly Visibility[]
  /** Due dates of the duty. */
  keys: string[]
  /** The record is one that the person may see. */
  hasRecord: boolean
  /** A correction may keep the file that is there. */
  isNew: boolean
}

/** What is missing or cannot be, field by field. */
export function wrongParts(kind: EvidenceKind, asked: EvidenceAsked, known: Knowing): Issue[] {
  return [
    ...partsOfKind[kind](asked, known),
    ...wrong('happened', dayRule(asked.happenedOn, known.today)),
    ...(known.levels.includes(asked.visibility)
      ? []
      : [{ field: 'visibility', key: 'form.value.choice' as const, validValues: [...known.levels] }]),
    ...wrongOccurrences(asked, known),
    ...parts(kind, asked),
  ]
}

const partsOfKind: Record<EvidenceKind, (asked: EvidenceAsked, known: Knowing) => Issue[]> = {
  record: (_, { hasRecord }) => wrong('record', hasRecord ? null : 'rule.record-address'),
  address: ({ url, title, seenOn }, { today }) => [
    ...wrong('url', url !== null && isWebAddress(url) ? null : 'rule.web-address'),
    ...wrong('title', title === null ? 'rule.required' : null),
    ...wrong('seen', seenOn === null ? 'rule.required' : dayRule(seenOn, today)),
  ],
  file: ({ file }, { isNew }) => wrong('file', file === null && isNew ? 'rule.required' : null),
}

/** What belongs to another kind is not silently dropped. */
function parts(kind: EvidenceKind, asked: EvidenceAsked): Issue[] {
  const strange = [
    ...(kind !== 'record' && asked.record !== null ? ['record'] : []),
    ...(kind !== 'address' && asked.url !== null ? ['url'] : []),
    ...(kind !== 'address' && asked.title !== null ? ['title'] : []),
    ...(kind !== 'address' && asked.seenOn !== null ? ['seen'] : []),
    ...(kind === 'record' && asked.file !== null ? ['file'] : []),
  ]
  return strange.flatMap((field) => wrong(field, 'rule.other-kind'))
}

function wrongOccurrences({ occurrences }: EvidenceAsked, { keys }: Knowing): Issue[] {
  if (occurrences.some((key) => !keys.includes(key)))
    return [{ field: 'occurrences', key: 'form.value.choice', validValues: keys }]
  return wrong('occurrences', occurrences.length === 0 && keys.length > 0 ? 'rule.due-date' : null)
}

const dayRule = (day: string, today: string): MessageKey | null =>
  !isDay(day) ? 'rule.date' : day > today ? 'rule.not-future' : null

const wrong = (field: string, rule: MessageKey | null): Issue[] =>
  rule === null ? [] : [{ field, key: 'form.value.wrong', rule }]

/** An address that a browser opens; never one that carries a name and a password. */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text) || text.length > 2000) return false
  const { protocol, username, password, hostname } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === '' && hostname.includes('.')
}
