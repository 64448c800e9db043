import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'

/** Whether who acts is an example person: what they enter is an example too, is marked as one, and goes with them. */
export const isOfExample = ({ person }: Actor): RawBuilder<boolean> =>
  sql`exists (select from people p where p.id = ${person} and p.is_example)`
