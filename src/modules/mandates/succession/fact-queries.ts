import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { sha256 } from '#platform/sha256.ts'
import type { Comparison, RevisionComparison } from '../comparison/comparison.ts'
import { comparisonOf, type Wording } from '../comparison/comparison-queries.ts'
import { plainOf } from '../comparison/similarity.ts'
import type { Sides } from './pair-choices.ts'
import type { DatedRevision, DutyFacts, SideDigests } from './succession.ts'

/** All that a pairing of two revisions is decided on, as it stands now. */
export type Grounds = {
  comparison: Comparison
  basis: RevisionComparison['basis']
  sides: Sides
  duties: { before: DutyFacts[]; after: DutyFacts[] }
  /** Of each provision, by address. */
  digests: { before: Map<string, SideDigests>; after: Map<string, SideDigests> }
}

const preferredLanguage: LanguageCode = 'en'

export async function groundsOf(db: Db, before: string, after: string): Promise<Grounds> {
  const { words, basis, ...comparison } = await comparisonOf(db, before, after, preferredLanguage)
  const duties = { before: await dutyFacts(db, before), after: await dutyFacts(db, after) }
  return {
    comparison,
    basis,
    sides: {
      before: words.before.map(({ address }) => address),
      after: words.after.map(({ address }) => address),
    },
    duties,
    digests: {
      before: digestsOf(words.before, duties.before),
      after: digestsOf(words.after, duties.after),
    },
  }
}

/** Words per language and duties apart, so that a text in a further language is no correction of the others. */
function digestsOf(words: Wording[], duties: DutyFacts[]): Map<string, SideDigests> {
  const own = Map.groupBy(duties, ({ address }) => address)
  return new Map(
    words.map(({ address, official, paraphrase }) => {
      const digests = [
        ...Object.entries(official).map(([language, text]) => [
          `official-${language}`,
          sha256(plainOf(text)),
        ]),
        ...Object.entries(paraphrase).map(([language, text]) => [`own-${language}`, sha256(plainOf(text))]),
      ]
      const clocks = (own.get(address) ?? []).map(
        ({ verb: _, deliverable: __, deadline: { text: ___, ...deadline }, ...facts }) => ({
          ...facts,
          deadline,
          addressee: facts.addressee.map(({ id }) => id),
          recipient: facts.recipient.map(({ id }) => id),
          via: facts.via.map(({ id }) => id),
        }),
      )
      return [address, { ...Object.fromEntries(digests), duties: sha256(clocks) }]
    }),
  )
}

/** The revisions of an instrument whose provisions are here. */
export async function heldRevisions(db: Db, instrument: string): Promise<DatedRevision[]> {
  const found = await sql<DatedRevision>`
    select r.id, r.year, r.adopted_on::text as "adoptedOn" from revisions r
    where r.instrument = ${instrument} and exists (select 1 from provisions p where p.revision = r.id)
    order by r.year nulls first, r.id`.execute(db)
  return found.rows
}

const parties = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('role', x.role, 'id', x.body, 'name', x.printed) order by x.role, x.place), '[]')
  from duty_parties x where x.duty = d.id)`

type FactColumns = Pick<DutyFacts, 'id' | 'address' | 'verb' | 'deliverable'> & {
  cadence: DutyFacts['cadence']['value']
  cadence_basis: string
  deadline: DutyFacts['deadline']['text']
  deadline_date: string | null
  deadline_year: number | null
  deadline_occasion: string | null
  parties: (DutyFacts['addressee'][number] & { role: string })[]
}

async function dutyFacts(db: Db, revision: string): Promise<DutyFacts[]> {
  const found = await sql<FactColumns>`
    select d.id, d.address, d.verb, d.deliverable, d.cadence, d.cadence_basis, d.deadline,
      d.deadline_date::text as deadline_date, d.deadline_year, d.deadline_occasion, ${parties} as parties
    from duties d join provisions p on p.revision = d.revision and p.address = d.address
    where d.revision = ${revision} and d.obligation order by p.sort, d.sort`.execute(db)
  return found.rows.map((row) => {
    const inRole = (role: string) =>
      row.parties.filter((one) => one.role === role).map(({ id, name }) => ({ id, name }))
    return {
      id: row.id,
      address: row.address,
      verb: row.verb,
      deliverable: row.deliverable,
      cadence: { value: row.cadence, isExplicit: row.cadence_basis === 'explicit' },
      deadline: {
        text: row.deadline,
        date: row.deadline_date,
        year: row.deadline_year,
        occasion: row.deadline_occasion,
      },
      addressee: inRole('addressee'),
      recipient: inRole('recipient'),
      via: inRole('via'),
    }
  })
}
