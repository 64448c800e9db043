import { tableParts, type Parts } from '#platform/content-digests.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import type { BodyEntry } from './reference-files.ts'

/** Brings bodies and their names to what the reference file says. Bodies that it no longer names stay: texts may speak of them. */
export async function loadBodies(tx: Tx, bodies: BodyEntry[], actor: string, at: Date): Promise<void> {
  const rows = bodies.map((body, sort) => ({
    id: body.id,
    acronym: body.acronym,
    kind: body.kind.toLowerCase().replaceAll(' ', '-'),
    parent: body.parent,
    aliases: body.aliases,
    name_status: statusOf(body.name_status),
    sort,
  }))
  await tx
    .insertInto('bodies')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((is) => ({
        acronym: is.ref('excluded.acronym'),
        kind: is.ref('excluded.kind'),
        parent: is.ref('excluded.parent'),
        aliases: is.ref('excluded.aliases'),
        name_status: is.ref('excluded.name_status'),
        sort: is.ref('excluded.sort'),
      })),
    )
    .execute()
  await tx
    .deleteFrom('body_names')
    .where(
      'body',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  await tx.insertInto('body_names').values(bodies.flatMap(namesOf)).execute()
  const change = {
    act: 'accounts.load-bodies',
    subject: { kind: 'bodies', id: 'all' },
    actor,
    facts: { bodies: bodies.length },
    parts: await bodyParts(tx),
  }
  await record(tx, change, at)
}

/** The content of all bodies and their names, row by row. */
export async function bodyParts(db: Db): Promise<Parts> {
  return {
    ...(await tableParts(db, 'bodies', ['id'])),
    ...(await tableParts(db, 'body_names', ['body', 'place'])),
  }
}

/** Earlier names come first; the present one has no end. */
const namesOf = (body: BodyEntry) =>
  [...(body.earlier_names ?? []), { from: body.named_since ?? null, to: null, name: body.name }].map(
    (set, place) => ({
      body: body.id,
      place,
      from_date: set.from,
      to_date: set.to,
      name: JSON.stringify(set.name),
    }),
  )

function statusOf(sentence: string): 'official' | 'mixed' | 'own' {
  if (sentence.startsWith('own')) return 'own'
  return sentence.startsWith('mixed') ? 'mixed' : 'official'
}
