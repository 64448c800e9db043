import { sql, type RawBuilder } from 'kysely'
import { inLanguage, type LanguageCode, type Translated } from '#platform/languages.ts'
import type { Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'

type Titled = { id: string; revision: Translated; address: string; words: Translated }

/** 'Resolution 140 (Rev. Dubai, 2018), resolves 6 i: report'. */
const titled = (rows: Titled[], language: LanguageCode): Map<string, string> =>
  new Map(
    rows.map(({ id, revision, address, words }) => {
      const place = `${inLanguage(revision, language)?.text ?? ''}, ${address.replaceAll('/', ' ')}`
      const said = inLanguage(words, language)?.text
      return [id, said ? `${place}: ${said.length > 80 ? `${said.slice(0, 79)}…` : said}` : place]
    }),
  )

export async function dutyTitles(db: Db, ids: string[], language: LanguageCode) {
  const found = await sql<Titled>`
    select d.id, r.name as revision, d.address, d.verb as words
    from duties d join revisions r on r.id = d.revision where d.id in (${sql.join(ids)})`.execute(db)
  return titled(found.rows, language)
}

/** Provisions are named '<revision>/<address>'. */
export async function provisionTitles(db: Db, ids: string[], language: LanguageCode) {
  const found = await sql<Titled>`
    select p.revision || '/' || p.address as id, r.name as revision, p.address, p.paraphrase as words
    from provisions p join revisions r on r.id = p.revision
    where (p.revision, p.address) in (${sql.join(
      ids.map((id) => sql`(${id.split('/')[0]}::text, ${id.slice(id.indexOf('/') + 1)}::text)`),
    )})`.execute(db)
  return titled(found.rows, language)
}

/** Who answers for a duty now: people, and what bodies and organizations they stand for. */
export async function dutyKeepers(db: Db, duty: string): Promise<{ owners: string[]; within: Scope[] }> {
  const found = await db
    .selectFrom('duty_owners')
    .select(['kind', 'owner'])
    .where('duty', '=', duty)
    .where('given_back_at', 'is', null)
    .orderBy('kind')
    .orderBy('owner')
    .execute()
  return {
    owners: found.flatMap(({ kind, owner }) => (kind === 'person' ? [owner] : [])),
    within: found.flatMap(({ kind, owner }): Scope[] =>
      kind === 'body' || kind === 'organization' ? [`${kind}:${owner}`] : [],
    ),
  }
}

export async function evidenceTitles(db: Db, ids: string[], language: LanguageCode) {
  const found = await sql<Titled>`
    select e.id::text as id, r.name as revision, d.address, e.shows as words
    from evidence e join duties d on d.id = e.duty join revisions r on r.id = d.revision
    where e.id::text in (${sql.join(ids)})`.execute(db)
  return titled(found.rows, language)
}

export async function reportTitles(db: Db, ids: string[], language: LanguageCode) {
  const found = await sql<Titled>`
    select x.id::text as id, r.name as revision, d.address, x.body as words
    from duty_reports x join duties d on d.id = x.duty join revisions r on r.id = d.revision
    where x.id::text in (${sql.join(ids)})`.execute(db)
  return titled(found.rows, language)
}

export const evidenceKeepers = (db: Db, id: string) =>
  keepers(db, sql`select linked_by as by, linked_for as "for" from evidence where id::text = ${id}`)

export const reportKeepers = (db: Db, id: string) =>
  keepers(db, sql`select reported_by as by, reported_for as "for" from duty_reports where id::text = ${id}`)

/** Who said something, and in whose name. */
async function keepers(db: Db, query: RawBuilder<unknown>): Promise<{ owners: string[]; within: Scope[] }> {
  const { rows } = await sql<{ by: string; for: Scope | null }>`${query}`.execute(db)
  return { owners: rows.map(({ by }) => by), within: rows.flatMap(({ for: scope }) => scope ?? []) }
}
