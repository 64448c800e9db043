import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { verifyHistory } from '#platform/history.ts'
import { indexMaker } from '#platform/search/feeding/index-maker.ts'
import { openSearch } from '#platform/search/feeding/search-feed.ts'
import { registerDatabase } from '../../../../test/register-database.ts'
import { asked as inquiry } from '../../../../test/search-samples.ts'
import { modules } from '../../../modules.ts'
import { dutyList, importResolution, revisionById, revisionText } from '../index.ts'
import { projectFolder } from '../register/register-files.ts'
import { mandateSource } from '../searching/mandate-source-queries.ts'

const at = new Date('2026-11-21T12:00:00Z')
const asked = { actor: 'test', at }
const digests = Object.assign({}, ...modules.map((one) => one.digests ?? {}))
const bytesOf = (text: string) => new TextEncoder().encode(text)
const linesOfHistory = async (db: Db) =>
  (
    await db
      .selectFrom('history')
      .select((is) => is.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

const resolution = (number: string, body: string, clauses: string) => `RESOLUTION ${number}

Lamps for the keepers of lighthouses

${body},

considering

that the nights are long,

${clauses}
`
const clauses = `resolves

1 that ITU should light lamps under Action Line C2;

2 that ITU should help to reach SDG 7,

instructs the Secretary-General

1 to report every year to the ITU Council on the lamps;

2 to carry out resolves 1 above in line with Resolution 71 (Rev. Dubai, 2018);

3 to submit a final report to the plenipotentiary conference in 2026.
`
const unknown = resolution(
  '299 (DOHA, 2026)',
  'The Plenipotentiary Conference of the International Telecommunication Union (Doha, 2026)',
  clauses,
)
const inFrench = `RÉSOLUTION 299 (DOHA, 2026)

Des lampes pour les gardiens de phares

La Conférence de plénipotentiaires de l'Union internationale des télécommunications (Doha, 2026),

considérant

que les nuits sont longues,

décide

1 que l'UIT devrait allumer des lampes au titre de la grande orientation C2;

2 que l'UIT devrait contribuer à l'ODD 7,

charge le Secrétaire général

1 de faire rapport chaque année au Conseil de l'UIT sur les lampes;

2 de mettre en œuvre le point 1 du décide ci-dessus, conformément à la Résolution 71 (Rév. Dubaï, 2018);

3 de soumettre un rapport final à la Conférence de plénipotentiaires en 2026.
`

describe('a resolution that nobody has described', () => {
  let db: Db

  before(async () => {
    db = await registerDatabase()
  })

  test('becomes an instrument with provisions and duties, marked as what only the parser says', async () => {
    const outcome = await importResolution(db, { ...asked, bytes: bytesOf(unknown), name: 'lamps.txt' })

    assert.deepEqual(
      [outcome.kind, outcome.revision, outcome.instrument, outcome.language, outcome.version],
      ['new', 'pp-299-doha-2026', 'pp-299', 'en', 1],
    )
    const revision = await revisionById(db, 'pp-299-doha-2026', at)
    const all = revision?.sections.flatMap(({ provisions }) => provisions) ?? []
    assert.equal(all.length, 6)
    assert.deepEqual(
      [...new Set(all.map(({ origin, confirmed }) => `${origin} ${confirmed}`))],
      ['parser false'],
    )
    assert.equal(
      all.every(({ confidence }) => confidence !== null),
      true,
    )
    assert.equal(revision?.name.ru, 'Резолюция 299 (Доха, 2026 г.)')
    assert.equal(revision.title.en, 'Lamps for the keepers of lighthouses')
  })

  test('has duties like any other, found by every filter', async () => {
    const ids = async (filters: Parameters<typeof dutyList>[1]) =>
      (await dutyList(db, { ...filters, revision: 'pp-299-doha-2026' }, at)).rows.map(
        ({ address }) => address,
      )
    assert.deepEqual(await ids({ actionLine: 'C2' }), ['resolves/1'])
    assert.deepEqual(await ids({ sdg: '7' }), ['resolves/2'])
    assert.deepEqual(await ids({ addressee: 'itu-sg', cadence: 'annual' }), ['instructs-secretary-general/1'])
    assert.deepEqual(await ids({ recipient: 'itu-pp', state: 'due' }), ['instructs-secretary-general/3'])
    const cited = (await revisionById(db, 'pp-299-doha-2026', at))?.cites ?? []
    assert.deepEqual(
      cited.map(({ revision, latest }) => [revision?.id, latest?.id]),
      [['pp-71-dubai-2018', 'pp-71-bucharest-2022']],
    )
  })

  test('is the same when the same file comes again: nothing changes', async () => {
    const before = await linesOfHistory(db)
    const again = await importResolution(db, { ...asked, bytes: bytesOf(unknown), name: 'copy.txt' })
    assert.deepEqual(
      [again.kind, again.revision, again.version, again.provisions],
      ['unchanged', 'pp-299-doha-2026', 1, 6],
    )
    assert.equal(await linesOfHistory(db), before)
  })

  test('takes a text in another language, with its title, its wording and its verbs', async () => {
    const outcome = await importResolution(db, { ...asked, bytes: bytesOf(inFrench), name: 'lampes.txt' })
    assert.deepEqual([outcome.kind, outcome.revision, outcome.language], ['added', 'pp-299-doha-2026', 'fr'])
    const revision = await revisionById(db, 'pp-299-doha-2026', at)
    const report = revision?.sections
      .flatMap(({ provisions }) => provisions)
      .find(({ address }) => address === 'instructs-secretary-general/1')
    assert.equal(revision?.title.fr, 'Des lampes pour les gardiens de phares')
    assert.deepEqual(revision.texts, ['en', 'fr'])
    assert.equal(
      report?.official.fr?.text,
      "de faire rapport chaque année au Conseil de l'UIT sur les lampes;",
    )
    assert.deepEqual(Object.keys(report.duties[0]?.verb ?? {}).sort(), ['en', 'fr'])
  })

  test('keeps the older text readable when another file of the same language comes', async () => {
    const corrected = unknown.replace('that the nights are long', 'that the nights are very long')
    const outcome = await importResolution(db, { ...asked, bytes: bytesOf(corrected), name: 'corrected.txt' })
    assert.deepEqual([outcome.kind, outcome.version], ['added', 2])
    const wording = async (version: number | null) =>
      (await revisionText(db, 'pp-299-doha-2026', 'en', version))?.units.find(
        ({ path }) => path === 'considering/0',
      )?.text
    assert.deepEqual(
      [await wording(1), await wording(null)],
      ['that the nights are long,', 'that the nights are very long,'],
    )
  })

  test('is found by its official words, in each language', async () => {
    const found = async (q: string, language: 'en' | 'fr') =>
      (await search.answer(inquiry(q, { language, filters: { kind: ['provision'] } }))).hits.map(
        ({ key, language: own }) => `${own} ${key}`,
      )
    const search = openSearch({ db, sources: [mandateSource], maker: indexMaker() })
    assert.deepEqual(await found('very long nights', 'en'), ['en provision:pp-299-doha-2026/considering/0'])
    assert.deepEqual(await found('allume lampe', 'fr'), ['fr provision:pp-299-doha-2026/resolves/1'])
  })

  test('leaves one line of history for each file, and the history fits', async () => {
    const acts = await db
      .selectFrom('history')
      .select(['act', 'subject_id'])
      .where('act', '=', 'mandates.import')
      .execute()
    assert.deepEqual(
      acts.map(({ subject_id }) => subject_id),
      Array(3).fill('pp-299-doha-2026'),
    )
    assert.deepEqual((await verifyHistory(db, digests)).faults, [])
  })
})

describe('a text of a resolution of the register', () => {
  test('is paired by address, and every difference is told', async () => {
    const db = await registerDatabase()
    const text = resolution(
      '75 (REV. HAMMAMET, 2016)',
      'The World Telecommunication Standardization Assembly (Hammamet, 2016)',
      `invites Member States

1 to light lamps;

2 to clean lamps.`,
    )
    const { kind, revision, differences } = await importResolution(db, {
      ...asked,
      bytes: bytesOf(text),
      name: 'x.txt',
    })
    assert.deepEqual([kind, revision], ['added', 'wtsa-75-hammamet-2016'])
    assert.equal(differences.filter((one) => one.kind === 'missing').length, 58)
    assert.deepEqual(
      differences.filter((one) => one.kind === 'additional').map(({ address }) => address),
      ['considering/0', 'invites-member-states/1', 'invites-member-states/2'],
    )
  })

  test('a revision that only stood in a chain is described by its text, and ends the presumed dates of the one before', async () => {
    const db = await registerDatabase()
    const years = async () => {
      const { facets } = await dutyList(db, { revision: 'pp-140-dubai-2018' }, at)
      return facets.year.map(({ value }) => value)
    }
    assert.equal((await years()).at(-1), '2027')

    const text = unknown
      .replace('299 (DOHA, 2026)', '140 (REV. BUCHAREST, 2022)')
      .replaceAll('Doha, 2026', 'Bucharest, 2022')
    const { kind, revision } = await importResolution(db, {
      ...asked,
      bytes: bytesOf(text),
      name: 'bucharest.txt',
    })

    assert.deepEqual([kind, revision], ['new', 'pp-140-bucharest-2022'])
    assert.equal((await years()).at(-1), '2022')
    assert.deepEqual((await verifyHistory(db, digests)).faults, [])
  })

  test('the published files pair with the register without a missing or additional provision', async (t) => {
    const seeds = path.join(projectFolder, '../shared/seeds')
    if (!fs.existsSync(seeds)) return t.skip('the published files are not part of the project')
    const db = await registerDatabase()
    for (const name of fs.readdirSync(seeds).filter((one) => one.endsWith('.txt'))) {
      const outcome = await importResolution(db, {
        ...asked,
        bytes: fs.readFileSync(path.join(seeds, name)),
        name,
      })
      assert.equal(outcome.kind, 'added')
      const structural = [
        'missing',
        'additional',
        'label',
        'kind',
        'footnote',
        'citation',
        'action-line',
        'sdg',
      ]
      assert.deepEqual(
        outcome.differences.filter(({ kind }) => structural.includes(kind)),
        [],
      )
    }
  })
})

test('a file that is no resolution stores nothing', async () => {
  const db = await registerDatabase()
  const before = await linesOfHistory(db)
  await assert.rejects(
    importResolution(db, { ...asked, bytes: bytesOf('A shopping list: bread, lamps.'), name: 'list.txt' }),
    {
      code: 'no-operative-part',
    },
  )
  assert.equal(await linesOfHistory(db), before)
  assert.deepEqual(await db.selectFrom('source_files').select('checksum').execute(), [])
})

test('of five imports of one file at the same moment, one adds it and four find it there', async () => {
  const db = await registerDatabase()
  const five = await Promise.all(
    Array.from({ length: 5 }, () =>
      importResolution(db, { ...asked, bytes: bytesOf(unknown), name: 'lamps.txt' }),
    ),
  )
  assert.deepEqual(five.map(({ kind }) => kind).sort(), [
    'new',
    'unchanged',
    'unchanged',
    'unchanged',
    'unchanged',
  ])
})
