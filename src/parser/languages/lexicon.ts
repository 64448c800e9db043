import type { LanguageCode } from '../language-code.ts'

/** What one language contributes to the grammar. Forms are written as small regular expressions, see `pattern.ts`. */
export type Words = {
  language: LanguageCode
  /** Neutral key -> printed forms. Languages that do not tell two verbs apart share one key. */
  preambular: Record<string, string>
  operative: Record<string, string>
  /** Words before or after the verb that the key keeps ('further', 'also'). */
  further: string
  also: string
  /** Words before or after the verb that the key drops: 'strongly', 'again', 'with satisfaction'. */
  adverbs: string
  /** What may follow a preambular verb in a bare heading: 'that', 'with concern'. */
  complements: string
  /** Verb of deciding and what joins it to a second verb in the infinitive: 'resolves to' + instruct. */
  decidesTo: string
  infinitives: Record<string, string>
  /** Slug -> printed forms, article and case endings included. Longer forms are tried first by the order here. */
  addressees: Record<string, string>
  bureaux: Record<'br' | 'tsb' | 'bdt', string>
  directorsOf: string
  /** Between two addressees. */
  conjunctions: string
  /** Before an addressee, no part of its name: fr 'à', es 'al'. */
  prepositions: string
  /** Ends the list of addressees: 'in consultation with'. */
  sideRemarks: string
  /** First words of a clause that follows a heading: 'that', 'to'. */
  openers: string
  /** Words after which a heading cannot be complete. */
  danglers: string
  /** The kind of text: 'RESOLUTION', 'DECISION'. */
  instruments: string
  /** The one of them that decides and does not resolve. */
  decision: string
  /** Number line with the number in the group `number` and what follows. */
  numberFirst: boolean
  revised: string
  /** Start of the enacting formula. */
  organs: string
  foreword: string
  annex: string
  part: string
  /** 'plenary meeting', at the foot of UN texts. */
  meeting: string
  adopted: string
  page: string
  months: string
  session: string
  /** Frequent short words for telling the language. */
  functionWords: string
}
