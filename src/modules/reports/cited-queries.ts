import { namedRecords, recordAt } from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { inLanguage } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { citationsIn, markedBlocks } from './markup/markup.ts'

/** What a text rests on, each address once. */
export const addressesIn = (text: Pick<Said, 'text'> | null): string[] =>
  citationsIn(markedBlocks(text?.text ?? ''))

/** What records are called that texts cite, as everybody may know them; by their addresses. */
export async function citedNames(
  { db, language, now }: Pick<Visit, 'language' | 'now'> & { db: Db },
  addresses: readonly string[],
): Promise<Map<string, Said>> {
  const refs = [...new Set(addresses)].flatMap((address) => {
    const ref = recordAt(address, '')
    return ref === null ? [] : [{ address, ...ref }]
  })
  const found = await namedRecords(db, refs, { today: dayOf(now), levels: ['public'] })
  return new Map(
    refs.flatMap(({ address, kind, id }) => {
      const name = inLanguage(found.get(`${kind} ${id}`)?.name ?? {}, language)
      return name === null ? [] : [[address, name] as const]
    }),
  )
}
