/** A day, which stands for its beginning, or a moment in Universal Time to the second or finer; null for what is neither. */
export function momentOf(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,3})?Z)?$/.test(text)) return null
  const moment = new Date(text)
  // 30 February would become a day of March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text.slice(0, 10)) ? moment : null
}
