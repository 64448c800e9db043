import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pairWithRegister } from './text-pairing.ts'

const provision = (address: string) => ({
  address,
  section: address.split('/')[0] ?? '',
  parent: null,
  label: null,
})
const unit = (path: string) => ({
  path,
  section: path.split('/')[0] ?? '',
  parent: path.split('/').length > 2 ? path.split('/').slice(0, -1).join('/') : null,
  label: null,
})
const section = (key: string, act: string) => ({ key, act, kind: 'operative' as const })

const register = {
  sections: [
    section('resolves', 'resolves'),
    section('instructs-office', 'instructs'),
    section('instructs-chair', 'instructs'),
  ],
  provisions: [
    'resolves/1',
    'resolves/1/i',
    'instructs-office/1',
    'instructs-office/2',
    'instructs-chair/0',
  ].map(provision),
}

test('the same address is the same provision, in every language', () => {
  const text = { sections: register.sections, units: register.provisions.map(({ address }) => unit(address)) }
  const { units } = pairWithRegister(register, text)
  assert.deepEqual(
    [...units],
    register.provisions.map(({ address }) => [address, address]),
  )
})

test('sections whose heading was read otherwise are taken in the order of their act', () => {
  const text = {
    sections: [
      section('resolves', 'resolves'),
      section('instructs-1', 'instructs'),
      section('instructs-2', 'instructs'),
    ],
    units: ['resolves/1', 'resolves/1/i', 'instructs-1/1', 'instructs-1/2', 'instructs-2/0'].map(unit),
  }
  const { sections, units } = pairWithRegister(register, text)
  assert.equal(sections.get('instructs-1'), 'instructs-office')
  assert.equal(units.get('instructs-1/2'), 'instructs-office/2')
  assert.equal(units.get('instructs-2/0'), 'instructs-chair/0')
})

test('what only one side has is paired with nothing', () => {
  const text = {
    sections: register.sections,
    units: ['resolves/1', 'resolves/2', 'instructs-office/1'].map(unit),
  }
  const { units } = pairWithRegister(register, text)
  assert.equal(units.get('resolves/2'), undefined)
  assert.equal([...units.values()].includes('instructs-office/2'), false)
})

test('a single clause is the same whether a label was printed or not', () => {
  const text = { sections: register.sections, units: ['instructs-chair/1'].map(unit) }
  assert.deepEqual([...pairWithRegister(register, text).units], [['instructs-chair/1', 'instructs-chair/0']])
})
