import type { CitationContext, PlacedCitation } from './citation-context.ts'

/** Gives each citation the paragraphs of it that the text names: '§§ 35 a)-e)', 'No. 81', 'Objective 3'. */
export function attachParagraphs(
  text: string,
  printed: (start: number, end: number) => string,
  citations: PlacedCitation[],
  context: CitationContext,
): void {
  for (const match of text.matchAll(reference)) {
    const start = match.index
    const end = start + match[0].length
    if (citations.some((one) => one.start < end && start < one.end)) continue
    const target = targetOf(text, match, end, citations, context)
    target?.paragraphs.push(withoutForeignBracket(text, match, printed(start, end)))
  }
}

/** In '(§ 102b)' the closing bracket belongs to the sentence, in '(§ 78 a) of …)' to the letter. */
function withoutForeignBracket(text: string, match: RegExpExecArray, printed: string): string {
  const opened = text.lastIndexOf('(', match.index) > text.lastIndexOf(')', match.index)
  return opened && /\d[a-z]\)$/.test(printed) ? printed.slice(0, -1) : printed
}

const item =
  '\\d+(?:\\.\\d+)?(?:bis|ter|[A-Z](?!\\p{L}))?(?: ?[a-z]\\)|[a-z](?![\\p{L}\\d]))?(?:[-–][a-z]\\))?'
const join = '(?:, and |, | and | or | to | et | ou | à | a | au | y | и | до |、|和|至|及| و ?| الي |[-–—])'
const list = `${item}(?:${join}(?:§ ?)?${item})*`
const sign = `§§? ?${list}`
const words =
  '(?:[Oo]bjectives?|[Oo]bjectifs?|[Oo]bjetivos?|[Gg]oals?|[Aa]rticles?|[Aa]rt\\.|[Aa]rticulos?|[Сс]тать\\p{L}+|[Pp]aragraphs?|[Pp]aras?\\.|[Pp]aragraphes?|[Pp]arrafos?|[Nn]umeros?|[Nn]umerales?|Nos?\\.|N[o°º]s?|№№?|[Пп]ункт\\p{L}*|[Пп]п?\\.|[Цц]ел\\p{L}+|[Чч]аст\\p{L}+|[وفبل]{0,2}(?:ال|ل)?(?:فقر(?:ه|ات|تين|تان)|رقم|ارقام|ماده|مواد|هدف|بند|بنود))'
const latin = `${words} ?${list}`
const chinese = '(?:第 ?)\\d+(?:(?:、|至|和|-|及)(?:第 ?)?\\d+)* ?(?:段|款|条|项|号)'
const reference = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sign}|${latin})|${chinese}`, 'gu')

/** Words between 'paragraph 5' and the instrument that it is a paragraph of. */
const ofIt =
  /^(?:,? ?(?:of|in|to|from|de|del|du|des|dans|en|от|в|من|في|的)(?: ?(?:the|la|le|les|l'|los|las|el|annex to|said))?| de la| de l'| de los|[,)"《]| |d'|l'|ل|ITU|'s)*$/iu
const previous =
  /^ (?:of|in) (?:that|the said|the same) (?:resolution|agenda|document|instrument)|^ de (?:cette|ladite|cet|dicha|esa|esta) |^ thereof| данн\p{L}+ | 该/iu

function targetOf(
  text: string,
  match: RegExpExecArray,
  end: number,
  citations: PlacedCitation[],
  context: CitationContext,
): PlacedCitation | undefined {
  const isSign = match[0].startsWith('§')
  const after = citations.find((one) => one.start >= end)
  if (after !== undefined && ofIt.test(text.slice(end, after.start))) return after
  if (context.language === 'zh' || context.language === 'ru') {
    const before = citations.findLast((one) => one.end <= match.index)
    if (
      before !== undefined &&
      /^[》"]?(?:的|,? ?)?$/u.test(text.slice(before.end, match.index)) &&
      context.language === 'zh'
    )
      return before
  }
  const resolutions = citations.filter((one) => one.end <= match.index)
  if (/^ of that resolution/i.test(text.slice(end))) {
    return resolutions.findLast((one) => /^(?!wsis|itu-)/.test(one.instrument ?? '')) ?? resolutions.at(-1)
  }
  if (isSign || previous.test(text.slice(end))) return resolutions.at(-1)
  const gap = resolutions.at(-1)
  // 'the Tunis Agenda, paragraph 90' and 'the Tunis Agenda (paragraph 90)'.
  return gap !== undefined &&
    /^,? ?\(?(?:in particular |notably |notamment |en particular |в частности,? )?$/iu.test(
      text.slice(gap.end, match.index),
    )
    ? gap
    : undefined
}
