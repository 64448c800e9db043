import type { PaperNote, PaperSpan } from '../paper.ts'
import { cleanText, printedAddress, type Printed } from './clean-text.ts'

export type PrintedSpan =
  | { span: 'text'; text: string; look: 'plain' | 'strong' | 'emphasis' }
  | { span: 'link'; text: string; address: string }
  | { span: 'note'; number: number; spans?: PrintedSpan[] }

export type SpanPrinter = (spans: readonly PaperSpan[], say: Printed) => PrintedSpan[]

/** A footnote stands where it is referred to first, in the language of the paper; later marks point to it. */
export function spanPrinter(notes: readonly PaperNote[], sayInPaper: Printed): SpanPrinter {
  const told = new Set<number>()
  const printed = (span: PaperSpan, say: Printed): PrintedSpan => {
    if (span.span === 'text') return { ...span, text: say(span.text) }
    if (span.span === 'link') {
      const text = say(span.text === span.address ? printedAddress(span.text) : span.text)
      return isAddress(span.address)
        ? { span: 'link', text, address: cleanText(span.address) }
        : { span: 'text', look: 'plain', text }
    }
    if (told.has(span.number)) return span
    told.add(span.number)
    const said = notes[span.number - 1]?.spans.filter((one) => one.span !== 'note') ?? []
    return { ...span, spans: said.map((one) => printed(one, sayInPaper)) }
  }
  return (spans, say) => spans.map((span) => printed(span, say))
}

const isAddress = (address: string) => /^(?:https?:\/\/|mailto:)/i.test(address)
