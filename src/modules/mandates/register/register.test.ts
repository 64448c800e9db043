import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { verifyHistory } from '#platform/history.ts'
import { registerDatabase } from '../../../../test/register-database.ts'
import { modules } from '../../../modules.ts'
import { importResolution, instrumentById, loadRegister, revisionById } from '../index.ts'
import { projectFolder } from './register-files.ts'

const at = new Date('2026-11-21T12:00:00Z')
const asked = { actor: 'test', at }
const digests = Object.assign({}, ...modules.map((one) => one.digests ?? {}))
let db: Db

/** A copy of the shipped files in which one paraphrase reads otherwise. */
function changedRegister(text: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'register-'))
  for (const name of ['register', 'reference']) {
    fs.cpSync(path.join(projectFolder, name), path.join(folder, name), { recursive: true })
  }
  const file = path.join(folder, 'register/texts/en.json')
  const texts = JSON.parse(fs.readFileSync(file, 'utf8')) as { provisions: Record<string, string> }
  texts.provisions['pp-140-dubai-2018/resolves/1'] = text
  fs.chmodSync(file, 0o644)
  fs.writeFileSync(file, JSON.stringify(texts))
  return folder
}

const changedSubjects = async () =>
  (await verifyHistory(db, digests)).faults.filter(({ fault }) => fault === 'subject')

const lines = async () =>
  (await db.selectFrom('history').select('act').orderBy('seq').execute()).map(({ act }) => act)

describe('the register that is shipped', () => {
  before(async () => {
    db = await registerDatabase()
  })

  test('holds the two annotated resolutions, the 42 instruments and their chains', async () => {
    assert.deepEqual(await loadRegister(db, asked), {
      changed: false,
      instruments: 38,
      revisions: 97,
      provisions: 162,
      duties: 78,
    })
    // The types of plans come with the database of the tests, after the register.
    assert.deepEqual(await lines(), [
      'frameworks.load',
      'accounts.load-bodies',
      'mandates.load-register',
      'plans.load-types',
        'reports.load-templates',
    ])
  })

  test('knows who replaced whom, and what of that was not verified', async () => {
    const chain = (await instrumentById(db, 'pp-140'))?.revisions ?? []
    assert.deepEqual(
      chain.map(({ year, status, supersededIn, supersessionVerified }) => [
        year,
        status,
        supersededIn,
        supersessionVerified,
      ]),
      [
        [2006, 'superseded', 2010, true],
        [2010, 'superseded', 2014, true],
        [2014, 'superseded', 2018, true],
        [2018, 'superseded', 2022, false],
        [2022, 'in-force', null, null],
      ],
    )
    const last = async (id: string) => (await instrumentById(db, id))?.revisions.at(-1)?.status
    assert.deepEqual(
      await Promise.all(['wtsa-75', 'pp-73', 'council-1332', 'ra-61', 'unga-70-125', 'wtsa-1'].map(last)),
      ['unknown', 'unknown', 'unknown', 'in-force', 'in-force', 'unknown'],
    )
  })

  test('names every revision in six languages, also those that only stand in a chain', async () => {
    const rows = await db.selectFrom('revisions').select(['id', 'name']).execute()
    assert.deepEqual(
      rows
        .filter(({ name }) => Object.values(name).filter((text) => !/[{}]/.test(text)).length !== 6)
        .map(({ id }) => id),
      [],
    )
    const antalya = rows.find(({ id }) => id === 'pp-140-antalya-2006')
    assert.equal(antalya?.name.fr, 'Résolution 140 (Antalya, 2006)')
    assert.equal(antalya?.name.zh, '第140号决议（2006年，安塔利亚）')
  })

  test('cites revisions that it knows, and follows each to the latest of its chain', async () => {
    const revision = await revisionById(db, 'wtsa-75-hammamet-2016', at)
    const cited = revision?.cites.find(({ address }) => address === 'considering-further/b')
    assert.deepEqual(
      [cited?.revision?.id, cited?.instrument, cited?.latest?.id],
      ['pp-140-busan-2014', 'pp-140', 'pp-140-bucharest-2022'],
    )
    assert.deepEqual(
      revision?.cites.filter(({ revision: known }) => known === null),
      [],
    )
  })

  test('keeps a doubtful reference as it is printed', async () => {
    const revision = await revisionById(db, 'pp-140-dubai-2018', at)
    const all = revision?.sections.flatMap(({ provisions }) => provisions) ?? []
    assert.deepEqual(all.find(({ address }) => address === 'requests-council/2')?.refersTo, [
      { address: 'resolves/5', asWritten: 'resolves 5 above', doubtful: true },
    ])
    assert.deepEqual(all.find(({ address }) => address === 'resolves/5')?.referredToBy, [
      'requests-council/2',
    ])
  })
})

describe('the history', () => {
  const tamperings: [what: string, statement: string, part: string][] = [
    [
      'a duty',
      "update duties set cadence = 'ongoing' where id = 'pp-140-dubai-2018/instructs-secretary-general/3#1'",
      'duties pp-140-dubai-2018/instructs-secretary-general/3#1',
    ],
    [
      'a paraphrase',
      "update provisions set paraphrase = '{}' where revision = 'pp-140-dubai-2018' and address = 'resolves/1'",
      'provisions pp-140-dubai-2018 resolves/1',
    ],
    [
      'a citation taken away',
      "delete from citations where revision = 'pp-140-dubai-2018' and address = 'recalling/a'",
      'citations pp-140-dubai-2018 recalling/a 0',
    ],
    [
      'a due date added',
      "insert into occurrences (duty, place, precision) values ('pp-140-dubai-2018/resolves/1#1', 0, 'unknown')",
      'occurrences pp-140-dubai-2018/resolves/1#1 0',
    ],
    [
      'the name of a body',
      'update body_names set name = name || \'{"en": "Nobody"}\' where body = \'itu\'',
      'body_names itu 0',
    ],
    [
      'a country in a group',
      "delete from framework_memberships where group_code = 'LDC' and country = 'AF'",
      'framework_memberships country-groups 2026 LDC AF',
    ],
    [
      'the wording of an imported text',
      "update text_units set text = 'otherwise' where path = 'resolves/1'",
      'text_units example-1-2024 en 1 resolves/1',
    ],
    ['an imported file', "update source_files set bytes = 'x'", 'source_files'],
  ]

  for (const [what, statement, part] of tamperings) {
    test(`finds and names ${what} when it was changed by SQL`, async () => {
      db = await registerDatabase()
      await importResolution(db, { ...asked, bytes: exampleText, name: 'example.txt' })
      const revision = (await db.selectFrom('revision_texts').select('revision').executeTakeFirstOrThrow())
        .revision
      assert.deepEqual((await verifyHistory(db, digests)).faults, [])

      await sql.raw(statement).execute(db)

      const faults = await changedSubjects()
      assert.equal(faults.length, 1)
      assert.deepEqual(
        faults[0]?.parts.map((name) => (part === 'source_files' ? name.split(' ')[0] : name)),
        [part.replace('example-1-2024', revision)],
      )
    })
  }

  test('keeps finding a change when something else is imported for the same revision', async () => {
    db = await registerDatabase()
    await importResolution(db, { ...asked, bytes: exampleText, name: 'example.txt' })
    await sql`update text_units set text = 'otherwise' where path = 'resolves/1'`.execute(db)

    const second = new TextEncoder().encode(exampleSource.replace('every lighthouse', 'each lighthouse'))
    await importResolution(db, { ...asked, bytes: second, name: 'second.txt' })

    const faults = await changedSubjects()
    assert.deepEqual(
      faults.map(({ parts }) => parts.length),
      [1],
    )
  })
})

describe('a new edition of the register', () => {
  test('takes the place of the old one in one step, and imported texts survive', async () => {
    db = await registerDatabase()
    const bytes = new TextEncoder().encode(partOf140)
    await importResolution(db, { ...asked, bytes, name: 'part.txt' })

    const loaded = await loadRegister(db, { ...asked, folder: changedRegister('Read otherwise.') })

    assert.equal(loaded.changed, true)
    const revision = await revisionById(db, 'pp-140-dubai-2018', at)
    const first = revision?.sections
      .flatMap(({ provisions }) => provisions)
      .find(({ address }) => address === 'resolves/1')
    assert.equal(first?.paraphrase.en, 'Read otherwise.')
    assert.equal(first.official.en?.text, 'that lamps should be lit;')
    assert.deepEqual((await verifyHistory(db, digests)).faults, [])
  })
})

const exampleSource = `RESOLUTION 1 (EXAMPLE BAY, 2024)

Lamps

The Conference of Example Keepers (Example Bay, 2024),

resolves

1 that every lighthouse should keep a lamp;

2 that lamps should be cleaned.
`
const exampleText = new TextEncoder().encode(exampleSource)

const partOf140 = `RESOLUTION 140 (REV. DUBAI, 2018)

Lamps

The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

resolves

1 that lamps should be lit;

2 that lamps should be put out.
`
