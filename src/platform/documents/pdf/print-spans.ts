import type { PaperNote, PaperSpan } from '../paper.ts'
import { cleanText, printedAddress, type Printed } from './clean-text.ts'

export type PrintedSpan =
  | { span: 'text'; text: string; look: 'plain' | 'strong' | 'emphasis' }
  /** An address that is printed itself begins with its site. */
  | { span: 'link'; site?: string; text: string; address: string }
  | { span: 'note'; number: number; spans?: PrintedSpan[] }

export type SpanPrinter = (spans: readonly PaperSpan[], say: Printed) => PrintedSpan[]

/** A footnote stands where it is referred to first, in the language of the paper; later marks point to it. */
export function spanPrinter(notes: readonly PaperNote[], sayInPaper: Printed): SpanPrinter {
  const told = new Set<number>()
  const printed = (span: PaperSpan, say: Printed): PrintedSpan => {
    if (span.span === 'text') return { ...span, text: say(span.text) }
    if (span.span === 'link') {
      const { text, address } = span
      if (!isAddress(address)) return { span: 'text', look: 'plain', text: say(text) }
      const printed = text === address ? printedAddress(text) : { text: say(text) }
      return { span: 'link', ...printed, address: cleanText(address) }
    }
    if (told.has(span.number)) return span
    told.add(span.number)
    const said = notes[span.number - 1]?.spans.filter((one) => one.span !== 'note') ?? []
    return { ...span, spans: said.map((one) => printed(one, sayInPaper)) }
  }
  return (spans, say) => spans.map((span) => printed(span, say))
}

const isAddress = (address: string) => /^(?:https?:\/\/|mailto:)/i.test(address)
