import { namedRecords } from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { inLanguage } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ListedNames } from './part-shape.ts'
import type { SourceName } from './part.ts'

/** What records are called now and where they are, for those that everybody may read; one question for each kind. */
export async function listedNames(
  { db, language, now }: Pick<Visit, 'language' | 'now'> & { db: Db },
  ids: readonly { source: SourceName; id: string }[],
): Promise<ListedNames> {
  const named = await namedRecords(
    db,
    ids.map(({ source, id }) => ({ kind: kindOf[source], id })),
    { today: dayOf(now), levels: ['public'] },
  )
  return new Map(
    [...named.values()].map(({ id, name, path }) => [
      id,
      { title: inLanguage(name, language)?.text ?? id, path },
    ]),
  )
}

/** As evidence names the records of a source. */
const kindOf: Record<SourceName, string> = { activities: 'activity', duties: 'duty', plans: 'plan-item' }
