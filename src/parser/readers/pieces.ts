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
  let open = emptyLine(false)
  const close = (page: boolean) => {
    lines.push(trimmed(open))
    open = emptyLine(page)
  }
  for (const piece of pieces) {
    if (piece.kind === 'mark') open.marks.push({ mark: piece.mark, offset: open.text.length })
    if (piece.kind === 'break') close(piece.page)
    if (piece.kind === 'text') {
      visible(piece.text, space)
        .split('\n')
        .forEach((text, index) => {
          if (index > 0) close(false)
          add(open, text, piece.italic, space)
        })
    }
  }
  close(false)
  return lines
}

/** `upright` is the place of the first letter that is not in italics. */
type OpenLine = { text: string; upright: number | null; marks: Line['marks']; newPage: boolean }

const emptyLine = (newPage: boolean): OpenLine => ({ text: '', upright: null, marks: [], newPage })

function add(line: OpenLine, text: string, isItalic: boolean, space: Space) {
  const isSecondSpace = space === 'collapse' && text.startsWith(' ') && line.text.endsWith(' ')
  const added = isSecondSpace ? text.slice(1) : text
  const letter = isItalic || line.upright !== null ? -1 : added.search(/\S/)
  if (letter >= 0) line.upright = line.text.length + letter
  line.text += added
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

function trimmed({ text: full, upright, marks, newPage }: OpenLine): Line {
  if (isBlank(full)) {
    const alone = marks.map(({ mark }) => ({ mark, offset: 0 }))
    return { text: '', lead: 0, italicLead: 0, marks: alone, newPage }
  }
  const lead = full.length - full.trimStart().length
  const text = full.trim()
  return {
    text,
    lead: columnsOf(full.slice(0, lead)),
    // Spaces between italic words belong to them; those before the first upright word do not.
    italicLead: full.slice(lead, upright ?? undefined).trimEnd().length,
    marks: marks.map(({ mark, offset }) => ({
      mark,
      offset: Math.min(Math.max(offset - lead, 0), text.length),
    })),
    newPage,
  }
}
