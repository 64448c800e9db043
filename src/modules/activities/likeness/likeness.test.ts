import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { shippedThesaurus } from '#platform/search/thesaurus/shipped-thesaurus.ts'
import { emptyContent, type ActivityContent } from '../content.ts'
import { readDemoActivities } from '../demo/demo-activities.ts'
import { likely, likenessOf, type LikenessReason } from './likeness.ts'
import { profileOf, websiteOf, type Compared } from './profile.ts'

const thesaurus = shippedThesaurus()

const boats: Partial<ActivityContent> = {
  title: 'Boats that carry the Internet',
  summary: 'Four boats with 26 antennas bring a community network to 14 islands without a submarine cable.',
  website: 'https://www.boats.example/network/',
  countries: ['TV'],
  start: '2025-03',
}

const entry = (content: Partial<ActivityContent>, more: Partial<Compared> = {}): Compared => ({
  organization: 'harbour',
  language: 'en',
  content: { ...emptyContent, ...boats, ...content },
  ...more,
})

const kindsOf = (reasons: LikenessReason[]) => reasons.map(({ kind }) => kind)

describe('the likeness of two entries', () => {
  const cases: [string, Compared, { isLikely: boolean; kinds: LikenessReason['kind'][] }][] = [
    [
      'is whole for the same text',
      entry({}),
      {
        isLikely: true,
        kinds: ['organization', 'title', 'text', 'figures', 'concepts', 'page', 'countries', 'dates'],
      },
    ],
    [
      'is seen across languages by organization, figures, page, country and dates',
      entry(
        { title: 'Des bateaux pour Internet', summary: 'Quatre bateaux et 26 antennes relient 14 îles.' },
        { language: 'fr' },
      ),
      { isLikely: true, kinds: ['organization', 'figures', 'page', 'countries', 'dates'] },
    ],
    [
      'is little for another activity of the same organization',
      entry({
        title: 'A school for harbour pilots',
        summary: 'Young people learn to steer by radio and by stars.',
        website: 'https://boats.example/school',
        start: '2019',
      }),
      { isLikely: false, kinds: ['organization', 'site', 'countries'] },
    ],
    [
      'is little for the same kind of activity elsewhere',
      entry(
        {
          title: 'A village network on the mountain',
          summary: 'A community network of forty houses.',
          website: 'https://mountain.example',
          countries: ['NP'],
          start: '2025-04',
        },
        { organization: 'mountain' },
      ),
      { isLikely: false, kinds: ['concepts', 'dates'] },
    ],
    [
      'is none where nothing was said',
      { organization: null, language: 'en', content: emptyContent },
      { isLikely: false, kinds: [] },
    ],
  ]
  for (const [name, other, expected] of cases)
    test(name, () => {
      const { score, reasons } = likenessOf(profileOf(thesaurus, entry({})), profileOf(thesaurus, other))
      assert.deepEqual({ isLikely: score >= likely, kinds: kindsOf(reasons) }, expected, String(score))
    })

  test('names the figures, the concepts and the countries that both have', () => {
    const one = profileOf(thesaurus, entry({}))
    const said = likenessOf(one, one).reasons
    assert.deepEqual(
      said.find(({ kind }) => kind === 'figures'),
      { kind: 'figures', figures: ['14', '26'] },
    )
    assert.deepEqual(
      said.find(({ kind }) => kind === 'countries'),
      { kind: 'countries', countries: ['TV'] },
    )
    assert.ok(said.some((reason) => reason.kind === 'concepts' && reason.concepts.length > 0))
  })

  test('knows a website whatever its capitals, its closing slash and its www', () => {
    assert.deepEqual(websiteOf('https://WWW.Boats.example/Network/'), {
      host: 'boats.example',
      page: '/network',
    })
    assert.equal(websiteOf('boats'), null)
  })
})

describe('in the example world', () => {
  test('all nine near copies are found, two of them in other languages under another name; one of 44,841 others is taken for one', () => {
    const { organizations, entries } = readDemoActivities()
    const keyOf = new Map(organizations.flatMap(({ keys }) => keys.map((key) => [key, keys[0] ?? key])))
    const all = entries.map((one) => {
      const organization = keyOf.get(one.organization) ?? null
      const content = { ...emptyContent, ...one }
      return { one, profile: profileOf(thesaurus, { organization, language: one.language, content }) }
    })
    const pairs = all.flatMap((a, place) => all.slice(place + 1).map((b) => ({ a, b })))
    const found = pairs.filter(({ a, b }) => likenessOf(a.profile, b.profile).score >= likely)
    const isCopy = ({ a, b }: (typeof pairs)[number]) =>
      a.one.duplicateOf === b.one.key || b.one.duplicateOf === a.one.key
    assert.equal(pairs.filter(isCopy).length, 9)
    assert.equal(found.filter(isCopy).length, 9)
    assert.ok(found.length - found.filter(isCopy).length <= 1, `${found.length} found`)
  })
})
