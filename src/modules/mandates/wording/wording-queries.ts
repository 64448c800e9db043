import { sql } from 'kysely'
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
