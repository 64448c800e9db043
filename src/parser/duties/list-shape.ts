import type { Draft } from '../grammar/read-units.ts'
import { plain } from '../names/fold.ts'
import type { Plain } from '../names/fold.ts'
import { findMentions } from '../names/mentions.ts'
import type { House } from '../names/mentions.ts'
import type { Unit } from '../resolution.ts'
import type { Clause } from './clauses/clause.ts'
import { readClause } from './clauses/read-clause.ts'

/** Are the items of the list things rather than acts? Then the verb above speaks for them. */
export function isListOfNouns(unit: Unit, draft: Draft, house: House): boolean {
  const nouns = unit.children.filter((child) => {
    const text = plain(child.text)
    const mentions = findMentions(text, draft.language, house)
    return readClause({ text, mentions, afterTo: false }, draft.language).form === 'noun'
  })
  return nouns.length * 2 > unit.children.length
}

/** True when the words above a list ask for nothing without it: 'to review and improve:', 'to:', 'the following:'. */
export function opensList(clause: Clause, text: Plain, nouns: boolean): boolean {
  const last = clause.groups.at(-1)
  if (last === undefined || following.test(text.text)) return true
  return nouns && !hasObject.test(text.text.slice(last.end))
}

/** Two words or more right behind the verb, before any comma. */
const hasObject = /^[^,:;.\p{L}]*(?:\p{L}[^\s,:;]*\s+){1,}\p{L}[^\s,:;]*|^\p{Script=Han}{3,}/u

const following =
  /\b(?:the following|as follows|suivante?s|ci-apres|siguientes?|a saber)\b[^:]{0,40}:?\s*$|следующ\p{L}+[^:]{0,40}:?\s*$|(?:如下|下列|以下)[^:]{0,12}:?\s*$|(?:التالي\p{L}*|ما يلي)[^:]{0,30}:?\s*$/iu
