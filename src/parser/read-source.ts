import { declaredCharset, readHtml } from './readers/html.ts'
import { decodeText } from '#platform/encodings/decode-text.ts'
import { containerOf, isEncryptedOffice, textKind } from './readers/format.ts'
import type { Budget, Limits } from './readers/limits.ts'
import { defaultLimits, startBudget, tooManyBytes } from './readers/limits.ts'
import { readDocx } from './readers/docx.ts'
import { readPdf } from './readers/pdf.ts'
import { readText } from './readers/text.ts'
import type { SourceText } from './source.ts'
import { Unreadable } from './source.ts'

export { readBytes } from './readers/read-bytes.ts'
export type { Limits } from './readers/limits.ts'
export { defaultLimits } from './readers/limits.ts'

/** Reads a resolution's file, whatever it is called: Word, PDF, HTML or plain text. Throws nothing but `Unreadable`. */
export async function readSource(
  input: Uint8Array,
  options: { name?: string; limits?: Partial<Limits> } = {},
): Promise<SourceText> {
  const limits = { ...defaultLimits, ...options.limits }
  if (input.byteLength > limits.inputBytes) throw tooManyBytes(limits)
  if (input.byteLength === 0) throw new Unreadable('empty')

  const budget = startBudget(limits)
  const container = containerOf(input)
  if (container === 'pdf') return readPdf(input, budget)
  if (container === 'zip') return readDocx(input, budget)
  if (container === 'characters') return readCharacters(input, options.name, budget)
  if (container.kind === 'doc' && isEncryptedOffice(input)) throw new Unreadable('encrypted')
  throw new Unreadable('unknown-format', container)
}

function readCharacters(input: Uint8Array, name: string | undefined, budget: Budget): SourceText {
  const decoded = decodeText(input, declaredCharset(input))
  const kind = textKind(decoded.text, name)
  if (kind === 'html') return readHtml(decoded, budget)
  if (kind !== 'text') throw new Unreadable('unknown-format', kind)

  const source = readText(decoded, budget)
  if (source.blocks.length === 0) throw new Unreadable('empty')
  return source
}
