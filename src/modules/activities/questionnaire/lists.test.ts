import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { languageCodes } from '#platform/languages.ts'
import { folded } from '#platform/sheets/folded.ts'
import { registerDatabase, testDay } from '../../../../test/register-database.ts'
import { words as allWords } from '../../../site.ts'
import { activityCodes } from '../codes-queries.ts'
import { emptyContent } from '../content.ts'
import { sections } from '../entry/sections/sections.ts'
import { blankSubject } from './blank.ts'
import { askedSections } from './fields.ts'
import { choicesOf, listsOf, meant, nearest, shown, type Lists } from './lists.ts'
import { markIn, markText } from './mark.ts'
import { questionnaireFor } from './questionnaire.ts'

const words = allWords()

describe('the lists of a questionnaire', () => {
  let lists: Lists

  before(async () => {
    lists = listsOf(await activityCodes(await registerDatabase(), testDay), words)
  })

  test('give every code back, as they show it and by its code, in six languages', () => {
    const lost: string[] = []
    for (const [name, list] of Object.entries(lists))
      for (const language of languageCodes)
        for (const { code } of list.codes)
          for (const written of [
            shown(list, code, language),
            code,
            ` ${shown(list, code, language).toUpperCase()} `,
          ])
            if (meant(list, written) !== code) lost.push(`${name}, ${language}: ${written}`)
    assert.deepEqual(lost, [])
  })

  test('call countries as the United Nations does, and know what people call them', () => {
    const { countries } = lists
    assert.deepEqual(
      [shown(countries, 'KP', 'en'), shown(countries, 'CV', 'fr'), shown(countries, 'KG', 'ru')],
      ["Democratic People's Republic of Korea", 'Cabo Verde', 'Кыргызстан'],
    )
    assert.deepEqual(
      ['North Korea', 'Cap-Vert', 'Киргизия', 'Палестинские территории'].map((name) =>
        meant(countries, name),
      ),
      ['KP', 'CV', 'KG', 'PS'],
    )
  })

  test('offer each code once, countries in the order of the reader’s alphabet', () => {
    for (const language of languageCodes)
      for (const [name, list] of Object.entries(lists)) {
        const offered = choicesOf(list, language)
        assert.deepEqual([name, offered.length], [name, new Set(offered).size])
        assert.equal(offered.length, list.codes.length)
      }
    assert.deepEqual(choicesOf(lists.countries, 'fr').slice(0, 2), ['Afghanistan', 'Afrique du Sud'])
  })

  test('tell the nearest of what is none of them', () => {
    assert.equal(meant(lists.countries, 'Kenia'), 'KE')
    assert.equal(meant(lists.countries, 'Tuvaluu'), null)
    assert.equal(nearest(lists.countries, 'Tuvaluu', 'ru'), 'Тувалу')
    assert.equal(meant(lists.goals, 'SDG 9.c'), '9.c')
    assert.equal(meant(lists['action-lines'], 'C7'), null)
    assert.equal(nearest(lists.countries, '???', 'en'), null)
  })
})

describe('a questionnaire', () => {
  test('asks for everything that the form asks for but pictures and papers', async () => {
    const subject = blankSubject(await activityCodes(await registerDatabase(), testDay), 'en')
    const asked = new Set(askedSections.flatMap(({ fields }) => fields.map(({ name }) => name)))
    const inForm = sections
      .filter(({ name }) => name !== 'files')
      .flatMap((section) => [...Object.keys(section.present(subject)), ...section.holds])
    const underOtherNames: Record<string, string> = {
      actionLines: 'lines',
      sdgs: 'sdg',
      budget: 'amount',
      contact: 'email',
    }
    assert.deepEqual(
      [...new Set(inForm)].filter((name) => !asked.has(underOtherNames[name] ?? name)),
      [],
    )
    const inContent = Object.keys(emptyContent).filter((name) => !['picture', 'attachments'].includes(name))
    assert.deepEqual(
      inContent.filter((name) => !asked.has(underOtherNames[name] ?? name)),
      [],
    )
  })

  test('words every question differently, in each language', async () => {
    const codes = await activityCodes(await registerDatabase(), testDay)
    for (const language of languageCodes) {
      const mark = { version: 1, language, entry: null }
      const lists = listsOf(codes, words)
      const { parts } = questionnaireFor(words[language], lists, blankSubject(codes, language), mark)
      const labels = parts.flatMap(({ questions }) => questions.map(({ label }) => folded(label)))
      assert.deepEqual([language, labels.length], [language, new Set(labels).size])
      assert.ok(labels.length > 60)
    }
  })

  test('says what it is, and nothing else is taken for that', () => {
    const marks = [
      { version: 1, language: 'fr' as const, entry: null },
      { version: 12, language: 'zh' as const, entry: { id: 'k3jd82mx0q', revision: 14 } },
    ]
    for (const mark of marks) assert.deepEqual(markIn(` ${markText(mark)}\n`), mark)
    for (const text of ['', 'A1', 'A1-xx', 'A1-fr-k3jd82mx0q', 'B1-fr', 'A1-fr-K3JD82MX0Q-1', 'A1-fr-1'])
      assert.equal(markIn(text), null)
  })
})
