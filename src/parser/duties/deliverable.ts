import type { LanguageCode } from '../language-code.ts'
import { deliverableWords } from '../names/deliverable-words.ts'
import type { Plain } from '../names/fold.ts'
import type { VerbGroup } from './clauses/clause.ts'

const lengthLimit = 180
// What joins the thing to the next act is no part of it.
const dangling =
  /(?:,?\s+(?:and|or|to|to the|et|ou|de|d'|à|à la|aux?|y|e|que|a|al|lo|la|a los|a las|a la|la próxima|la prochaine|и|в|а также|و|وأن|إلى|向|给))+\s*$/u

/** Does one of the verbs hand something over or make it? */
export function delivers(group: VerbGroup, language: LanguageCode): boolean {
  return group.verbs.some((verb) => deliverableWords[language].verbs.test(unaccented(verb)))
}

/** What is to be handed over, as printed: 'a comprehensive report detailing the activities'. */
export function deliverableIn(
  text: Plain,
  group: VerbGroup,
  language: LanguageCode,
  recipients: number[],
): string | null {
  const words = deliverableWords[language]
  if (!delivers(group, language)) return null
  const stretch = text.text.slice(group.end, group.until)
  const phrase = words.phrase.exec(stretch)
  const input = language === 'en' && group.verbs.includes('provide input')
  // What is to be ensured is a deliverable only where it is named at once: 'to ensure that concrete objectives …'.
  const far =
    (group.verbs.includes('ensure') && (phrase?.index ?? 0) > 25) ||
    (group.verbs.includes('include') && (phrase?.index ?? 0) > 12)
  const contained = words.contained.find(([verb]) => group.verbs.some((one) => verb.test(one)))?.[1]
  // 'to report … on the basis of the report of X': the thing is in the verb unless it follows at once.
  const elsewhere = contained !== undefined && (phrase?.index ?? 0) > 3
  if (phrase !== null && !input && !far && !elsewhere) {
    const rest = phrase[0].slice(3)
    const cut = words.end.exec(rest)
    const length = Math.min(cut === null ? phrase[0].length : cut.index + 3, lengthLimit)
    const start = group.end + phrase.index
    // Whoever gets it is named after it: 'a report to the Council'.
    const handed = recipients.find((at) => at > start + 3) ?? Number.POSITIVE_INFINITY
    const printed = text.printed(start, Math.min(start + length, handed)).replace(dangling, '')
    if (printed !== '') return printed
  }
  if (contained === undefined || far) return null
  const about =
    language === 'en' && contained === 'report'
      ? / (on (?!an? )[^,;.:]*?)(?= to (?:the|its|CWG|ECOSOC)| through | via |[,;.:]|$)/u.exec(stretch)?.[1]
      : undefined
  return about === undefined ? contained : `${contained} ${about.slice(0, lengthLimit)}`
}

const unaccented = (verb: string): string =>
  /\p{Script=Latin}/u.test(verb) ? verb.normalize('NFD').replaceAll(/\p{M}/gu, '') : verb
