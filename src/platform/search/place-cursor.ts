import { z } from 'zod'
import { UnreadableCursor } from '../web/listing.ts'
import type { Place } from './search-document.ts'

const placeShape = z.tuple([z.string(), z.number(), z.number(), z.string()])

export const cursorOf = ({ key, date, score, title }: Place): string =>
  Buffer.from(JSON.stringify([key, date, score, title])).toString('base64url')

/** The place from which to go on; refused when no list made it. */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined || cursor === '') return null
  const read = placeShape.safeParse(parsed(cursor))
  if (!read.success) throw new UnreadableCursor()
  const [key, date, score, title] = read.data
  return { key, date, score, title }
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    // Anything may stand in an address; what is no JSON is no cursor.
    return null
  }
}
