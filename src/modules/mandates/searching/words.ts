import { folded } from '#platform/search/analysis/folding.ts'

export type Word = { word: string; from: number; to: number }

const wordPattern = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu

/** Runs of letters and digits, folded, with their places in the text; a run of Chinese characters is one. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    word: folded(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }))
}

const particles = /^[وف]?(?:[بكل]?ال|لل|[بكل])?/

/** A word as written, and without the article and the particles that Arabic writes in front of it. */
export function arabicForms(word: string): string[] {
  const prefix = particles.exec(word)?.[0] ?? ''
  const bare = word.slice(prefix.length)
  const withoutArticle = word.replace(/^[وف]?(?:[بك]?ال|لل)/, '')
  return [...new Set([word, withoutArticle, bare])].filter(
    (form) => form === word || Array.from(form).length >= 3,
  )
}
