import { badRequest } from '../errors.ts'
import { UnreadableCursor } from './listing.ts'

/** Waits for a list; a cursor that this list did not make is refused as a wrong parameter. */
export async function refusingCursor<List>(list: Promise<List>): Promise<List> {
  try {
    return await list
  } catch (error) {
    // Anything may stand in an address; only what is no cursor is the reader's to mend.
    if (error instanceof UnreadableCursor)
      throw badRequest([
        {
          field: 'after',
          key: 'error.parameter.malformed',
          values: { field: 'after' },
          rule: 'rule.cursor',
        },
      ])
    throw error
  }
}

/** Refuses codes that stand for nothing in the register, and names those that do. */
export function refuseUnknown(asked: { field: string; value: string | undefined; valid: string[] }[]): void {
  const unknown = asked.filter(({ value, valid }) => value !== undefined && !valid.includes(value))
  if (unknown.length === 0) return
  throw badRequest(
    unknown.map(({ field, valid }) => ({
      field,
      key: 'error.parameter.value' as const,
      values: { field },
      validValues: valid,
    })),
  )
}
