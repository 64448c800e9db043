import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareRevisions } from './compare-revisions.ts'
import type { Comparable } from './comparison.ts'

const clauses = {
  lend: 'to lend telescopes to every school that keeps a weather diary;',
  train: 'to train two teachers of each island in the care of instruments;',
  report: 'to report every year to the Assembly of Observatories on the loans;',
  print: 'to print a calendar of eclipses in the six languages of the Network;',
  invite: 'to invite ferry companies to carry the instruments without charge;',
}

function revision(...entries: [address: string, text: string][]): Comparable[] {
  return entries.map(([address, text]) => {
    const [section = '', label = null] = address.split('/')
    return { address, section, parent: null, label, text }
  })
}

const told = (before: Comparable[], after: Comparable[]) =>
  compareRevisions(before, after).pairs.map(
    ({ kind, before: old, after: now }) => `${kind}: ${old?.address ?? '–'} → ${now?.address ?? '–'}`,
  )

test('what is the same is kept, whatever sign ends it', () => {
  const before = revision(['instructs/1', clauses.lend], ['instructs/2', clauses.train])
  const after = revision(['instructs/1', clauses.lend], ['instructs/2', clauses.train.replace(';', '.')])
  assert.deepEqual(told(before, after), [
    'kept: instructs/1 → instructs/1',
    'kept: instructs/2 → instructs/2',
  ])
  assert.equal(compareRevisions(before, after).score, 1)
})

test('two clauses that changed places are found by their words, not by their numbers', () => {
  const before = revision(['instructs/1', clauses.lend], ['instructs/2', clauses.train])
  const after = revision(['instructs/1', clauses.train], ['instructs/2', clauses.lend])
  assert.deepEqual(told(before, after), [
    'renumbered: instructs/2 → instructs/1',
    'renumbered: instructs/1 → instructs/2',
  ])
})

test('a clause put in front moves the numbers of all that follow', () => {
  const before = revision(
    ['resolves/1', clauses.lend],
    ['resolves/2', clauses.train],
    ['resolves/3', clauses.print],
  )
  const after = revision(
    ['resolves/1', clauses.invite],
    ['resolves/2', clauses.lend],
    ['resolves/3', clauses.train],
    ['resolves/4', clauses.print],
  )
  assert.deepEqual(told(before, after), [
    'new: – → resolves/1',
    'renumbered: resolves/1 → resolves/2',
    'renumbered: resolves/2 → resolves/3',
    'renumbered: resolves/3 → resolves/4',
  ])
})

test('a clause that moved to another section is the same clause', () => {
  const before = revision(['resolves/1', clauses.lend], ['instructs/1', clauses.report])
  const after = revision(['resolves/1', clauses.lend], ['requests/1', clauses.report])
  assert.deepEqual(told(before, after), [
    'kept: resolves/1 → resolves/1',
    'renumbered: instructs/1 → requests/1',
  ])
})

test('a changed clause shows its words, also when it was renumbered', () => {
  const before = revision(['instructs/1', clauses.report], ['instructs/2', clauses.print])
  const after = revision(
    ['instructs/1', clauses.print],
    ['instructs/2', 'to report every two years to the Assembly of Observatories on the loans;'],
  )
  const [, changed] = compareRevisions(before, after).pairs
  assert.equal(changed?.kind, 'changed')
  assert.equal(changed.renumbered, true)
  assert.deepEqual(changed.segments, [
    { kind: 'same', text: 'to report every ' },
    { kind: 'removed', text: 'year' },
    { kind: 'added', text: 'two years' },
    { kind: 'same', text: ' to the Assembly of Observatories on the loans;' },
  ])
})

test('a clause that was split is the greater part of itself; the other part says where it stood', () => {
  const whole =
    'to lend telescopes to every school that keeps a weather diary and to repair broken lenses within a month;'
  const before = revision(['instructs/1', whole])
  const after = revision(
    ['instructs/1', 'to lend telescopes to every school that keeps a weather diary;'],
    ['instructs/2', 'to repair broken lenses within a month;'],
  )
  const pairs = compareRevisions(before, after).pairs
  assert.deepEqual(told(before, after), ['changed: instructs/1 → instructs/1', 'new: – → instructs/2'])
  assert.deepEqual(
    pairs.map(({ alsoLike }) => alsoLike),
    [['instructs/2'], ['instructs/1']],
  )
})

test('two clauses that became one: one goes on, the other says where its words went', () => {
  const after = revision([
    'instructs/1',
    'to lend telescopes to every school that keeps a weather diary and to repair broken lenses within a month;',
  ])
  const before = revision(
    ['instructs/1', 'to lend telescopes to every school that keeps a weather diary;'],
    ['instructs/2', 'to repair broken lenses within a month;'],
  )
  assert.deepEqual(told(before, after), ['changed: instructs/1 → instructs/1', 'dropped: instructs/2 → –'])
})

test('clauses that only share the words of every clause are not paired', () => {
  const before = revision(['instructs/1', clauses.lend])
  const after = revision(['instructs/1', clauses.print])
  assert.deepEqual(told(before, after), ['dropped: instructs/1 → –', 'new: – → instructs/1'])
})

test('of two equal clauses the number decides', () => {
  const before = revision(['a/1', clauses.lend], ['b/1', clauses.lend])
  const after = revision(['b/1', clauses.lend], ['a/1', clauses.lend])
  assert.deepEqual(told(before, after), ['kept: b/1 → b/1', 'kept: a/1 → a/1'])
})

test('without any words the address alone tells', () => {
  const before = revision(['recalling/a', ''], ['recalling/b', ''])
  const after = revision(['recalling/a', ''], ['recalling/c', ''])
  assert.deepEqual(told(before, after), [
    'kept: recalling/a → recalling/a',
    'dropped: recalling/b → –',
    'new: – → recalling/c',
  ])
})

test('Chinese and Arabic clauses are paired like others', () => {
  const before = revision(
    ['a/1', '向每所记录天气的学校出借望远镜；'],
    ['a/2', 'بتدريب معلمين اثنين من كل جزيرة على العناية بالأجهزة؛'],
  )
  const after = revision(
    ['a/1', 'بتدريب ثلاثة معلمين من كل جزيرة على العناية بالأجهزة؛'],
    ['a/2', '向每所记录天气的中学出借望远镜；'],
  )
  assert.deepEqual(told(before, after), ['changed: a/2 → a/1', 'changed: a/1 → a/2'])
})

test('every provision of both sides stands in exactly one pair', () => {
  const side = (shift: number) =>
    Array.from({ length: 40 }, (_, place): [string, string] => [
      `resolves/${place + 1}`,
      `to open station ${(place + shift) % 50} near lake ${((place + shift) * 7) % 50} with ${(place + shift) % 50} boats and a keeper;`,
    ])
  const [before, after] = [revision(...side(0)), revision(...side(6))]
  const { pairs, counts } = compareRevisions(before, after)
  assert.deepEqual(pairs.flatMap((pair) => (pair.after ? [pair.after.address] : [])).length, 40)
  assert.deepEqual(new Set(pairs.flatMap((pair) => (pair.before ? [pair.before.address] : []))).size, 40)
  assert.equal(counts.kept + counts.renumbered + counts.changed + counts.new, 40)
})
