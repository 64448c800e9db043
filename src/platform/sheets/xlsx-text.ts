/**
 * Characters that XML cannot carry stand in a sheet as `_x0001_`, and a text that looks like that as `_x005F_x0001_`:
 * ECMA-376 part 1, 22.9.2.19.
 */
export const escapedText = (text: string): string =>
  needsEscape.test(text)
    ? text
        .replaceAll(escapes, (sign) => `_x${codeOf(sign)}_`)
        .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    : text

const needsEscape = /[^\t\n\x20-\uD7FF\uE000-\uFFFD]|[&<>"]|_x/
// oxlint-disable-next-line no-control-regex -- these are the characters meant.
const escapes = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|\p{Surrogate}|_(?=x[0-9A-Fa-f]{4})/gu

const codeOf = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const unescapedText = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
