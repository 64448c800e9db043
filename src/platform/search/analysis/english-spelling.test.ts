import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stemOf } from './stems.ts'

const isSame = (a: string, b: string) => stemOf(a, 'en') === stemOf(b, 'en')

test('plurals that no ending tells meet their singular', () => {
  const pairs = [
    ['midwives', 'midwife'],
    ['leaves', 'leaf'],
    ['lives', 'life'],
    ['women', 'woman'],
    ['fishermen', 'fisherman'],
    ['children', 'child'],
  ] as const
  for (const [many, one] of pairs) assert.ok(isSame(many, one), many)
})

test('words that only look like such plurals stay apart', () => {
  const pairs = [
    ['resolves', 'resolf'],
    ['archives', 'archife'],
    ['specimen', 'speciman'],
    ['women', 'men'],
  ] as const
  for (const [a, b] of pairs) assert.ok(!isSame(a, b), a)
})

test('British and American spellings meet', () => {
  const pairs = [
    ['fibre', 'fiber'],
    ['centres', 'centers'],
    ['programme', 'program'],
    ['organisation', 'organization'],
    ['digitising', 'digitizing'],
    ['labour', 'labor'],
    ['neighbouring', 'neighboring'],
    ['licence', 'license'],
    ['catalogue', 'catalog'],
    ['travelling', 'traveling'],
    ['analysed', 'analyzed'],
    ['paediatric', 'pediatric'],
    ['enrolment', 'enrollment'],
  ] as const
  for (const [british, american] of pairs) assert.ok(isSame(british, american), british)
})
