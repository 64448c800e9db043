/** Endings of names with the media type that they are sent as, and how such a file begins. */
const kinds: Record<string, { type: string; begins?: readonly (readonly number[])[] }> = {
  '.pdf': { type: 'application/pdf', begins: [[0x25, 0x50, 0x44, 0x46]] },
  '.docx': {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    begins: [[0x50, 0x4b, 3, 4]],
  },
  '.xlsx': {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    begins: [[0x50, 0x4b, 3, 4]],
  },
  '.pptx': {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    begins: [[0x50, 0x4b, 3, 4]],
  },
  '.png': { type: 'image/png', begins: [[0x89, 0x50, 0x4e, 0x47]] },
  '.jpg': { type: 'image/jpeg', begins: [[0xff, 0xd8, 0xff]] },
  '.jpeg': { type: 'image/jpeg', begins: [[0xff, 0xd8, 0xff]] },
  '.csv': { type: 'text/csv' },
  '.txt': { type: 'text/plain' },
  '.json': { type: 'application/json' },
  '.jsonl': { type: 'application/jsonl' },
  '.html': { type: 'text/html' },
  '.htm': { type: 'text/html' },
  '.xml': { type: 'application/xml' },
  '.xlf': { type: 'application/xliff+xml' },
}

/** The media type of a file by its name and its first bytes; null when they do not belong together or are not taken. */
export function kindOf(name: string, bytes: Uint8Array, endings: readonly string[]): string | null {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase()
  if (ending === undefined || !endings.includes(ending)) return null
  const kind = kinds[ending]
  if (kind === undefined) return null
  if (kind.begins && !kind.begins.some((start) => start.every((byte, place) => bytes[place] === byte)))
    return null
  return kind.type
}

/** The last part of a name as a browser sends it, without what could mean something to a file system or a header. */
export const plainName = (name: string): string =>
  name
    .replaceAll(/^.*[/\\]/g, '')
    // oxlint-disable-next-line no-control-regex -- these are the characters meant.
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069"<>|:*?]/g, '')
    .trim()
    .slice(-120) || 'file'
