import type { Db, Tx } from '#platform/database/tables.ts'
import { knownPeople } from './people-queries.ts'
import { noticeKinds, type NoticeKind, type Told, type Way } from './notice.ts'

/**
 * Tells each person once; what they were told before is left out, and so is whoever is no person: what was done at the
 * terminal. Returns how many were new.
 */
export async function tell(tx: Tx, told: readonly Told[], at: Date): Promise<number> {
  const people = await knownPeople(
    tx,
    told.map(({ person }) => person),
  )
  const rows = told
    .filter(({ person }) => people.has(person))
    .map((one) => ({
      ...one,
      facts: JSON.stringify(one.facts),
      at,
      settled_at: null,
      read_at: null,
    }))
  if (rows.length === 0) return 0
  const added = await tx
    .insertInto('notices')
    .values(rows)
    .onConflict((on) => on.columns(['person', 'once']).doNothing())
    .returning('id')
    .execute()
  return added.length
}

/** Marks as read what was there when the page was shown; what came meanwhile stays unread. */
export async function markRead(db: Db, person: string, shownAt: Date, at: Date): Promise<void> {
  await db
    .updateTable('notices')
    .set({ read_at: at })
    .where('person', '=', person)
    .where('at', '<=', shownAt)
    .where('read_at', 'is', null)
    .execute()
}

/** Stores how somebody wants to hear of each kind. A private matter, so it is no line of the history. */
export async function chooseWays(
  db: Db,
  { person, ways, at }: { person: string; ways: Partial<Record<NoticeKind, Way>>; at: Date },
): Promise<void> {
  const rows = Object.entries(ways).map(([kind, way]) => ({
    person,
    kind: kind as NoticeKind,
    way,
    chosen_at: at,
  }))
  if (rows.length === 0) return
  await db
    .insertInto('notice_choices')
    .values(rows)
    .onConflict((on) =>
      on.columns(['person', 'kind']).doUpdateSet((is) => ({
        way: is.ref('excluded.way'),
        chosen_at: is.ref('excluded.chosen_at'),
      })),
    )
    .execute()
}

/** One click ends the mails of a kind, or all that one may do without; the person's own page goes on showing them. */
export const stopMails = (db: Db, person: string, kind: NoticeKind | 'all', at: Date): Promise<void> => {
  const kinds = kind === 'all' ? (Object.keys(noticeKinds) as NoticeKind[]) : [kind]
  return chooseWays(db, { person, ways: Object.fromEntries(kinds.map((one) => [one, 'page'])), at })
}
