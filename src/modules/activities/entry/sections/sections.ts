import { basics } from './basics.ts'
import { contact } from './contact.ts'
import { description, quality } from './description.ts'
import { files } from './files.ts'
import { goals } from './goals.ts'
import { lines } from './lines.ts'
import { money } from './money.ts'
import { people } from './people.ts'
import { reach } from './reach.ts'
import type { Section, SectionName } from './section.ts'

/** The sections of the form in the order in which one fills them in. */
export const sections: readonly Section[] = [
  basics,
  description,
  reach,
  lines,
  goals,
  people,
  quality,
  money,
  files,
  contact,
]

/** Where a field stands, so that what is missing leads to it. */
export const sectionOf = (field: string): SectionName =>
  sections.find(({ holds }) => holds.includes(field))?.name ?? 'basics'

export const sectionAfter = (name: SectionName): SectionName | null =>
  sections[sections.findIndex((one) => one.name === name) + 1]?.name ?? null
