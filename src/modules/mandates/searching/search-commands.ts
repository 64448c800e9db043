import { sql } from 'kysely'
import { allBodies, type Body } from '#modules/accounts/index.ts'
import { actionLines, gdcObjectives, sdgTargets, sdgs } from '#modules/frameworks/index.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import {
  addressCodes,
  numberCodes,
  rowsOf,
  together,
  type SearchEntry,
  type SearchRow,
} from './search-entries.ts'

/** Makes all rows of the search anew. */
export async function indexRegister(tx: Tx): Promise<void> {
  await tx.deleteFrom('search_rows').execute()
  await store(tx, [
    ...(await bodyEntries(tx)),
    ...(await frameworkEntries(tx)),
    ...(await revisionEntries(tx, null)),
  ])
}

/** Makes the rows of one revision anew, after an import. */
export async function indexRevision(tx: Tx, revision: string): Promise<void> {
  await tx.deleteFrom('search_rows').where('revision', '=', revision).execute()
  await store(tx, await revisionEntries(tx, revision))
}

const rowsAtOnce = 300

async function store(tx: Tx, entries: SearchEntry[]) {
  const rows = entries.flatMap(rowsOf)
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx
      .insertInto('search_rows')
      .values(rows.slice(from, from + rowsAtOnce).map(columns))
      .execute()
  }
}

const columns = ({ kind, id, language, revision, address, title, body, codes }: SearchRow) => ({
  kind,
  id,
  language,
  revision,
  address,
  title,
  body,
  codes,
})

// What people write before the code, in six languages; without regard to case.
const lineNames = [
  '',
  'action line ',
  'grande orientation ',
  'línea de acción ',
  'направление действий ',
  '行动方面',
  'خط العمل ',
]
const goalNames = ['', 'SDG ', 'SDG', 'goal ', 'ODD ', 'ODS ', 'ЦУР ', '目标', 'الهدف ']

const alone = { revision: null, address: null }

async function bodyEntries(tx: Tx): Promise<SearchEntry[]> {
  const bodies = await allBodies(tx)
  return bodies.map((body) => ({
    ...alone,
    kind: 'body',
    id: body.id,
    title: body.name,
    body: aliasesIn(body),
    codes: [body.id, body.acronym ?? '', ...body.aliases],
  }))
}

/** Other names are not told apart by language: they are looked for in every one. */
function aliasesIn(body: Body): Translated {
  const others = [body.acronym ?? '', ...body.aliases].filter((one) => one !== '').join(', ')
  return Object.fromEntries(Object.keys(body.name).map((code) => [code, others]))
}

async function frameworkEntries(tx: Tx): Promise<SearchEntry[]> {
  const [lines, goals, targets, objectives] = [
    await actionLines(tx),
    await sdgs(tx),
    await sdgTargets(tx, null),
    await gdcObjectives(tx),
  ]
  return [
    ...lines.map((line) => ({
      ...alone,
      kind: 'action-line' as const,
      id: line.code,
      title: line.label,
      body: together(line.short, line.description),
      codes: lineNames.map((name) => name + line.code),
    })),
    ...goals.map(({ number, label }) => ({
      ...alone,
      kind: 'sdg' as const,
      id: String(number),
      title: label,
      body: {},
      codes: goalNames.map((name) => name + String(number)),
    })),
    ...targets.map(({ code, label }) => ({
      ...alone,
      kind: 'sdg-target' as const,
      id: code,
      title: label,
      body: {},
      codes: [code],
    })),
    ...objectives.map(({ code, label }) => ({
      ...alone,
      kind: 'gdc-objective' as const,
      id: code,
      title: label,
      body: {},
      codes: [`GDC ${code}`, `GDC${code}`],
    })),
  ]
}

/** A revision, its provisions and its duties; of all revisions when none is named. */
async function revisionEntries(tx: Tx, only: string | null): Promise<SearchEntry[]> {
  let query = tx
    .selectFrom('revisions as r')
    .innerJoin('instruments as i', 'i.id', 'r.instrument')
    .innerJoin('revision_chains as c', 'c.id', 'r.id')
    .select(['r.id', 'r.name', 'c.title', 'r.citation_forms', 'i.body', 'i.number', 'i.id as instrument'])
  if (only !== null) query = query.where('r.id', '=', only)
  const revisions = await query.execute()
  const names = new Map(revisions.map(({ id, name }) => [id, name]))
  const entries = revisions.map((one) => ({
    kind: 'instrument' as const,
    id: one.id,
    revision: one.id,
    address: null,
    title: nameAndTitle(one.name, one.title),
    body: { en: one.citation_forms.join('\n') },
    codes: [one.id, one.instrument, ...numberCodes(one.body, one.number)],
  }))
  return [...entries, ...(await provisionEntries(tx, names)), ...(await dutyEntries(tx, names))]
}

function nameAndTitle(name: Translated, title: Translated): Translated {
  const both = Object.entries(name).map(([code, own]) => {
    const what = title[code as keyof Translated]
    return [code, what ? `${own} — ${what}` : own]
  })
  return Object.fromEntries(both)
}

async function provisionEntries(tx: Tx, names: Map<string, Translated>): Promise<SearchEntry[]> {
  const found = await sql<{
    revision: string
    address: string
    paraphrase: Translated
    action_lines: string[]
    official: Translated | null
  }>`
    select p.revision, p.address, p.paraphrase, p.action_lines, (
      select jsonb_object_agg(u.language, u.text || case when u.closing = '' then '' else E'\n' || u.closing end)
      from text_units u
      where u.revision = p.revision and u.address = p.address and u.version = (
        select max(version) from revision_texts t where t.revision = u.revision and t.language = u.language)
    ) as official
    from provisions p where p.revision = any(${[...names.keys()]}::text[]) order by p.revision, p.sort`.execute(
    tx,
  )
  return found.rows.map(({ revision, address, paraphrase, official, action_lines }) => ({
    kind: 'provision',
    id: `${revision}/${address}`,
    revision,
    address,
    title: languagesOf(together(paraphrase, official ?? {}), names.get(revision) ?? {}),
    body: together(paraphrase, official ?? {}),
    codes: [...addressCodes(revision, address), ...action_lines],
  }))
}

/** The name of the revision, only in those languages in which there is a text to be found. */
const languagesOf = (texts: Translated, name: Translated): Translated =>
  Object.fromEntries(Object.entries(name).filter(([code]) => code in texts))

async function dutyEntries(tx: Tx, names: Map<string, Translated>): Promise<SearchEntry[]> {
  const found = await sql<{
    id: string
    revision: string
    address: string
    verb: Translated
    deliverable: Translated
    deadline: Translated
    action_lines: string[]
    parties: Translated[] | null
  }>`
    select d.id, d.revision, d.address, d.verb, d.deliverable, d.deadline, p.action_lines, (
      select jsonb_agg(coalesce(n.name, x.printed) order by x.role, x.place)
      from duty_parties x left join body_names n on n.body = x.body and n.to_date is null
      where x.duty = d.id
    ) as parties
    from duties d join provisions p on p.revision = d.revision and p.address = d.address
    where d.obligation and d.revision = any(${[...names.keys()]}::text[]) order by d.id`.execute(tx)
  return found.rows.map(({ id, revision, address, verb, deliverable, deadline, action_lines, parties }) => ({
    kind: 'duty',
    id,
    revision,
    address,
    title: dutyTitle(verb, deliverable),
    body: together(...(parties ?? []), deadline),
    codes: [id, ...action_lines],
  }))
}

const dutyTitle = (verb: Translated, deliverable: Translated): Translated => {
  const both = Object.entries(verb).map(([code, word]) => {
    const what = deliverable[code as keyof Translated]
    return [code, what ? `${word} · ${what}` : word]
  })
  return Object.fromEntries(both)
}
