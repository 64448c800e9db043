const unprintable =
  // oxlint-disable-next-line no-control-regex -- these are the characters meant.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g

/**
 * What of a text can stand on a paper: without control characters, and without those that turn the direction of what follows,
 * which would reach beyond the text's own place.
 */
export const printable = (text: string): string => text.toWellFormed().replaceAll(unprintable, '')
