import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { differencesOf, type RegisterSide } from './differences.ts'
import { revisionText } from './text-queries.ts'
import type { Difference } from './text.ts'

/** In what the newest text of a language does not agree with what is known of its revision. */
export async function textDifferences(
  db: Db,
  revision: string,
  language: LanguageCode,
): Promise<Difference[]> {
  const text = await revisionText(db, revision, language)
  if (!text) return []
  const { duties } = await db
    .selectFrom('revision_texts')
    .select('duties')
    .where('revision', '=', revision)
    .where('language', '=', language)
    .where('version', '=', text.version)
    .executeTakeFirstOrThrow()
  const kinds = new Map(text.sections.map(({ key, kind }) => [key, kind]))
  return differencesOf(await registerSide(db, revision), {
    units: text.units,
    duties,
    kinds: new Map(text.units.map(({ path, section }) => [path, kinds.get(section) ?? 'preamble'])),
  })
}

async function registerSide(db: Db, revision: string): Promise<RegisterSide[]> {
  const provisions = await db
    .selectFrom('provisions')
    .select(['address', 'label', 'kind', 'action_lines', 'sdg'])
    .where('revision', '=', revision)
    .orderBy('sort')
    .execute()
  const duties = await dutiesOf(db, revision)
  const notes = await db.selectFrom('footnote_marks').selectAll().where('revision', '=', revision).execute()
  const cites = await db
    .selectFrom('citations')
    .select(['address', 'target'])
    .where('revision', '=', revision)
    .where('explicit', '=', true)
    .execute()
  const citesOf = Map.groupBy(cites, ({ address }) => address)
  const notesOf = Map.groupBy(notes, ({ address }) => address)
  const byAddress = Map.groupBy(duties, ({ address }) => address)
  return provisions.map(({ address, label, kind, action_lines, sdg }) => ({
    address,
    label,
    kind,
    actionLines: action_lines,
    sdg,
    footnotes: (notesOf.get(address) ?? []).map(({ mark }) => mark),
    cites: (citesOf.get(address) ?? []).map(({ target }) => target ?? '?'),
    duties: byAddress.get(address) ?? [],
  }))
}

async function dutiesOf(db: Db, revision: string) {
  const duties = await db
    .selectFrom('duties as d')
    .leftJoin('occasions as o', 'o.id', 'd.deadline_occasion')
    .select([
      'd.id',
      'd.address',
      'd.cadence',
      'd.cadence_basis',
      'd.deadline_year',
      'd.deadline_date',
      'o.ends',
    ])
    .where('d.revision', '=', revision)
    .orderBy('d.address')
    .orderBy('d.sort')
    .execute()
  const parties = await db
    .selectFrom('duty_parties as x')
    .innerJoin('duties as d', 'd.id', 'x.duty')
    .select(['x.duty', 'x.role', 'x.body'])
    .where('d.revision', '=', revision)
    .where('x.body', 'is not', null)
    .execute()
  return duties.map(({ id, address, cadence, cadence_basis, deadline_year, deadline_date, ends }) => {
    const inRole = (role: string) =>
      parties.filter((party) => party.duty === id && party.role === role).map(({ body }) => body ?? '')
    const day = deadline_date ?? ends
    return {
      address,
      addressees: inRole('addressee'),
      recipients: inRole('recipient'),
      cadence: { value: cadence, basis: cadence_basis },
      deadlineYear: deadline_year ?? (day === null ? null : Number(day.slice(0, 4))),
    }
  })
}
