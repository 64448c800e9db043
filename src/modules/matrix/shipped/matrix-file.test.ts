import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { before, describe, test } from 'node:test'
import { operator } from '#platform/access/actor.ts'
import { languageCodes } from '#platform/languages.ts'
import { textsOf } from '#platform/texts/texts.ts'
import { testSite, type TestSite } from '../../../../test/test-site.ts'
import { contradictionsOf } from '../contradictions/contradiction.ts'
import { cellCodes } from '../links/cell-codes-queries.ts'
import { editLink } from '../links/link-commands.ts'
import { allLinks } from '../links/link-queries.ts'
import { cellKey, textKind } from '../links/link.ts'
import { latestMatrixVersion, matrixVersionLinks } from '../versions/version-queries.ts'
import { loadMatrix } from './load-commands.ts'
import { matrixBytes, readMatrix, referenceFolder } from './matrix-file.ts'

const at = new Date('2026-11-21T12:00:00Z')

describe('the Matrix that is shipped', () => {
  let site: TestSite

  before(async () => {
    site = await testSite()
    await loadMatrix(site.db, { actor: 'start', at })
  })

  const matrix = readMatrix(matrixBytes(referenceFolder))

  test('has the links of the 2017 state, and those of the objectives apart', () => {
    const of = (source: string) => matrix.links.filter((link) => link.source === source)
    const pairs = new Set(of('2017').map(({ line, sdg }) => `${line} ${sdg}`))
    assert.deepEqual(
      [pairs.size, of('2017').filter(({ target }) => target === null).length, of('2017').length],
      [126, 27, 190],
    )
    assert.equal(of('own-analysis').length, 35)
    assert.equal(new Set(matrix.links.map(({ id }) => id)).size, matrix.links.length)
  })

  test('says why in six languages, each in its own script', () => {
    const scripts = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u }
    const faults = matrix.links.flatMap(({ id, rationale }) =>
      languageCodes.filter((code) => {
        const script = scripts[code as keyof typeof scripts] ?? /[a-z]/
        return !script.test(rationale[code] ?? '') && `${id} ${code}`
      }),
    )
    assert.deepEqual(faults, [])
  })

  test('names only codes that the register has', async () => {
    const codes = await cellCodes(site.db)
    const unknown = matrix.links.filter(
      ({ line, sdg, target, objective }) =>
        !codes.lines.has(line) ||
        (sdg !== null && !codes.goals.has(String(sdg))) ||
        (target !== null && !codes.targets.has(target)) ||
        (objective !== null && !codes.objectives.has(objective)),
    )
    assert.deepEqual(unknown.map(cellKey), [])
  })

  test('is agreed where it stood in 2017, proposed where this platform found it, and version 1', async () => {
    const links = await allLinks(site.db)
    const states = [...new Set(links.map(({ source, state }) => `${source} ${state}`))].toSorted()
    assert.deepEqual(states, ['2017 agreed', 'own-analysis proposed'])
    const version = await latestMatrixVersion(site.db)
    assert.deepEqual([version?.number, version?.datedOn, version?.links], [1, '2017-03-07', 190])
    assert.equal((await matrixVersionLinks(site.db, 1)).length, 190)
  })

  test('contradicts itself where its two reading directions differ', async () => {
    const found = contradictionsOf(await allLinks(site.db))
    const pairs = (kind: string) =>
      found.filter((one) => one.kind === kind).map(({ line, sdg }) => `${line} ${sdg}`)
    assert.deepEqual(pairs('only-by-goal'), ['C3 4', 'C4 8', 'C8 5'])
    assert.deepEqual(pairs('only-by-line'), ['C2 8', 'C8 9', 'C9 5'])
    assert.deepEqual(pairs('goal-and-targets'), ['C7.eHea 3'])
    assert.deepEqual(pairs('doubt'), ['C7.eSci 14'])
    assert.deepEqual(pairs('overlap'), [])
  })

  test('is loaded once; when its file changes, what people have worked on stays theirs', async () => {
    assert.deepEqual(await loadMatrix(site.db, { actor: 'start', at }), { changed: false })
    const [own, anew, gone] = (await allLinks(site.db)).filter(({ source }) => source === '2017')
    const words = { agency: 'itu', from: '2017-03-07', until: null, rationale: { en: 'Said by somebody.' } }
    await editLink(site.db, { actor: operator, at, id: own?.id ?? '', ...words })
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'matrix-'))
    for (const [name, bytes] of Object.entries(matrixBytes(referenceFolder)))
      fs.writeFileSync(path.join(folder, name), bytes)
    const file = path.join(folder, 'wsis-sdg-matrix.json')
    const content = JSON.parse(fs.readFileSync(file, 'utf8')) as {
      links: { targets: string[]; rationale: { en: string } }[]
    }
    content.links[0]!.rationale.en = 'Said anew.'
    content.links[1]!.rationale.en = 'Said anew.'
    content.links[1]!.targets.pop()
    fs.writeFileSync(file, JSON.stringify(content))
    assert.deepEqual(await loadMatrix(site.db, { folder, actor: 'start', at }), { changed: true })
    fs.rmSync(folder, { recursive: true })
    const there = new Map((await allLinks(site.db)).map((link) => [link.id, link]))
    const texts = await textsOf(
      site.db,
      [own, anew].map((link) => ({ kind: textKind, id: link?.id ?? '' })),
      'en',
    )
    const said = (link: typeof own) => texts.get(textKind, link?.id ?? '')['rationale']?.text
    assert.deepEqual(
      [said(own), there.get(own?.id ?? '')?.agency, said(anew), there.has(gone?.id ?? '')],
      ['Said by somebody.', 'body:itu', 'Said anew.', false],
    )
    assert.equal((await latestMatrixVersion(site.db))?.links, 189)
  })
})
