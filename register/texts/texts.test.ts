import { test } from 'node:test'
import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'

type Duty = { verb: string; deliverable: string | null; deadline: string | null }
type Texts = {
  provisions: Record<string, string>
  duties: Record<string, Duty>
  instruments: Record<string, { name: string; title: string | null }>
  occasions: Record<string, string>
  sdgTargets: Record<string, string>
  actionLines: Record<string, string>
}
type Revision = {
  revision: string
  provisions: { address: string; kind: string; duties?: { id: string }[] }[]
}

const sections = ['provisions', 'duties', 'instruments', 'occasions', 'sdgTargets', 'actionLines'] as const
const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh']
const root = new URL('../../', import.meta.url)
const official = new URL('../shared/seeds/', root)

const readJson = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as T
const readTexts = (language: string): Texts => readJson<Texts>(`register/texts/${language}.json`)
const english = readTexts('en')
const translations = languages.filter((language) => language !== 'en')

/** Every text of a file with its place, so that a failure names the line to mend. */
function leaves(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, child]) => leaves(child, place === '' ? key : `${place} ${key}`))
}

function placesMatching(texts: unknown, pattern: RegExp): string[] {
  return leaves(texts)
    .filter(([, text]) => pattern.test(text))
    .map(([place, text]) => `${place}: ${text}`)
}

test('the English texts have exactly the keys of the register and of the reference data', () => {
  const revisions = ['pp-140-dubai-2018', 'wtsa-75-hammamet-2016'].map((name) =>
    readJson<Revision>(`register/${name}.json`),
  )
  const expected: Record<(typeof sections)[number], string[]> = {
    provisions: revisions.flatMap(({ revision, provisions }) =>
      provisions.filter(({ kind }) => kind === 'operative').map(({ address }) => `${revision}/${address}`),
    ),
    duties: revisions.flatMap(({ provisions }) =>
      provisions.flatMap(({ duties }) => (duties ?? []).map(({ id }) => id)),
    ),
    instruments: readJson<{ instruments: { id: string }[] }>('register/instruments.json').instruments.map(
      ({ id }) => id,
    ),
    occasions: readJson<{ occasions: { id: string }[] }>('register/occasions.json').occasions.map(
      ({ id }) => id,
    ),
    sdgTargets: readJson<{ targets: { code: string }[] }>('reference/sdg-targets.json').targets.map(
      ({ code }) => code,
    ),
    actionLines: readJson<{ action_lines: { id: string }[] }>('reference/action-lines.json').action_lines.map(
      ({ id }) => id,
    ),
  }
  for (const section of sections) {
    assert.deepEqual(Object.keys(english[section]).sort(), expected[section].sort(), section)
  }
})

test('there is one file for each of the six languages', () => {
  const present = readdirSync(new URL('register/texts/', root)).filter((name) => name.endsWith('.json'))
  assert.deepEqual(
    present.sort(),
    languages.map((language) => `${language}.json`),
  )
})

for (const language of languages) {
  test(`${language}: no text is empty, padded or broken over lines`, () => {
    assert.deepEqual(placesMatching(readTexts(language), /^$|^\s|\s$|\n|\s{2}/u), [])
  })

  test(`${language}: each provision is one short text that ends with a full stop`, () => {
    const { provisions } = readTexts(language)
    // Thirty words; Chinese has no spaces, so ninety signs stand for them.
    const stop = language === 'zh' ? '。' : '.'
    const tooLong = (text: string): boolean =>
      language === 'zh' ? text.length > 90 : text.split(' ').length > 30
    assert.deepEqual(
      leaves(provisions).filter(([, text]) => !text.endsWith(stop) || tooLong(text)),
      [],
    )
  })

  test(`${language}: apostrophes and quotation marks are typographic`, () => {
    assert.deepEqual(placesMatching(readTexts(language), /['"]/u), [])
  })
}

for (const language of translations) {
  test(`${language}: it has the keys of the English texts`, () => {
    const texts = readTexts(language)
    assert.deepEqual(Object.keys(texts).sort(), [...sections].sort())
    for (const section of sections) {
      assert.deepEqual(Object.keys(texts[section]).sort(), Object.keys(english[section]).sort(), section)
    }
  })

  test(`${language}: a deliverable, deadline or title is absent exactly where the English one is`, () => {
    const absent = ({ duties, instruments }: Texts): string[] =>
      [...Object.entries(duties), ...Object.entries(instruments)]
        .flatMap(([id, fields]) =>
          Object.entries(fields).flatMap(([field, text]) => (text === null ? [`${id} ${field}`] : [])),
        )
        .sort()
    assert.deepEqual(absent(readTexts(language)), absent(english))
  })

  test(`${language}: no text was left in English`, () => {
    const inEnglish = new Map(leaves(english))
    assert.deepEqual(
      leaves(readTexts(language)).filter(([place, text]) => inEnglish.get(place) === text),
      [],
    )
  })
}

const scripts = { ar: /\p{Script=Arabic}/u, ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u }

for (const [language, script] of Object.entries(scripts)) {
  test(`${language}: every text is in its script, with Latin letters in names and codes alone`, () => {
    const texts = leaves(readTexts(language))
    // A Latin word that begins with a small letter is no acronym and no name: it was left untranslated.
    const smallLatinWord = /(?<![A-Za-z0-9&/+-])[a-z]{2,}/u
    assert.deepEqual(
      texts.filter(([, text]) => !script.test(text) || smallLatinWord.test(text)),
      [],
    )
    const all = texts.map(([, text]) => text).join('')
    const latin = all.match(/\p{Script=Latin}/gu)?.length ?? 0
    const letters = all.match(/\p{L}/gu)?.length ?? 0
    assert.ok(latin / letters < 0.15, `${latin} of ${letters} letters are Latin`)
  })
}

test('fr: a narrow no-break space stands before high punctuation and inside quotation marks', () => {
  assert.deepEqual(placesMatching(readTexts('fr'), /(?<!\u202f)[;:?!»]|«(?!\u202f)/u), [])
})

test('zh: punctuation beside a Chinese character is full-width', () => {
  assert.deepEqual(placesMatching(readTexts('zh'), /\p{Script=Han}[,;:?!()]|[,;:?!(]\p{Script=Han}/u), [])
})

test('ar: commas, semicolons and question marks are Arabic', () => {
  assert.deepEqual(placesMatching(readTexts('ar'), /\p{Script=Arabic}[,;?]/u), [])
})

const withoutOfficial = existsSync(official) ? false : 'needs the official texts in ../shared/seeds'

test('en: no sentence holds fourteen running words of the official texts', { skip: withoutOfficial }, () => {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const runsOf = (text: string): string[] => {
    const all = words(text)
    return all.slice(13).map((_, start) => all.slice(start, start + 14).join(' '))
  }
  const forbidden = new Set(
    readdirSync(official).flatMap((name) => runsOf(readFileSync(new URL(name, official), 'utf8'))),
  )
  assert.deepEqual(
    leaves(english).filter(([, text]) => runsOf(text).some((run) => forbidden.has(run))),
    [],
  )
})
