import { resolutionAdopters } from './resolution-adopters.ts'
import type { Draft } from '../grammar/read-units.ts'
import { plain, plainText } from '../names/fold.ts'
import { findMentions, idsNamedIn } from '../names/mentions.ts'
import type { House } from '../names/mentions.ts'
import type { Unit } from '../resolution.ts'

const houses = new WeakMap<Draft, House>()

/** Whose text it is, and which bodies it names in full. */
export function houseOf(draft: Draft): House {
  const known = houses.get(draft) ?? findHouse(draft)
  houses.set(draft, known)
  return known
}

function findHouse(draft: Draft): House {
  const body = draft.body ?? ''
  const texts = draft.sections.flatMap((section) => [section.heading, ...section.units.flatMap(textsOf)])
  const named = idsNamedIn([draft.title ?? '', ...texts], draft.language)
  const organization = organizationOf(draft, body)
  return { organization, adopter: adopterOf(body, draft, organization), named }
}

export const textsOf = (unit: Unit): string[] => [unit.text, ...unit.children.flatMap(textsOf), unit.closing]

const adopters = [...resolutionAdopters, 'wtpf']

function organizationOf(draft: Draft, body: string): House['organization'] {
  const folded = plain(body)
  const ids = findMentions(folded, draft.language, {
    organization: 'un',
    adopter: null,
    named: new Set(),
  }).flatMap((one) => one.ids)
  if (ids.some((id) => /^(?:itu|wtsa|wtdc|ra|wrc|wtpf)/.test(id))) return 'itu'
  if (ids.some((id) => ['unga', 'ecosoc', 'hrc', 'unsc'].includes(id))) return 'un'
  // A foreword or a heading may have swallowed the formula: the shape tells. Texts of ITU put the act in a heading.
  const headed = draft.sections.filter(
    (section) => section.kind === 'operative' && section.heading !== '' && section.act !== null,
  )
  return headed.length > 0 ? 'itu' : 'un'
}

function adopterOf(body: string, draft: Draft, organization: House['organization']): string | null {
  const house: House = { organization, adopter: null, named: new Set() }
  const ids = findMentions(plain(body), draft.language, house).flatMap((one) => one.ids)
  const found = adopters.find((id) => ids.includes(id))
  if (found !== undefined) return found
  if (organization === 'itu' && councils.test(plainText(body))) return 'itu-council'
  return null
}

const councils = /\b(?:Council|Conseil|Consejo)\b|Совет|理事会|مجلس/u
