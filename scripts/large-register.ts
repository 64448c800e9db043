import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { addLargeKeeping } from './large-keeping.ts'

/** How much is added. The same numbers always make the same register. */
export type LargeRegister = { instruments: number; provisionsEach: number; at: Date }

/**
 * Adds an invented register of any size in one transaction, by bulk inserts: resolutions with preamble, clauses, duties, due
 * dates, owners, evidence, citations and search, every fifth of them revised once and paired. For the bench and for tests of speed; the versions
 * of its rows are not kept, since that would take longer than all the rest. Needs the register that is shipped, for its bodies.
 */
export async function addLargeRegister(
  db: Db,
  { instruments, provisionsEach, at }: LargeRegister,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await addRevisions(tx, instruments)
    await addProvisions(tx, provisionsEach)
    await addDuties(tx)
    await addCitations(tx, instruments)
    await addPairings(tx, at)
    await addLargeKeeping(tx, { instruments, at, invented: invented('d.id') })
    await addSearch(tx)
    await sql`set local session_replication_role = origin`.execute(tx)
    const subject = { kind: 'large-register', id: 'all' }
    await record(
      tx,
      { act: 'bench.add-large-register', subject, actor: 'command-line', facts: { instruments } },
      at,
    )
  })
  await sql`analyze`.execute(db)
}

/** Is one of the invented. */
const invented = (column: string) => sql`${sql.ref(column)} like 'large-%'`

const bodies = sql`(select array_agg(id order by id) from bodies)`
const bodyNumber = (number: ReturnType<typeof sql>) =>
  sql`(${bodies})[1 + (${number}) % (select count(*)::int from bodies)]`

/** Words of two languages, told by a number, so that a search finds some and not all. */
const words = (language: 'en' | 'fr', number: ReturnType<typeof sql>) => {
  const vocabulary = {
    en: 'lighthouse harbour ferry lamp signal pilot buoy chart tide anchor library reader guide catalogue shelf archive bridge tunnel canal road railway station school teacher lesson garden orchard seed harvest well spring river valley hill forest meadow market craft workshop tool weaver potter smith baker mill clinic nurse pharmacy archive museum gallery theatre orchestra choir festival report plan review survey census index',
    fr: 'phare port bac lampe signal pilote balise carte marée ancre bibliothèque lecteur guide catalogue rayon archive pont tunnel canal route rail gare école maître leçon jardin verger semence récolte puits source rivière vallée colline forêt prairie marché artisan atelier outil tisserand potier forgeron boulanger moulin clinique infirmier pharmacie archive musée galerie théâtre orchestre chœur festival rapport plan revue enquête recensement indice',
  }[language].split(' ')
  const word = (factor: number) =>
    sql`(${sql.val(vocabulary)}::text[])[1 + ((${number}) * ${sql.lit(factor)} + ((${number}) / 61)) % ${sql.lit(vocabulary.length)}]`
  return sql`${word(1)} || ' ' || ${word(7)} || ' ' || ${word(13)} || ' ' || ${word(29)} || ' ' || (${number})::text`
}

const inTwo = (number: ReturnType<typeof sql>) =>
  sql`jsonb_build_object('en', ${words('en', number)}, 'fr', ${words('fr', number)})`

async function addRevisions(tx: Tx, instruments: number) {
  await sql`
    insert into instruments (id, kind, body, body_printed, number, confidence, note, origin)
    select 'large-' || n, case n % 7 when 0 then 'decision' else 'resolution' end, ${bodyNumber(sql`n`)}, '{}',
      (1000 + n)::text, 'medium', null, 'parser'
    from generate_series(1, ${instruments}::int) as n`.execute(tx)
  await sql`
    insert into revisions (id, instrument, mark, place, year, adopted_on, standing, verified, name, title, citation_forms, note, origin)
    select 'large-' || n || '-' || year, 'large-' || n, case when year = 2022 then 'Rev.' end, 'Example', year, null, 'unknown', false,
      jsonb_build_object('en', 'Resolution ' || (1000 + n) || ' (' || year || ')', 'fr', 'Résolution ' || (1000 + n) || ' (' || year || ')'),
      ${inTwo(sql`n`)}, '{}', null, 'parser'
    from generate_series(1, ${instruments}::int) as n, unnest(array[2018, 2022]) as year
    where year = 2018 or n % 5 = 0`.execute(tx)
}

/** An instrument of two revisions has half of its provisions in each. */
async function addProvisions(tx: Tx, each: number) {
  await sql`
    insert into sections (revision, key, act, kind, addressees, sort, origin)
    select r.id, s.key, s.act, s.kind, '{}', s.sort, 'parser'
    from revisions r, (values ('considering', 'considering', 'preamble', 0), ('resolves', 'resolves', 'operative', 1),
      ('instructs', 'instructs', 'operative', 2)) as s (key, act, kind, sort)
    where ${invented('r.id')}`.execute(tx)
  await sql`
    insert into provisions (revision, address, section, parent, label, kind, chapeau, depth, sort, action_lines, sdg, sdg_only_in_name,
      goals, paraphrase, origin, confidence, confirmed)
    select r.id, s.section || '/' || (p / 3 + 1), s.section, null, (p / 3 + 1)::text, s.kind, false, 0, p % 3 * 1000 + p,
      case when seed % 11 = 0 then array['C' || (1 + seed % 11)] else '{}' end, seed % 17 = 0, false,
      case when seed % 17 = 0 then array[1 + seed % 17] else '{}' end, ${inTwo(sql`seed`)}, 'parser', 0.9, false
    from (
      select id, instrument, substring(instrument from 7)::int as n, count(*) over (partition by instrument) as shares, year
      from revisions where ${invented('id')}) as r
    cross join lateral generate_series(0, ${each}::int / r.shares::int - 1) as p
    cross join lateral (select (case p % 3 when 0 then 'considering' when 1 then 'resolves' else 'instructs' end) as section,
      (case p % 3 when 0 then 'preamble' else 'operative' end) as kind) as s
    cross join lateral (select r.n * 31 + p as seed) as seeds`.execute(tx)
}

async function addDuties(tx: Tx) {
  await sql`
    insert into duties (id, revision, address, sort, obligation, modality, verb, deliverable, cadence, cadence_basis, deadline,
      deadline_date, deadline_year, deadline_occasion, origin, confidence, confirmed)
    select p.revision || '/' || p.address || '#1', p.revision, p.address, 0, true, null, '{"en": "prepare", "fr": "établir"}',
      p.paraphrase, case seed % 6 when 0 then case when p.revision like '%-2022' then 'four-yearly' else 'annual' end
        when 1 then 'once' when 2 then 'ongoing' when 3 then 'biennial' else 'regular' end,
      'explicit', '{}', null, null, null, 'parser', 0.9, false
    from provisions p, lateral (select hashtext(p.revision || p.address) & 1023 as seed) as seeds
    where ${invented('p.revision')} and p.kind = 'operative'`.execute(tx)
  await sql`
    insert into duty_parties (duty, role, place, body, printed)
    select d.id, x.role, 0, ${bodyNumber(sql`(hashtext(d.id || x.role) & 65535)`)}, '{}'
    from duties d, unnest(array['addressee', 'recipient']) as x (role) where ${invented('d.revision')}`.execute(
    tx,
  )
  await sql`
    insert into occurrences (duty, place, year, starts, ends, occasion, precision)
    select d.id, y, r.year + (y + 1) * step, null, null, null, 'year'
    from duties d join revisions r on r.id = d.revision
    cross join lateral (select case d.cadence when 'annual' then 1 when 'biennial' then 2 else 4 end as step) as steps
    cross join lateral generate_series(0, 40 / step - 1) as y
    where ${invented('d.revision')} and d.cadence in ('annual', 'biennial', 'four-yearly')`.execute(tx)
  await sql`
    insert into occurrences (duty, place, year, starts, ends, occasion, precision)
    select d.id, 0, null, null, null, null, 'unknown' from duties d
    where ${invented('d.revision')} and d.cadence = 'once'`.execute(tx)
}

/** One provision in three cites another resolution. */
async function addCitations(tx: Tx, instruments: number) {
  await sql`
    insert into citations (revision, address, place, target, as_written, paragraphs, explicit, origin)
    select p.revision, p.address, 0, 'large-' || (1 + seed % ${instruments}::int), 'Resolution ' || (1001 + seed % ${instruments}::int), '{}', true, 'parser'
    from provisions p, lateral (select hashtext(p.revision || p.address) & 1048575 as seed) as seeds
    where ${invented('p.revision')} and seed % 3 = 0`.execute(tx)
}

/** Every provision of the later revision comes from that of the same address; the yearly duties are four-yearly now. */
async function addPairings(tx: Tx, at: Date) {
  await sql`
    insert into pairings (revision, predecessor, state, version, basis, language, proposed_at, confirmed_at, confirmed_by)
    select later.id, earlier.id, 'confirmed', 2, 'paraphrase', 'en', ${at}::timestamptz, ${at}::timestamptz, 'command-line'
    from revisions later join revisions earlier on earlier.instrument = later.instrument and earlier.year < later.year
    where ${invented('later.id')}`.execute(tx)
  await sql`
    insert into provision_pairs (pairing, place, before, after, kind, state, decided_by, decided_at, before_digests, after_digests)
    select x.revision, p.sort, p.address, p.address, 'kept', 'confirmed', 'command-line', ${at}::timestamptz, '{}', '{}'
    from pairings x join provisions p on p.revision = x.revision where ${invented('x.revision')}`.execute(tx)
  await sql`
    insert into duty_links (pairing, place, before, after, kind, changes, state)
    select x.revision, row_number() over (partition by x.revision order by later.address), earlier.id, later.id,
      case when earlier.cadence = later.cadence then 'continues' else 'changes' end,
      case when earlier.cadence = later.cadence then '[]'
        else jsonb_build_array(jsonb_build_object('field', 'cadence', 'before', earlier.cadence, 'after', later.cadence)) end,
      'confirmed'
    from pairings x join duties later on later.revision = x.revision
    join duties earlier on earlier.revision = x.predecessor and earlier.address = later.address
    where ${invented('x.revision')}`.execute(tx)
  await sql`
    insert into duty_ancestors (duty, ancestor, steps)
    select after, before, 1 from duty_links where ${invented('pairing')}`.execute(tx)
}

async function addSearch(tx: Tx) {
  const languages = sql`(values ('en'), ('fr')) as l (language)`
  const columns = sql`kind, id, language, revision, address, title, body, codes`
  await sql`
    insert into search_rows (${columns})
    select 'instrument', r.id, l.language, r.id, null, r.name ->> l.language, r.title ->> l.language, array[lower(i.number)]
    from revisions r join instruments i on i.id = r.instrument, ${languages} where ${invented('r.id')}`.execute(
    tx,
  )
  await sql`
    insert into search_rows (${columns})
    select 'provision', p.revision || '/' || p.address, l.language, p.revision, p.address, r.title ->> l.language, p.paraphrase ->> l.language,
      array[p.address, replace(p.address, '/', ' ')]
    from provisions p join revisions r on r.id = p.revision, ${languages} where ${invented('p.revision')}`.execute(
    tx,
  )
  await sql`
    insert into search_rows (${columns})
    select 'duty', d.id, l.language, d.revision, d.address, r.title ->> l.language, d.deliverable ->> l.language, '{}'
    from duties d join revisions r on r.id = d.revision, ${languages} where ${invented('d.revision')}`.execute(
    tx,
  )
}
