import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { words } from '../../../site.ts'
import { calledInText, citedTitle } from './cited-title.ts'

const name = { en: 'Resolution 140 (Rev. Dubai, 2018)', fr: 'Résolution 140 (Rév. Dubaï, 2018)' }
const at = (address: string) => ({
  en: `${name.en} · ${address}`,
  fr: `${name.fr} · ${address}`,
})

describe('what a cited record is called', () => {
  const t = words()
  const none = new Map<string, string>()
  const told = (kind: string, id: string, address: string, sections = none) =>
    citedTitle(t.en, { kind, id: `pp-140-dubai-2018/${id}`, title: at(address) }, sections).en

  test('has the place of a provision or duty in words, whichever it is', () => {
    assert.deepEqual(
      [
        told('provision', 'instructs-secretary-general/5', 'instructs-secretary-general/5'),
        told('duty', 'resolves/6/i#2', 'resolves/6/i'),
        told('provision', 'considering/p2', 'considering/p2'),
        told('provision', 'recalling/0', 'recalling/0'),
      ],
      [
        `${name.en}, instructs 5`,
        `${name.en}, resolves 6 i`,
        `${name.en}, considering`,
        `${name.en}, recalling`,
      ],
    )
  })

  test('says whom its part addresses, so that no two have the same name', () => {
    const sections = new Map([
      ['pp-140-dubai-2018/instructs-directors', 'instructs (the Directors)'],
      ['pp-140-dubai-2018/instructs-director-bdt', 'instructs (the Director)'],
    ])
    assert.deepEqual(
      ['instructs-directors/1', 'instructs-director-bdt/0', 'instructs-others/1'].map((id) =>
        told('provision', id, id, sections),
      ),
      [
        `${name.en}, instructs (the Directors) 1`,
        `${name.en}, instructs (the Director)`,
        `${name.en}, instructs 1`,
      ],
    )
  })

  test('keeps a label in Latin letters together between words that run from the right', () => {
    const title = { ar: 'القرار 140 · resolves/6/i' }
    const cited = { kind: 'provision', id: 'pp-140-dubai-2018/resolves/6/i', title }
    assert.equal(citedTitle(t.ar, cited, none).ar, 'القرار 140، يقرر \u20686 i\u2069')
  })

  test('has it in the language of whoever reads', () => {
    const cited = { kind: 'provision', id: 'pp-140-dubai-2018/resolves/6', title: at('resolves/6') }
    assert.equal(citedTitle(t.fr, cited, none).fr, `${name.fr}, décide 6`)
  })

  test('is left alone where it does not end in a place', () => {
    const title = { en: 'Lamps · resolves/6' }
    assert.deepEqual(citedTitle(t.en, { kind: 'activity', id: 'x/resolves/6', title }, none), title)
    const renamed = { kind: 'provision', id: 'pp-140-dubai-2018/resolves/6', title: name }
    assert.deepEqual(citedTitle(t.en, renamed, none), name)
  })

  test('is the text alone within a sentence', () => {
    const address = '/revisions/pp-140-dubai-2018/resolves/6'
    assert.deepEqual(calledInText({ [address]: at('resolves/6') }, address), name)
    assert.deepEqual(calledInText({}, address), {})
    const other = 'https://example.org/resolves/6'
    assert.deepEqual(calledInText({ [other]: { en: 'A page' } }, other), { en: 'A page' })
  })
})
