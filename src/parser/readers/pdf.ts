import type { SourceText } from '../source.ts'
import { Unreadable } from '../source.ts'
import type { Budget } from './limits.ts'
export async function readPdf(_input: Uint8Array, _budget: Budget): Promise<SourceText> {
  throw new Unreadable('unknown-format', { kind: 'pdf' })
}
