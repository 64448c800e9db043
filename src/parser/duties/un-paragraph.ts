import { paragraphAct } from '../grammar/paragraph-act.ts'
import type { LanguageCode } from '../language-code.ts'
import { directiveActs, secondAct } from '../names/act-words.ts'
import { plain } from '../names/fold.ts'
import type { Plain } from '../names/fold.ts'
import { findMentions } from '../names/mentions.ts'
import type { House } from '../names/mentions.ts'
import type { Stretch } from './clauses/clause.ts'
import { splitAddressee } from './split-addressee.ts'

/** One act of a paragraph of the United Nations: 'Requests the Secretary-General to submit …'. */
export type ParagraphAct = {
  act: string
  directive: boolean
  /** Who is asked, in the folded text of `rest`. */
  addressee: Stretch | null
  /** What is asked, folded, without act and addressee. */
  clause: Plain
  /** Everything after the act. */
  rest: Plain
  printedVerb: string
}

export function actsOfParagraph(text: string, language: LanguageCode, house: House): ParagraphAct[] {
  return pieces(text, language).flatMap((piece) => {
    const act = paragraphAct(piece, language, 'operative')
    if (act === null || act.kind !== 'operative') return []
    const key = act.key.replace(/-(?:further|also)$/, '')
    const rest = plain(piece.slice(act.length))
    const directive =
      directiveActs.has(key) &&
      (key !== 'authorizes' || authorizes.test(plain(piece.slice(0, act.length)).text))
    const split = directive
      ? splitAddressee(rest.text, language, findMentions(rest, language, house))
      : { addressee: null, clauseAt: 0 }
    return [
      {
        act: key,
        directive,
        addressee: split.addressee,
        clause: sliced(rest, split.clauseAt),
        rest,
        printedVerb: piece.slice(0, act.length),
      },
    ]
  })
}

/** Under this key stand also acts that the organ does itself: 'Establishes …', 'Renews …'. */
const authorizes = /authori[sz]|empower|autoris|autoriz|habilit|уполномоч|разреш|授权|[يت]اذن|[يت]فوض/iu

/** '… training, and encourages donors to support it' holds two acts. */
function pieces(text: string, language: LanguageCode): string[] {
  const folded = plain(text)
  const cuts = [...folded.text.toLowerCase().matchAll(secondAct[language])].filter(
    (match) => match.index > (language === 'zh' ? 8 : 20),
  )
  const starts = [0, ...cuts.map((match) => match.index + match[0].length)]
  return starts.map((start, index) => folded.printed(start, cuts[index]?.index ?? folded.text.length))
}

function sliced(text: Plain, from: number): Plain {
  return { text: text.text.slice(from), printed: (start, end) => text.printed(start + from, end + from) }
}
