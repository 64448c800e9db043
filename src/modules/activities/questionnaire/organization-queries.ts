import { languageCodes } from '#platform/languages.ts'
import { folded } from '#platform/sheets/folded.ts'
import { nearestCode } from '#platform/sheets/nearest-code.ts'
import type { Visit } from '#platform/web/visit.ts'
import { organizationLabel } from '../entry/choices.ts'
import { organizationChoices, type OrganizationChoice } from '../entry/organization-queries.ts'

export type OrganizationMeant =
  | { id: string; choices: OrganizationChoice[] }
  /** Those that have a part of what was written in their names. */
  | { id: null; nearest: string | null; choices: OrganizationChoice[] }

/**
 * The organization that somebody has written, by its identifier, its acronym or its name in some language, among those that they
 * may name. Several of one name are left to the person.
 */
export async function organizationMeant(visit: Visit, written: string): Promise<OrganizationMeant> {
  const { db, actor, language } = visit
  const whole = await organizationChoices(db, actor, { words: nameIn(written), chosen: written })
  const found = whole.filter((one) => waysToName(one).some((name) => folded(name) === folded(written)))
  const [only] = found
  if (only !== undefined && found.length === 1) return { id: only.id, choices: whole }
  const near: OrganizationChoice[] = []
  for (const word of longestWords(written))
    near.push(...(await organizationChoices(db, actor, { words: word })))
  const choices = [...new Map([...whole, ...near].map((one) => [one.id, one])).values()]
  const codes = choices.map(({ id, name }) => ({ code: id, labels: name }))
  const nearest = choices.find(({ id }) => id === nearestCode(written.slice(0, 200), codes))
  return { id: null, nearest: nearest ? organizationLabel({ language }, nearest) : null, choices }
}

const waysToName = (one: OrganizationChoice): string[] => [
  one.id,
  ...(one.acronym === null ? [] : [one.acronym]),
  ...Object.values(one.name),
  ...languageCodes.map((language) => organizationLabel({ language }, one)),
]

/** The questionnaire writes the acronym behind the name. */
const nameIn = (written: string): string => written.replace(/\s*\([^()]*\)$/, '')

const mostWords = 3

/** One of them is written rightly, even where the whole is not. */
const longestWords = (written: string): string[] =>
  (written.match(/[\p{L}\p{N}]+/gu) ?? [])
    .toSorted((one, other) => other.length - one.length)
    .slice(0, mostWords)
