/** What a paragraph is made of before its lines are known. */
export type Piece =
  | { kind: 'text'; text: string; italic: boolean }
  /**
   * A footnote mark: `raw` is what is printed ('[1]'), `target` the id that an HTML link points to.
   * `raised` marks are marks whether or not their note is found.
   */
  | { kind: 'mark'; mark: string; raw: string; target: string | null; raised: boolean }
  | { kind: 'break'; page: boolean }

/** One printed line of a paragraph; a paragraph without forced breaks is one line. */
export type Line = {
  text: string
  /** Columns of white space before the text. */
  lead: number
  italicLead: number
  marks: { mark: string; offset: number }[]
  newPage: boolean
}

/** How white space counts: 'collapse' as in HTML, 'keep' as in Word, 'columns' as in preformatted text, 'print' for a printed line. */
export type Space = 'collapse' | 'keep' | 'columns' | 'print'

export function linesOf(pieces: Piece[], space: Space): Line[] {
  const lines: Line[] = []
  let letters: { sign: string; italic: boolean }[] = []
  let marks: Line['marks'] = []
  let newPage = false

  const close = () => {
    lines.push({ ...trimmed(letters, marks), newPage })
    letters = []
    marks = []
    newPage = false
  }
  for (const piece of pieces) {
    if (piece.kind === 'mark') marks.push({ mark: piece.mark, offset: letters.length })
    if (piece.kind === 'break') {
      close()
      newPage = piece.page
    }
    if (piece.kind === 'text') {
      for (const sign of visible(piece.text, space)) {
        if (sign === '\n') {
          close()
          continue
        }
        const isSecondSpace = sign === ' ' && space === 'collapse' && letters.at(-1)?.sign === ' '
        if (!isSecondSpace) letters.push({ sign, italic: piece.italic })
      }
    }
  }
  close()
  return lines
}

export const hasText = (line: Line) => line.text !== '' || line.marks.length > 0

/** White space in JavaScript's sense, and the signs that only steer the direction or forbid a break. */
export const isBlank = (text: string) => !/[^\s\p{Cf}\p{Cc}\u034f\u115f\u2800\u3164]/u.test(text)

/** Width of leading white space in columns; a tab goes to the next multiple of eight, a wide space takes two. */
export function columnsOf(space: string): number {
  let column = 0
  for (const sign of space) {
    if (sign === '\t') column += 8 - (column % 8)
    else if (sign === '\u3000') column += 2
    else if (/\s/.test(sign) && sign !== '\ufeff') column += 1
  }
  return column
}

/** A soft hyphen inside a paragraph is not printed: the line ends that it was made for are not known here. */
function visible(text: string, space: Space): string {
  if (space === 'print') return text.replace(/[\n\r]+/g, ' ')
  const printed = text.replace(/\u00ad/g, '')
  if (space === 'collapse') return printed.replace(lineEndInHan, '').replace(/[ \t\n\r\f]+/g, ' ')
  return space === 'keep' ? printed.replace(/[\n\r]+/g, ' ') : printed.replace(/\r\n?/g, '\n')
}

/** A line end between two Chinese signs is no space. */
const lineEndInHan =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu

function trimmed(letters: { sign: string; italic: boolean }[], marks: Line['marks']): Omit<Line, 'newPage'> {
  const full = letters.map((letter) => letter.sign).join('')
  if (isBlank(full)) {
    return { text: '', lead: 0, italicLead: 0, marks: marks.map(({ mark }) => ({ mark, offset: 0 })) }
  }
  const lead = full.length - full.trimStart().length
  const text = full.trim()
  return {
    text,
    lead: columnsOf(full.slice(0, lead)),
    italicLead: italicLead(letters.slice(lead, lead + text.length)),
    marks: marks.map(({ mark, offset }) => ({
      mark,
      offset: Math.min(Math.max(offset - lead, 0), text.length),
    })),
  }
}

/** Spaces between italic words belong to them; those before the first upright word do not. */
function italicLead(letters: { sign: string; italic: boolean }[]): number {
  let end = 0
  for (const [index, { sign, italic }] of letters.entries()) {
    if (!/\s/.test(sign)) {
      if (!italic) break
      end = index + 1
    }
  }
  return end
}
