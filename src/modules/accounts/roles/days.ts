/** The day of a moment, as the database writes days. Roles begin and end with days of universal time. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
