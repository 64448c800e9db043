import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readUnits } from '#parser/grammar/read-units.ts'
import { readSource } from '#parser/read-source.ts'
import { bare, withoutArticle } from './compare.ts'
import { headings, resolutionWith, type HeadingWords } from './headings.ts'

for (const [language, words] of Object.entries(headings)) {
  test(`Each preambular heading of the family is known (${language}).`, async () => {
    for (const heading of words.preamble) await expectHeading(heading, 'preamble', words)
  })

  test(`Each operative heading is known with the bodies it names (${language}).`, async () => {
    for (const heading of Object.keys(words.operative)) await expectHeading(heading, 'operative', words)
  })
}

async function expectHeading(heading: string, kind: 'preamble' | 'operative', words: HeadingWords) {
  const text = resolutionWith(heading, kind, words)
  const { sections } = readUnits(await readSource(new TextEncoder().encode(text), { name: 'a.txt' }))
  const found = sections[kind === 'preamble' ? 1 : 2]
  assert.deepEqual(
    {
      sections: sections.length,
      heading: bare(found?.heading),
      kind: found?.kind,
      units: found?.units.length,
      addressees: found?.addressees.map(withoutArticle),
    },
    {
      sections: 3,
      heading: bare(heading),
      kind,
      units: 1,
      addressees: (words.operative[heading] ?? []).map(withoutArticle),
    },
  )
}
