import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { activity, asked } from '../../../../test/search-samples.ts'
import { indexMaker } from '../feeding/index-maker.ts'
import type { Index } from '../feeding/search-feed.ts'
import type { SearchAnswer, SearchRequest } from '../search-document.ts'
import { openIndex, type SearchIndex } from '../search-index.ts'
import { shippedThesaurus } from '../thesaurus/shipped-thesaurus.ts'
import { openTeam, type Team } from './team.ts'
import type { SearchThread } from './thread.ts'

const numbered = (from: number, to: number, more: Parameters<typeof activity>[1] = {}) =>
  Array.from({ length: to - from }, (_, place) => {
    const number = from + place
    const facets = { parity: [String(number % 2)], remainder: [`r${number % 7}`, `s${from}`] }
    return activity('en', { key: `a:${number}`, facets, ...more })
  })

const requests: SearchRequest[] = [
  asked('women', { facets: 'all', limit: 30 }),
  asked('digital divide', { facets: 'all', filters: { parity: ['1'] } }),
  asked('écoles', { facets: ['remainder'], mostValues: { remainder: 3 } }),
  asked('', { facets: 'all', order: 'newest' }),
  asked('womne "digital" -school', { facets: 'all' }),
]

/** All that an answer says. */
const said = (answer: SearchAnswer) => ({
  ...answer,
  facets: answer.facets,
  counts: Object.keys(answer.facets).map((name) => {
    const { values, counts } = answer.counts(name)
    return values.map((value, number) => `${value} ${counts[number] ?? 0}`).sort()
  }),
})

describe('a thread that has the same index', () => {
  const thesaurus = shippedThesaurus()
  let team: Team
  let index: SearchIndex
  before(() => {
    index = openIndex({ thesaurus, tell: (change) => team.tell(change) })
    team = openTeam(0, index.copy)
    index.put(numbered(0, 20))
    team = openTeam(1, index.copy)
  })
  after(() => team.end())

  const member = (task: Parameters<Team['free']>[0]): SearchThread => team.free(task) ?? assert.fail()
  const isTheSame = async () => {
    for (const request of requests) {
      const bare = await member('answer').ask({ kind: 'answer', request })
      assert.deepEqual(said(index.whole(request, bare)), said(index.search(request)))
    }
  }

  test('answers as this one does, whatever has happened to it', async () => {
    await isTheSame()
    index.put(numbered(15, 40, { date: 5 }))
    index.remove(['a:3', 'a:39', 'a:nothing'])
    await isTheSame()
    for (let from = 40; from < 52; from += 1) index.put(numbered(from, from + 1))
    while (index.tidy(5));
    index.put([activity('fr', { key: 'a:4', facets: { remainder: ['new'] } })])
    await isTheSame()
    index.remove(numbered(40, 52).map(({ key }) => key))
    await isTheSame()
    assert.ok(index.search(requests[0]!).total > 30)
  })

  test('builds and merges what stands here afterwards, and what dies meanwhile is dead', async () => {
    const built = await member('build').ask({ kind: 'build', documents: numbered(100, 160) })
    index.add(built)
    for (let from = 100; from < 108; from += 1) index.put(numbered(from, from + 1))
    const due = index.mergeDue('few') ?? assert.fail()
    const sources = due.sources.map(({ number, dead }) => ({ number, dead }))
    const asked = member('merge').ask({ kind: 'merge', sources })
    index.remove(['a:103'])
    index.put([activity('ru', { key: 'a:104' })])
    index.merged(due, await asked)
    assert.equal(index.has('a:103'), false)
    await isTheSame()
  })

  test('knows of a change before it answers, however many are waiting', async () => {
    const request = asked('women', { limit: 1 })
    const totals = Array.from({ length: 20 }, (_, place) => {
      index.put(numbered(200 + place, 201 + place))
      const total = index.search(request).total
      return member('answer')
        .ask({ kind: 'answer', request })
        .then((answer) => assert.equal(answer.total, total))
    })
    await Promise.all(totals)
  })

  test('is given nothing more when much waits for it, and no answer waits behind a long task', async () => {
    const documents = numbered(300, 400)
    const works = [1, 2].map(() => member('build').ask({ kind: 'build', documents }))
    assert.equal(team.free('merge'), null)
    assert.equal(team.free('answer'), null)
    await Promise.all(works)
    const request = asked('women')
    const answers: Promise<unknown>[] = []
    for (let thread = team.free('answer'); thread !== null; thread = team.free('answer')) {
      answers.push(thread.ask({ kind: 'answer', request }))
      assert.ok(answers.length < 1000)
    }
    assert.ok(answers.length > 10)
    await Promise.all(answers)
    assert.notEqual(team.free('answer'), null)
  })

  test('has a further hand while much is to be built, which does nothing else', async () => {
    const documents = numbered(400, 500)
    const first = member('build')
    const built = [first.ask({ kind: 'build', documents })]
    const second = member('build')
    built.push(second.ask({ kind: 'build', documents }))
    assert.notEqual(second, first)
    assert.ok([first, second].includes(member('build')))
    const [one, other] = await Promise.all(built)
    assert.deepEqual(one, other)
    for (const task of ['answer', 'merge', 'build'] as const) assert.equal(member(task), first)
  })

  test('that fails at one task goes on with the next', async () => {
    const sources = [{ number: 99_999, dead: new Uint8Array(1) }]
    await assert.rejects(member('merge').ask({ kind: 'merge', sources }), /no longer there/)
    await isTheSame()
  })
})

describe('an index with threads', () => {
  let index: Index
  let alone: Index
  before(() => {
    index = indexMaker(2).empty()
    alone = indexMaker().empty()
  })
  after(() => index.end())
  const isTheSame = async () => {
    for (const request of requests)
      assert.deepEqual(said(await index.answer(request)), said(await alone.answer(request)))
  }

  test('is the same as one without, however much comes at once', async () => {
    const parts = Array.from({ length: 14 }, (_, place) => numbered(place * 100, place * 100 + 100))
    await Promise.all(parts.map((part) => index.replace(part)))
    for (const part of parts) await alone.replace(part)
    await isTheSame()
    const same = Promise.all([index.settle(), index.settle()])
    index.remove(['a:7', 'a:555'])
    await same
    await alone.settle()
    alone.remove(['a:7', 'a:555'])
    assert.equal(index.size, 1398)
    await isTheSame()
  })

  test('is kept in the same bytes from which both can begin', async () => {
    const pieces: Uint8Array[] = []
    for await (const piece of index.pieces()) pieces.push(piece)
    const again = await indexMaker(1).fromBytes(Buffer.concat(pieces))
    try {
      for (const request of requests)
        assert.deepEqual(said(await again.answer(request)), said(await alone.answer(request)))
    } finally {
      await again.end()
    }
  })

  test('answers itself when its threads have ended', async () => {
    const own = indexMaker(1).empty()
    await own.replace(numbered(0, 30))
    const [request] = requests
    const waiting = own.answer(request!)
    await own.end()
    assert.equal((await waiting).total, 30)
    await own.replace(numbered(30, 60))
    assert.equal((await own.answer(request!)).total, 60)
  })
})
