import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { LanguageCode } from '../language-code.ts'
import type { CitationContext } from './citation-context.ts'
import { readCitations } from './read-citations.ts'

const itu = (language: LanguageCode): CitationContext => ({
  language,
  house: { organization: 'itu', adopter: 'itu-pp', named: new Set() },
  place: 'Montevideo',
  year: 2030,
})
const un = (language: LanguageCode, adopter = 'unga'): CitationContext => ({
  language,
  house: { organization: 'un', adopter, named: new Set() },
  place: null,
  year: 2030,
})
const ids = (text: string, context: CitationContext): (string | null)[] =>
  readCitations(text, context).map((cite) => cite.instrument)

const sameInSix: [LanguageCode, string][] = [
  [
    'en',
    'Resolution 140 (Rev. Dubai, 2018) of the Plenipotentiary Conference and Resolution 30 (Rev. Buenos Aires,2017) of WTDC',
  ],
  [
    'fr',
    'la Résolution 140 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires et la Résolution 30 (Rév. Buenos Aires, 2017) de la CMDT',
  ],
  [
    'es',
    'la Resolución 140 (Rev. Dubái, 2018) de la Conferencia de Plenipotenciarios y la Resolución 30 (Rev. Buenos Aires, 2017) de la CMDT',
  ],
  [
    'ru',
    'Резолюцию 140 (Пересм. Дубай, 2018 г.) Полномочной конференции и Резолюцию 30 (Пересм. Буэнос-Айрес, 2017 г.) ВКРЭ',
  ],
  [
    'zh',
    '全权代表大会第140号决议（2018年，迪拜，修订版）和世界电信发展大会第30号决议（2017年，布宜诺斯艾利斯，修订版）',
  ],
  [
    'ar',
    'بالقرار 140 (المراجَع في دبي، 2018) لمؤتمر المندوبين المفوضين والقرار 30 (المراجَع في بوينس آيرس، 2017) للمؤتمر العالمي لتنمية الاتصالات',
  ],
]

for (const [language, text] of sameInSix) {
  test(`resolutions of conferences are told by organ, place and year (${language})`, () => {
    assert.deepEqual(ids(text, itu(language)), ['pp-140-dubai-2018', 'wtdc-30-buenos-aires-2017'])
  })
}

const namesInSix: [LanguageCode, string][] = [
  ['en', 'the Geneva Plan of Action, § 90 c) of the Tunis Agenda for the Information Society'],
  ['fr', "le Plan d'action de Genève et le § 90 c) de l'Agenda de Tunis pour la société de l'information"],
  [
    'es',
    'el Plan de Acción de Ginebra y el § 90 c) de la Agenda de Túnez para la Sociedad de la Información',
  ],
  ['ru', 'Женевский план действий и § 90 c) Тунисской программы для информационного общества'],
  ['zh', '《日内瓦行动计划》和《信息社会突尼斯议程》第90段'],
  ['ar', 'خطة عمل جنيف وبرنامج عمل تونس بشأن مجتمع المعلومات'],
]

for (const [language, text] of namesInSix) {
  test(`the outcomes of the Summit are known by their names (${language})`, () => {
    assert.deepEqual(ids(text, itu(language)), ['wsis-geneva-plan-2003', 'wsis-tunis-agenda-2005'])
  })
}

test('a list of numbers is one citation for each, and the date is no number', () => {
  const text = 'its resolutions 56/183 of 21 December 2001, 57/238 and 73/218 of 20 December 2018'
  assert.deepEqual(ids(text, un('en')), ['unga-56-183', 'unga-57-238', 'unga-73-218'])
})

test('the organ tells resolutions with the same form of number apart', () => {
  const text =
    'Economic and Social Council resolution 2020/13, Human Rights Council resolution 26/13, Security Council resolution 1325 (2000), A/RES/70/125 and decision 5/CP.21'
  assert.deepEqual(ids(text, un('en')), [
    'ecosoc-2020-13',
    'hrc-26-13',
    'unsc-1325-2000',
    'unga-70-125',
    'unfccc-decision-5-cp-21',
  ])
})

test('all forms of a Council resolution name the same instrument', () => {
  const forms = [
    'Council 2016 Resolution 1332',
    'Resolution 1332 adopted by the Council at its 2016 session',
    'Council Resolution 1332 (Rev. 2016)',
    'Council Resolution 1332',
  ]
  assert.deepEqual(
    forms.map((form) =>
      readCitations(`in accordance with ${form}`, itu('en')).map(({ asWritten, instrument }) => [
        asWritten,
        instrument,
      ]),
    ),
    forms.map((form) => [[form, 'council-1332-2016']]),
  )
})

test('a revision that the numbers share belongs to each of them', () => {
  assert.deepEqual(ids('Resolutions 130, 174 and 179 (Rev. Busan, 2014)', itu('en')), [
    'pp-130-busan-2014',
    'pp-174-busan-2014',
    'pp-179-busan-2014',
  ])
})

test('an unseen instrument of this conference gets an id by the same rule', () => {
  assert.deepEqual(ids('Resolution 71 (Rev. Montevideo, 2030) of this conference', itu('en')), [
    'pp-71-montevideo-2030',
  ])
  assert.deepEqual(ids('Resolution ITU-R 61 (Rev. Geneva, 2015)', itu('en')), ['ra-61-geneva-2015'])
})

test('the paragraphs named go with their instrument', () => {
  const cites = readCitations(
    '§§ 35 a)-e) and 68 of the Tunis Agenda, No. 81 of the Convention (see § 12)',
    itu('en'),
  )
  assert.deepEqual(
    cites.map(({ instrument, paragraphs }) => [instrument, paragraphs]),
    [
      ['wsis-tunis-agenda-2005', ['§§ 35 a)-e) and 68']],
      ['itu-convention', ['No. 81', '§ 12']],
    ],
  )
})

test('the text itself, the 2030 Agenda and conventions of others are not cited', () => {
  assert.deepEqual(
    ids(
      'to implement this resolution, the 2030 Agenda and the Convention on the Rights of the Child',
      itu('en'),
    ),
    [],
  )
})
