import { z } from 'zod'
import type { Issue } from '#platform/errors.ts'
import { rule } from '#platform/web/problem.ts'
import type { TranslationRecord } from './record.ts'
import type { SegmentEntry } from './save-commands.ts'

export const mostLetters = 20_000

/** What a form of a record's segments sends: `verb-3` is the text of a segment, `checked-verb-3` that it is right as it stands. */
export const segmentFields = z
  .object({ onward: z.enum(['next']).optional() })
  .catchall(z.string().max(mostLetters, rule('rule.translation.length')))

export const nameOfSegment = ({ field, segment }: { field: string; segment: number }) => `${field}-${segment}`

export const nameOfCheck = (place: { field: string; segment: number }) => `checked-${nameOfSegment(place)}`

/** The segments of the record as sent: one that was sent empty, or not at all, has no text. */
export function entriesOf(
  record: Pick<TranslationRecord, 'fields'>,
  sent: Record<string, string | undefined>,
): { entries: SegmentEntry[] } | { issues: Issue[] } {
  const segments = record.fields.flatMap((field) => field.segments)
  const known = new Set(['onward', ...segments.flatMap((one) => [nameOfSegment(one), nameOfCheck(one)])])
  const unknown = Object.keys(sent).filter((name) => !known.has(name))
  if (unknown.length > 0)
    return {
      issues: unknown.map((name) => ({
        field: '',
        key: 'form.value.unknown',
        values: { field: name },
        validValues: [...known].slice(0, 60),
      })),
    }
  return {
    entries: segments.map(({ field, segment }) => ({
      field,
      segment,
      text: oneLine(sent[nameOfSegment({ field, segment })] ?? ''),
      isChecked: sent[nameOfCheck({ field, segment })] !== undefined,
    })),
  }
}

/** A segment is one sentence or line: a line end inside is a slip of the key. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .trim()
