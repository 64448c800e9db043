import type { Plain } from '../../names/fold.ts'
import type { Mention } from '../../names/mentions.ts'

/** What a reader of clauses gets. */
export type ClauseSource = {
  text: Plain
  mentions: Mention[]
  /** The words before it end with 'to:' or are an addressee, so that it may begin with a bare verb. */
  afterTo: boolean
}

export type Word = { word: string; start: number; end: number }

/** Words, with the elided ones ("d'", "l'") and every sign on their own. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\p{L}+'|[\p{L}\p{N}][\p{L}\p{N}&/.-]*[\p{L}\p{N}]|[\p{L}\p{N}]|\S/gu)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
