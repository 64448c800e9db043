import { fromBuffer, type Entry } from 'yauzl'

/** What people attach to a record to be read elsewhere: handed on as it came, never shown inside the site. */
export const attachmentEndings = ['.pdf', '.docx', '.xlsx', '.pptx', '.csv', '.txt'] as const

export const attachmentBounds = {
  bytes: 20 * 1024 * 1024,
  /** What a package may unfold to on the machine of whoever opens it. */
  unfoldedBytes: 400 * 1024 * 1024,
  entries: 10_000,
}

/** Whether the content of a file is whole and what its ending says, as far as that shows without unfolding it. */
export async function isWholeAttachment(name: string, bytes: Uint8Array): Promise<boolean> {
  const ending = name.slice(name.lastIndexOf('.')).toLowerCase()
  const main = mainParts[ending]
  if (main !== undefined) return isPackage(bytes, main)
  if (ending === '.pdf') return hasEndOfPdf(bytes)
  return isText(bytes)
}

const mainParts: Record<string, string> = {
  '.docx': 'word/document.xml',
  '.xlsx': 'xl/workbook.xml',
  '.pptx': 'ppt/presentation.xml',
}

/** Office Open XML with its main part. Such a file without macros has another ending than one with them; so macros are a disguise. */
async function isPackage(bytes: Uint8Array, main: string): Promise<boolean> {
  const entries = await listed(bytes)
  if (entries === null || entries.some((entry) => entry.isEncrypted())) return false
  const names = new Set(entries.map(({ fileName }) => fileName.replace(/^\/+/, '').toLowerCase()))
  const unfolded = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  return (
    names.has('[content_types].xml') &&
    names.has(main) &&
    ![...names].some((name) => /(?:^|\/)vba[^/]*\.bin$/.test(name)) &&
    unfolded <= attachmentBounds.unfoldedBytes
  )
}

/** The directory of a package; null when it is damaged or longer than any honest one. */
function listed(bytes: Uint8Array): Promise<Entry[] | null> {
  const entries: Entry[] = []
  return new Promise((resolve) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, file) => {
      if (error) return resolve(null)
      file.on('error', () => resolve(null))
      file.on('end', () => resolve(entries))
      file.on('entry', (entry: Entry) => {
        if (entries.push(entry) > attachmentBounds.entries) resolve(null)
        else file.readEntry()
      })
      file.readEntry()
    })
  })
}

/** Writers leave up to a kilobyte behind the mark that ends a PDF. */
const hasEndOfPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(-2048)).toString('latin1').includes('%%EOF')

/** Letters of any encoding, but no sign that only programs and packages hold. Two-byte letters say so at the beginning. */
function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return bytes.every(
    (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d,
  )
}
