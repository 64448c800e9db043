import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageCodes, languages, type LanguageCode } from '../languages.ts'
import { date, dateRange, dayOf, number, percent, yearRange } from './format.ts'

const inAll = (write: (language: LanguageCode) => string) =>
  Object.fromEntries(languageCodes.map((code) => [code, write(code)]))

test('a day is written as United Nations documents write it', () => {
  assert.deepEqual(
    inAll((language) => date(language, '2026-03-01')),
    {
      ar: '1 آذار/مارس 2026',
      zh: '2026年3月1日',
      en: '1 March 2026',
      fr: '1er mars 2026',
      ru: '1 марта 2026 года',
      es: '1 de marzo de 2026',
    },
  )
})

test('a month or a year is not made more exact than it is', () => {
  assert.deepEqual(
    inAll((language) => date(language, '2026-05')),
    {
      ar: 'أيار/مايو 2026',
      zh: '2026年5月',
      en: 'May 2026',
      fr: 'mai 2026',
      ru: 'май 2026 года',
      es: 'mayo de 2026',
    },
  )
  assert.deepEqual(
    inAll((language) => date(language, '2026')),
    { ar: '2026', zh: '2026年', en: '2026', fr: '2026', ru: '2026', es: '2026' },
  )
})

test('Russian months stand in the genitive after a day', () => {
  const days = ['01', '03', '05', '08', '12'].map((month) => date('ru', `2026-${month}-09`))
  assert.deepEqual(days, [
    '9 января 2026 года',
    '9 марта 2026 года',
    '9 мая 2026 года',
    '9 августа 2026 года',
    '9 декабря 2026 года',
  ])
})

test('days of one month share its name', () => {
  assert.deepEqual(
    inAll((language) => dateRange(language, '2026-11-09', '2026-11-27')),
    {
      ar: '9 إلى 27 تشرين الثاني/نوفمبر 2026',
      zh: '2026年11月9日至27日',
      en: '9–27 November 2026',
      fr: '9-27 novembre 2026',
      ru: '9–27 ноября 2026 года',
      es: '9 a 27 de noviembre de 2026',
    },
  )
})

test('days of two months share the year', () => {
  assert.deepEqual(
    inAll((language) => dateRange(language, '2018-10-29', '2018-11-16')),
    {
      ar: 'من 29 تشرين الأول/أكتوبر إلى 16 تشرين الثاني/نوفمبر 2018',
      zh: '2018年10月29日至11月16日',
      en: '29 October – 16 November 2018',
      fr: '29 octobre – 16 novembre 2018',
      ru: '29 октября – 16 ноября 2018 года',
      es: '29 de octubre – 16 de noviembre de 2018',
    },
  )
})

test('a range over two years, or of one day, is written in full or once', () => {
  assert.equal(dateRange('en', '2025-12-30', '2026-01-02'), '30 December 2025 – 2 January 2026')
  assert.equal(dateRange('en', '2026-01', '2026-03'), 'January 2026 – March 2026')
  assert.equal(dateRange('en', '2026-01-02', '2026-01-02'), '2 January 2026')
  assert.equal(yearRange(2016, 2026), '2016–2026')
  assert.equal(yearRange(2016, 2016), '2016')
})

test('numbers are grouped as each language does, with Latin digits in Arabic', () => {
  assert.deepEqual(
    inAll((language) => number(language, 14300)),
    { ar: '14,300', zh: '14,300', en: '14,300', fr: '14\u202f300', ru: '14\u00a0300', es: '14.300' },
  )
})

test('a share is never rounded to nothing or to all when it is neither', () => {
  assert.deepEqual(
    [0, 0.001, 0.456, 0.999, 1].map((share) => percent('en', share)),
    ['0%', '1%', '46%', '99%', '100%'],
  )
})

test('the day of an instant is that of Universal Time', () => {
  assert.equal(dayOf(new Date('2026-11-09T23:59:59Z')), '2026-11-09')
})

test('digits are grouped as each language groups them, whatever the number', () => {
  const some = [
    0, 7, 999, 1000, 1234, 9999, 10_000, 12_345, 100_000, 999_999, 1_000_000, 1_234_567, -1234, 1234.5,
  ]
  for (const code of languageCodes) {
    const format = new Intl.NumberFormat(languages[code].locale, { maximumFractionDigits: 2 })
    assert.deepEqual(
      some.map((count) => number(code, count)),
      some.map((count) => format.format(count)),
    )
  }
})
