import type { Translated } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { InstrumentRow } from './instrument.ts'
import { named, type Reader } from '../shapes.ts'

/** What an instrument is called whatever its revision: 'Resolution 140'; its name where nobody cites it by a number. */
export const instrumentLabel = (
  reader: Pick<Reader, 'language' | 't'>,
  { id, kind, number }: Pick<InstrumentRow, 'id' | 'kind' | 'number'>,
  name: Translated,
): string =>
  number === null || !citedByNumber.has(kind)
    ? named(reader, name, id).text
    : reader.t('instruments.numbered', { kind: kindName(reader, kind), number })

/** A declaration or a treaty bears the symbol of a document, by which nobody knows it. */
const citedByNumber = new Set(['resolution', 'decision', 'recommendation', 'opinion'])

export const kindName = ({ t }: Pick<Reader, 't'>, kind: string): string => {
  const key = kindNames[kind]
  return key === undefined ? kind : t(key)
}

/** Kinds of instruments that the register knows, with what they are called. */
const kindNames: Record<string, MessageKey> = {
  resolution: 'kind.resolution',
  decision: 'kind.decision',
  recommendation: 'kind.recommendation',
  opinion: 'kind.opinion',
  opinions: 'kind.opinions',
  'event outcome': 'kind.event-outcome',
  'summit outcome': 'kind.summit-outcome',
  'action plan': 'kind.action-plan',
  declaration: 'kind.declaration',
  treaty: 'kind.treaty',
}
