import { test } from 'node:test'
import assert from 'node:assert/strict'
import { parseResolution } from '../parse-resolution.ts'
import type { Duty } from '../resolution.ts'

const openings = {
  en: `RESOLUTION 299 (OSLO, 2030)\n\nLighthouses\n\nThe Plenipotentiary Conference of the International Telecommunication Union (Oslo, 2030),\n\nconsidering\n\nthat lighthouses are lit,\n\ninstructs the Secretary-General\n\n`,
  fr: `RÉSOLUTION 299 (OSLO, 2030)\n\nPhares\n\nLa Conférence de plénipotentiaires de l'Union internationale des télécommunications (Oslo, 2030),\n\nconsidérant\n\nque les phares sont allumés,\n\ncharge le Secrétaire général\n\n`,
  es: `RESOLUCIÓN 299 (OSLO, 2030)\n\nFaros\n\nLa Conferencia de Plenipotenciarios de la Unión Internacional de Telecomunicaciones (Oslo, 2030),\n\nconsiderando\n\nque los faros están encendidos,\n\nencarga al Secretario General\n\n`,
  ru: `РЕЗОЛЮЦИЯ 299 (ОСЛО, 2030 г.)\n\nМаяки\n\nПолномочная конференция Международного союза электросвязи (Осло, 2030 г.),\n\nучитывая,\n\nчто маяки горят,\n\nпоручает Генеральному секретарю\n\n`,
  zh: `第299号决议(2030年，奥斯陆)\n\n灯塔\n\n国际电信联盟全权代表大会(2030年，奥斯陆)，\n\n考虑到\n\n灯塔已点亮，\n\n责成秘书长\n\n`,
  ar: `القرار 299 (أوسلو، 2030)\n\nالمنارات\n\nإن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات (أوسلو، 2030)،\n\nإذ يضع في اعتباره\n\nأن المنارات مضاءة،\n\nيكلف الأمين العام\n\n`,
}

async function things(language: keyof typeof openings, body: string): Promise<(string | null)[][]> {
  const duties = await dutiesIn(`${openings[language]}${body}\n`)
  return duties.map((duty) => [duty.verb, duty.deliverable])
}

const dutiesIn = async (text: string): Promise<Duty[]> =>
  (await parseResolution(new TextEncoder().encode(text), { name: 'lighthouses.txt' })).duties

const council = `The Economic and Social Council,\n\nRecalling General Assembly resolution 70/125 of 16 December 2015,\n\n`
const un = (body: string): Promise<Duty[]> =>
  dutiesIn(
    `Resolution adopted by the Economic and Social Council on 22 July 2031\n\n2031/27. Lighthouses\n\n${council}${body}\n`,
  )

test('a noun inside a longer phrase is nothing that is handed over', async () => {
  assert.deepEqual(
    await things(
      'en',
      `1 to raise public awareness of towers and provide wider access to lamps for all in the information society;

2 to contribute to the WSIS Stocktaking database.`,
    ),
    [
      ['raise', null],
      ['provide', null],
      ['contribute', null],
    ],
  )
})

test('a thing is told whole, enumeration and all, and without what joins it to the next act', async () => {
  assert.deepEqual(
    await things(
      'en',
      `1 to submit to the Council, on a yearly basis, a detailed report on the state of towers, lamps and oil;

2 to ensure that concrete goals and deadlines for lamps are set and that reports be made;

3 to invite the secretariat to report to the Council annually on the oil used in this survey and to send a final report to the next plenipotentiary conference.`,
    ),
    [
      ['submit', 'a detailed report on the state of towers, lamps and oil'],
      ['ensure', null],
      ['invite', null],
      ['report', 'report on the oil used in this survey'],
      ['send', 'a final report'],
    ],
  )
})

test('what is handed on is what was made', async () => {
  assert.deepEqual(await things('en', '1 to draw up a list of beacons, and to update it every two years.'), [
    ['draw up', 'a list of beacons'],
    ['update', 'a list of beacons'],
  ])
  assert.deepEqual(
    await things('fr', "d'élaborer un manuel sur les lampes et de le publier sur le site web."),
    [
      ['élaborer', 'un manuel sur les lampes'],
      ['publier', 'un manuel sur les lampes'],
    ],
  )
  assert.deepEqual(
    await things('ar', 'بإعداد دليل عن المصابيح في غضون سنتين ونشره في موقع الاتحاد على الويب.'),
    [
      ['إعداد', 'دليل عن المصابيح'],
      ['نشر', 'دليل عن المصابيح'],
    ],
  )
})

test('whom and when may stand between the verb and its thing', async () => {
  assert.deepEqual(
    await things(
      'es',
      'que proporcione al Director de la Oficina de Radiocomunicaciones la información necesaria.',
    ),
    [['proporcionar', 'la información necesaria']],
  )
  assert.deepEqual(
    await things(
      'ru',
      'представлять Совету на каждой его сессии подробный отчет о состоянии башен, ламп и масла.',
    ),
    [['представлять', 'подробный отчет о состоянии башен, ламп и масла']],
  )
  assert.deepEqual(await things('zh', '与区域性组织合作，向发展中国家提供信息和技术援助。'), [
    ['提供', '信息和技术援助'],
  ])
})

test('what is not to be done says so in its verb', async () => {
  assert.deepEqual(await things('en', 'not to hold meetings in towers.'), [['not hold', null]])
  assert.deepEqual(await things('fr', 'de ne pas organiser de réunions dans les tours.'), [
    ['ne pas organiser', null],
  ])
  assert.deepEqual(await things('zh', '不得在塔内举办会议。'), [['不举办', null]])
})

test('one verb with two clocks and two recipients is two duties', async () => {
  const duties = await dutiesIn(
    `${openings.en}to report every two years to the Council and every four years to the plenipotentiary conference.\n`,
  )

  assert.deepEqual(
    duties.map((duty) => [duty.recipientIds, duty.cadence.value]),
    [
      [['itu-council'], 'biennial'],
      [['itu-pp'], 'four-yearly'],
    ],
  )
})

test('when and through whom may stand between who is asked and the act', async () => {
  const duties =
    await un(`1. Decides that the Commission on Science and Technology for Development shall, at its annual sessions, review the lamps;

2. Requests the Secretary-General, through the Commission on Science and Technology for Development, to submit a summary of lamps by 2033;

3. Recommends that the General Assembly, at its eighty-seventh session, consider the summary;

4. Decides that the directory of towers be maintained by the Secretary-General until 2034.`)

  assert.deepEqual(
    duties.map((duty) => [duty.addresseeIds, duty.verb, duty.viaIds, duty.cadence.value, duty.deadlineYear]),
    [
      [['cstd'], 'review', [], 'annual', null],
      [['un-sg'], 'submit', ['cstd'], 'once', 2033],
      [['unga'], 'consider', [], 'once', 2032],
      [['un-sg'], 'maintain', [], 'ongoing', 2034],
    ],
  )
})
