import type { LanguageCode } from '../language-code.ts'
import type { SetAside, SetAsideReason } from '../source.ts'
import { wordsOf } from '../languages/acts.ts'
import { narrow } from './characters.ts'
import { readLabel } from './labels.ts'
import { numberedHeads } from './page-heads.ts'
import type { Line } from './line.ts'
import { endsClause } from './terminators.ts'

/** Takes page numbers, running heads, symbols and job numbers out of the flow; says what it took. */
export function removeFurniture(lines: Line[], language: LanguageCode, setAside: SetAside[]): Line[] {
  const heads = runningHeads(lines)
  const numbered = numberedHeads(lines)
  const symbols = new Set(lines.slice(0, 12).flatMap(({ text }) => text.match(symbolAnywhere) ?? []))
  const kept: Line[] = []
  let dropped: Line | null = null
  lines.forEach((line, index) => {
    const reason =
      (numbered.has(line) ? 'running-head' : null) ??
      reasonToDrop(line, index, lines, language, heads) ??
      besideFurniture(line, index, dropped !== null, symbols)
    if (reason === null) {
      if (dropped) inheritPage(line, dropped)
      dropped = null
      kept.push(line)
      return
    }
    if (line.text !== '') setAside.push({ reason, text: line.text, at: line.at })
    dropped = carried(dropped, line)
  })
  return kept
}

/** A bare number under a page head is the page's; a line that begins with the document's own symbol is its head. */
function besideFurniture(
  line: Line,
  index: number,
  afterFurniture: boolean,
  symbols: Set<string>,
): SetAsideReason | null {
  if (line.whole || index < 6) return null
  if (afterFurniture && /^\d{1,3}$/.test(narrow(line.text))) return 'page-number'
  const first = /^\S+/.exec(line.text)?.[0] ?? ''
  const isHead =
    symbols.has(first) && (afterFurniture || line.newPage || line.starts === 'yes' || first === line.text)
  return isHead && !/[;,.]$/.test(line.text) ? 'running-head' : null
}

/** A dropped page head hands its page break on to the line below it; the gap around it says nothing about paragraphs. */
function carried(before: Line | null, line: Line): Line {
  return before ? { ...line, newPage: before.newPage || line.newPage } : line
}

function inheritPage(line: Line, dropped: Line): void {
  line.newPage = true
  if (!line.whole && line.starts === 'yes' && dropped.newPage) line.starts = 'maybe'
  else if (!line.whole) line.starts = 'maybe'
}

const symbolAnywhere =
  /(?<!\S)[A-Z]{1,6}(?:\/[A-Z0-9.()-]+){2,}(?!\S)|(?<!\S)(?:WHA\d+\.\d+|EB\d+\.R\d+)(?!\S)/g
const symbol = /^\*?(?:[A-ZА-Я]{1,6}|\d{1,3} ?[A-Z]{1,2})(?:\/[A-ZА-Я0-9.()\-]+){2,}\*{0,3}$/u
const ituSymbol =
  /^(?:[-–—]?\s*\d{1,3}(?:\/\d{1,3})?\s*[-–—]?\s+)?(?:Document |Documento |Документ )?(?:[CС]|PP|WTSA|WTDC|WRC|RA|CMR|AMNT|CMDT)-?\d\d\/[\w.()\/ -]+-[EFSRCA]$/u
const jobNumber =
  /^(?:\d{2}-\d{5}\*?(?: ?\([A-ZА-Я]\))?(?: {1,}\d{5,6})*|\*\d{6,8}\*|\*?[NGVKE]\d{7,8}\*?(?: \d{6})*|GE\.\d{2}-\d{4,5}.{0,14}|\d{6}(?: \d{6})?)$/u
const symbolWithPage =
  /^(?:\d{1,3}(?:\/\d{1,3})?\s+)?(?:[A-ZА-Я]{1,6}(?:\/[A-ZА-Я0-9.()\-]+){2,}|\d{2}-\d{5})(?:\s+\d{1,3}(?:\/\d{1,3})?)?$/u
const runningPage =
  /^(?:\p{L}[\p{L}.]{1,14}\.? ?(?:[A-Z-]+ )?\d{1,4}[A-Z]?\s*[-–—/]\s*\d{1,4}|\d{1,4}\s*[-–—]\s*\p{L}[\p{L}.]{1,14}\.? ?\d{1,4}|PP-?\d\d\/\S+|\d{1,4}\s+(?:Res|Rés|Рез|Rec|Dec)\.\s*\d+|(?:Res|Rés|Рез|Rec|Dec)\.\s*\d+\s+\d{1,4})$/u
const decoratedNumber = /^[-–—~•|\[(]\s*\d{1,4}\s*[-–—~•|\])]$/
const fraction = /^\d{1,3}\s*\/\s*\d{1,3}$/

function reasonToDrop(
  line: Line,
  index: number,
  lines: Line[],
  language: LanguageCode,
  heads: Set<string>,
): SetAsideReason | null {
  if (line.whole && line.label !== null) return null
  const text = narrow(line.text)
  if (text.endsWith('.') && !/^(?:p|стр|pág)\./iu.test(text)) return null
  if (/^[\s_=*~.·–—―─-]{4,}$/.test(text) && !/^_{4,}/.test(text) && !/^[-–—―─]{5,}$/.test(text)) return 'rule'
  if (decoratedNumber.test(text)) return 'page-number'
  if (fraction.test(text) && !line.whole) return 'page-number'
  if (pageWord(language).test(text)) return 'page-number'
  if (jobNumber.test(text)) return 'document-symbol'
  if (ituSymbol.test(text) && index > 3) return 'document-symbol'
  if (symbol.test(text) && index > 0 && heads.has(shape(text))) return 'document-symbol'
  if (symbolWithPage.test(text) && index > 3) return 'document-symbol'
  if (runningPage.test(text) && !/(?:ITU|UIT|МСЭ)-\S \d+-\d+$/u.test(text)) return 'running-head'
  if (heads.has(shape(text)) && !line.whole && index > 8) return 'running-head'
  if (/^\d{1,3}$/.test(text) && isPageNumber(line, index, lines)) return 'page-number'
  return null
}

const pageWords = new Map<LanguageCode, RegExp>()

function pageWord(language: LanguageCode): RegExp {
  let expression = pageWords.get(language)
  if (!expression) {
    const word = `(?:${wordsOf[language].page}|page)`
    expression =
      language === 'zh'
        ? /^(?:[-–— ]*第 ?\d+ ?页(?: ?[/,，共]* ?\d+ ?页)?[-–— ]*|\d+ ?页)$/u
        : new RegExp(
            `^[-–— ]*(?:${word}\\s*\\d{1,4}(?:\\s*(?:/|of|de|sur|из|от|من)\\s*\\d{1,4})?|\\d{1,4}\\s*\\|?\\s*${word})[-–— |]*$`,
            'iu',
          )
    pageWords.set(language, expression)
  }
  return expression
}

const shape = (text: string): string => narrow(text).replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase()

/** Lines that come back again and again at page starts, or that name a document and come back at all. */
function runningHeads(lines: Line[]): Set<string> {
  const seen = new Map<string, { count: number; atPage: number; same: Set<string> }>()
  lines.forEach((line, index) => {
    if (line.text.length > 130 || line.whole) return
    const key = shape(line.text)
    const entry = seen.get(key) ?? { count: 0, atPage: 0, same: new Set<string>() }
    const pageEdge = line.newPage || lines[index + 1]?.newPage || lines[index - 1]?.newPage
    entry.count++
    if (pageEdge) entry.atPage++
    entry.same.add(line.text)
    seen.set(key, entry)
  })
  const heads = new Set<string>()
  for (const [key, { count, atPage, same }] of seen) {
    if (count < 2 || key === '#' || !/\p{L}/u.test(key)) continue
    const text = [...same][0] ?? ''
    const label = readLabel(text)
    const isClause =
      endsClause(text) || /^(?:[\p{Ll}]+ ?){1,3}$/u.test(text) || (label !== null && label.style !== 'bare')
    const names = symbol.test(text) || symbolWithPage.test(text) || runningPage.test(text)
    if (names) heads.add(key)
    else if (
      !isClause &&
      atPage >= 2 &&
      atPage * 2 > count &&
      /^\p{Lu}|^\d|^[\p{Script=Han}\p{Script=Arabic}]/u.test(text)
    )
      heads.add(key)
  }
  return heads
}

/** A number alone on its line: at the edge of a page, or one of a rising row that stands far apart. */
function isPageNumber(line: Line, index: number, lines: Line[]): boolean {
  if (line.whole || line.label !== null) return false
  const next = lines[index + 1]
  if (!next) return true
  if (next.newPage && index > 0) return true
  if (line.newPage && Number(narrow(line.text)) !== 1 && next.starts === 'yes' && next.blankBefore > 0)
    return true
  return line.blankBefore >= 2 && next.blankBefore >= 2
}
