import type { Block, SourceText } from '../source.ts'

/** Plain text as blocks, one per printed line: for tests, so that the grammar can be tried without the readers. */
export function plainText(text: string): SourceText {
  const blocks: Block[] = []
  let blankBefore = 0
  let newPage = false
  text.split('\n').forEach((printed, index) => {
    const line = printed.replace('\f', '')
    if (printed.includes('\f')) newPage = true
    if (line.trim() === '') {
      blankBefore++
      return
    }
    blocks.push(blockOf(line, `line ${index + 1}`, blankBefore, newPage))
    blankBefore = 0
    newPage = false
  })
  return { format: 'text', declaredLanguage: null, blocks, notes: [], setAside: [], warnings: [] }
}

/** A whole paragraph, as Word and HTML give it. */
export function paragraph(text: string, more: Partial<Block> = {}): Block {
  return { ...blockOf(text, 'paragraph', 0, false), whole: true, indent: 0, ...more }
}

function blockOf(line: string, at: string, blankBefore: number, newPage: boolean): Block {
  const text = line.trim()
  const indent = line.length - line.trimStart().length
  return {
    at,
    text,
    whole: false,
    indent,
    blankBefore,
    newPage,
    label: null,
    level: null,
    role: 'body',
    italicLead: 0,
    marks: [],
  }
}
