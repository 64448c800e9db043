import type { LanguageCode } from '../language-code.ts'
import { isLanguageCode } from '../language-code.ts'
import type { SourceText } from '../source.ts'
import { Unreadable } from '../source.ts'
import { flowOf } from './drafts.ts'
import type { Decoded } from '#platform/encodings/decode-text.ts'
import { settleNotes } from './html-notes.ts'
import { parsedHtml } from './html-tree.ts'
import { walkHtml } from './html-walk.ts'
import { knownEncoding } from '#platform/encodings/decode-text.ts'
import type { Budget } from './limits.ts'
import { writesLike } from './scripts.ts'
import { encodingWarnings, refuseBinary } from './text.ts'

export function readHtml(decoded: Decoded, budget: Budget): SourceText {
  refuseBinary(decoded.text)
  const walked = walkHtml(parsedHtml(decoded.text, budget), budget)
  settleNotes(walked)
  const flow = flowOf(walked.drafts, budget)
  if (flow.blocks.length === 0) throw new Unreadable('no-text')

  const warnings = encodingWarnings(decoded)
  if (walked.hasDeletions) warnings.push({ code: 'tracked-changes', at: 'paragraph 1' })
  return { format: 'html', declaredLanguage: languageOf(walked.lettersByLanguage, flow), ...flow, warnings }
}

/** What the page says of its encoding in its first bytes, as far as that names an encoding that exists. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8192))
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)
  const declaration = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w:.-]+)/i.exec(start)
  const label = meta?.[1] ?? declaration?.[1]
  return label ? knownEncoding(label) : null
}

/** The language of most of the letters, unless they are of a script that this language does not use. */
function languageOf(letters: Map<string, number>, flow: { blocks: { text: string }[] }): LanguageCode | null {
  const [most] = [...letters].sort((a, b) => b[1] - a[1])
  const code = most?.[0].toLowerCase().split(/[-_]/)[0] ?? ''
  if (!isLanguageCode(code)) return null
  return writesLike(code, flow.blocks.map((block) => block.text).join('\n')) ? code : null
}
