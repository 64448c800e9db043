import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { conceptsIn, type ConceptFound } from '#platform/search/thesaurus/concept-finder.ts'
import { thesaurusOf, type Thesaurus } from '#platform/search/thesaurus/thesaurus.ts'
import type { Speaks, SuggestedField } from './suggestions.ts'

/** What a text speaks of, by the thesaurus: read once, and only when somebody asks for it. */
export function speakingOf(thesaurus: Thesaurus, language: LanguageCode): Speaks {
  let read: { text: string; concepts: ConceptFound[]; people: ConceptFound[] } | null = null
  return (text, field) => {
    if (read?.text !== text) {
      const people = conceptsIn(suggestedCodes().people, text, language)
      read = { text, concepts: conceptsIn(thesaurus, text, language), people }
    }
    const found = field === 'beneficiaries' ? read.people : read.concepts
    return byCode(found.map((one) => ({ codes: codesOf[field](one), words: one.places.map(wordsOf) })))
  }
}

const codesOf: Record<SuggestedField, (found: ConceptFound) => readonly string[]> = {
  actionLines: ({ actionLines }) => actionLines,
  sdgs: ({ sdgs }) => sdgs.map(String),
  gdc: ({ concept }) => suggestedCodes().objectivesOf.get(concept) ?? [],
  beneficiaries: ({ concept }) => [concept],
}

const wordsOf = ({ words }: { words: string }) => words

/** The same words in other letters are said once. */
function byCode(found: { codes: readonly string[]; words: string[] }[]): { code: string; words: string[] }[] {
  const wordsOfCode = new Map<string, Map<string, string>>()
  for (const { codes, words } of found)
    for (const code of codes) {
      const known = wordsOfCode.get(code) ?? new Map<string, string>()
      for (const one of words) if (!known.has(one.toLowerCase())) known.set(one.toLowerCase(), one)
      wordsOfCode.set(code, known)
    }
  return [...wordsOfCode].map(([code, words]) => ({ code, words: [...words.values()] }))
}

const termList = z.array(z.string().min(1)).min(1)

const file = z.object({
  gdc_objectives: z.record(z.string(), z.array(z.string())),
  beneficiaries: z.record(
    z.string(),
    z.object({ ar: termList, zh: termList, en: termList, fr: termList, ru: termList, es: termList }),
  ),
})

type SuggestedCodes = { objectivesOf: Map<string, string[]>; people: Thesaurus }

let shipped: SuggestedCodes | null = null

/** `reference/suggested-codes.json`: objectives by concepts of the thesaurus, beneficiaries by terms of their own. */
export function suggestedCodes(): SuggestedCodes {
  shipped ??= read(path.resolve(import.meta.dirname, '../../../../reference/suggested-codes.json'))
  return shipped
}

function read(name: string): SuggestedCodes {
  const { gdc_objectives: objectives, beneficiaries } = file.parse(JSON.parse(fs.readFileSync(name, 'utf8')))
  const objectivesOf = new Map<string, string[]>()
  for (const [objective, concepts] of Object.entries(objectives))
    for (const concept of concepts)
      objectivesOf.set(concept, [...(objectivesOf.get(concept) ?? []), objective])
  const concepts = Object.entries(beneficiaries).map(([id, terms]) => ({
    id,
    group: 'beneficiaries',
    action_lines: [],
    sdgs: [],
    terms: Object.fromEntries(
      languageCodes.map((language) => {
        const [preferred = '', ...alternatives] = terms[language]
        return [language, { preferred, alternatives }]
      }),
    ) as Record<LanguageCode, { preferred: string; alternatives: string[] }>,
  }))
  return { objectivesOf, people: thesaurusOf({ concepts }) }
}
