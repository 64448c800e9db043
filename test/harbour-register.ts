import type { Db } from '#platform/database/tables.ts'

/** What would become an element if any page let it through. */
export const markup = '<img src=x onerror=alert(1)>'

const old = 'pp-900-lisbon-2014'
const present = 'pp-900-harbour-2018'
const translated = (text: string) => JSON.stringify({ en: `${text} ${markup}` })

/** An invented instrument of two revisions with imported English texts; every text that people read carries markup. */
export async function addHarbourRegister(db: Db): Promise<void> {
  await db
    .insertInto('bodies')
    .values({
      id: 'harbours',
      acronym: 'HC',
      kind: 'conference',
      parent: null,
      aliases: [],
      name_status: 'own',
      sort: 1,
    })
    .execute()
  const name = translated('Conference of Harbours')
  await db
    .insertInto('body_names')
    .values({ body: 'harbours', place: 0, from_date: null, to_date: null, name })
    .execute()
  await db
    .insertInto('instruments')
    .values({
      id: 'pp-900',
      kind: 'resolution',
      body: 'harbours',
      body_printed: '{}',
      number: '900',
      confidence: 'low',
      note: null,
      origin: 'register',
    })
    .execute()
  await addRevision(db, old, 2014, [
    'Every harbour should keep two lamps burning.',
    'Pilots should paint the doors of their boathouses red before the first frost of winter.',
  ])
  await addRevision(db, present, 2018, [
    'Every harbour should keep three lamps burning.',
    'Fog bells are to be hung upon outer buoys wherever ferries cross shipping channels.',
  ])
  await addCitations(db)
}

async function addRevision(db: Db, id: string, year: number, words: string[]): Promise<void> {
  await db
    .insertInto('revisions')
    .values({
      id,
      instrument: 'pp-900',
      mark: year === 2014 ? null : 'Rev.',
      place: 'Harbour',
      year,
      adopted_on: null,
      standing: 'in-force',
      verified: true,
      name: translated(`Resolution 900 (${year})`),
      title: translated('Lamps of harbours'),
      citation_forms: [],
      note: null,
      origin: 'register',
    })
    .execute()
  const section = { key: 'instructs-harbours', act: 'instructs', kind: 'operative' as const }
  await db
    .insertInto('sections')
    .values({ ...section, revision: id, addressees: ['harbours'], sort: 0, origin: 'register' })
    .execute()
  await db
    .insertInto('provisions')
    .values(words.map((_, index) => provision(id, index)))
    .execute()
  await addDuty(db, id)
  await addText(db, id, words)
}

const provision = (revision: string, index: number) => ({
  revision,
  address: `instructs-harbours/${index + 1}`,
  section: 'instructs-harbours',
  parent: null,
  label: `${index + 1}`,
  kind: 'operative' as const,
  chapeau: false,
  depth: 0,
  sort: index,
  action_lines: [],
  sdg: false,
  sdg_only_in_name: false,
  goals: [],
  paraphrase: translated(`Harbours keep lamp ${index + 1}.`),
  origin: 'register' as const,
  confidence: null,
  confirmed: true,
})

async function addDuty(db: Db, revision: string): Promise<void> {
  const duty = `${revision}/instructs-harbours/1#1`
  await db
    .insertInto('duties')
    .values({
      id: duty,
      revision,
      address: 'instructs-harbours/1',
      sort: 0,
      obligation: true,
      modality: 'should',
      verb: translated('keep'),
      deliverable: translated('lamps'),
      cadence: 'annual',
      cadence_basis: 'implied',
      deadline: translated('before dusk'),
      deadline_date: null,
      deadline_year: null,
      deadline_occasion: null,
      origin: 'parser',
      confidence: 0.5,
      confirmed: false,
    })
    .execute()
  await db
    .insertInto('duty_parties')
    .values([
      { duty, role: 'addressee', place: 0, body: 'harbours', printed: '{}' },
      { duty, role: 'recipient', place: 0, body: null, printed: translated('sailors') },
    ])
    .execute()
  await db
    .insertInto('occurrences')
    .values({ duty, place: 0, year: 2019, starts: null, ends: null, occasion: null, precision: 'year' })
    .execute()
}

async function addText(db: Db, revision: string, words: string[]): Promise<void> {
  const at = new Date('2026-11-21T09:00:00Z')
  const checksum = revision.padEnd(64, '0')
  const place = { revision, language: 'en' as const, version: 1 }
  await db
    .insertInto('source_files')
    .values({ checksum, name: `${markup}.txt`, size: 10, bytes: new Uint8Array(10), stored_at: at })
    .execute()
  const heading = {
    key: 'instructs-harbours',
    paired: null,
    heading: `instructs the Conference of Harbours ${markup}`,
    kind: 'operative',
    addressees: [],
    act: 'instructs',
  }
  await db
    .insertInto('revision_texts')
    .values({
      ...place,
      source: checksum,
      imported_at: at,
      title: `Lamps ${markup}`,
      front_matter: JSON.stringify([{ kind: 'formula', text: `The Conference ${markup},` }]),
      sections: JSON.stringify([heading]),
      footnotes: JSON.stringify([{ mark: '1', text: `Or lanterns ${markup}.`, at: 'instructs-harbours/1' }]),
      duties: '[]',
      set_aside: '[]',
      warnings: '[]',
      origin: 'register',
    })
    .execute()
  await db
    .insertInto('text_units')
    .values(
      words.map((text, index) => ({
        ...place,
        path: `instructs-harbours/${index + 1}`,
        sort: index,
        parent: null,
        section: 'instructs-harbours',
        address: `instructs-harbours/${index + 1}`,
        label: `${index + 1}`,
        text: `${text} ${markup}`,
        closing: '',
        footnotes: index === 0 ? ['1'] : [],
        confidence: 1,
        at: 'line 1',
      })),
    )
    .execute()
}

async function addCitations(db: Db): Promise<void> {
  const place = { revision: present, place: 0, origin: 'register' as const }
  await db
    .insertInto('citations')
    .values({
      ...place,
      address: 'instructs-harbours/1',
      target: old,
      as_written: `Resolution 900 ${markup}`,
      paragraphs: [],
      explicit: false,
    })
    .execute()
  await db
    .insertInto('provision_references')
    .values({
      ...place,
      address: 'instructs-harbours/2',
      target: 'instructs-harbours/1',
      as_written: `instructs 1 ${markup}`,
      doubtful: true,
    })
    .execute()
}
