/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it. So does one that would look so guarded:
 * then `unguarded` gives back every text as it was, and takes away no apostrophe that somebody typed.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text)

export const unguarded = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text

/** Signs with which a formula begins, also in their full width, and those that spreadsheets pass over before it. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/
