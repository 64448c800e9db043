import { date } from '#platform/ui/format.ts'
import type { Said } from '#platform/web/shapes.ts'
import { resourcesOf } from '../exchange/paper-words.ts'
import { partiesOf, resourcesIn, tagsOf } from '../item-shape.ts'
import { deadlineWords } from '../deadline-words.ts'
import { bodyRef } from '../plan-names.ts'
import type { FieldWords } from './comparison.ts'
import { linkKey, type KeptNames } from './kept-name-queries.ts'

/** How the fields of a plan are told to this reader. What has no name any more is told by its code. */
export function fieldWords({ reader, organizations, records }: KeptNames): FieldWords {
  const { t, language } = reader.visit
  const code = (text: string): Said => ({ text, language })
  return {
    language,
    day: (day) => date(language, day),
    deadline: (deadline) => deadlineWords(t, deadline),
    resources: (of) => resourcesOf(t, { resources: resourcesIn(of) }),
    body: (id) => bodyRef(reader, id).name ?? code(id),
    party: (of) => partiesOf(reader, { parties: [of] }, organizations)[0]?.party.name ?? code(of.party),
    tag: (of) => {
      const label = tagsOf(reader, { codes: [of] })[0]?.tag.label ?? null
      return label === null ? code(of.code) : { ...label, text: `${of.code} ${label.text}` }
    },
    record: ({ kind, record }) => records.get(linkKey({ kind, record }))?.name ?? code(record),
  }
}
