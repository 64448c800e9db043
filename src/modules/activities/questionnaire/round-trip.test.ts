import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import {
  filledDocx,
  filledXlsx,
  underOtherPrefix,
  underOtherPrefixXlsx,
  withoutControls,
} from '../../../../test/office-files.ts'
import { savedAgainByOffice, withoutOffice, withoutSheetOffice } from '../../../../test/office-program.ts'
import { fieldsOf } from '../../../../test/form-fields.ts'
import { senderOf, wordsOf, type Sender } from '../../../../test/questionnaires.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { words as allWords } from '../../../site.ts'
import { workOn } from '../activity-queries.ts'
import { activityCodes } from '../codes-queries.ts'
import type { ActivityContent } from '../content.ts'
import { contactOf } from '../entry/contact-commands.ts'
import { startEntry } from '../entry/entry-commands.ts'
import { listsOf, shown, type Lists } from './lists.ts'

const amina = person('amina')
const at = new Date('2026-11-21T12:00:00Z')

/** Something in every field that a questionnaire asks for, and much that a file could stumble over. */
const everything = {
  title: '=1+1 «Boats» & <islands>',
  website: 'https://boats.example/?a=1&b="2"',
  type: 'project',
  summary: '@SUM(A1)\nFour boats.\n\nقوارب 船 лодки',
  objective: '+ a plus',
  content: "'=HYPERLINK(1)",
  results: '_x0041_ 100 %',
  reach: 'regional',
  countries: ['TV', 'CI', 'KI', 'LA', 'BO', 'MK', 'TR', 'CD', 'KR', 'VE'],
  regions: ['asia-pacific', 'africa', 'cis', 'europe'],
  status: 'completed',
  start: '2025',
  end: '2026-05-17',
  actionLines: [
    { code: 'C2', why: '-1: no network; “none”', themes: ['C2.4', 'C2.6'] },
    { code: 'C7.eLea', why: '', themes: [] },
    { code: 'C10', why: 'why ten', themes: [] },
  ],
  sdgs: ['9.c', '4', '1.1', '11', '17.19'].map((code) => ({ code, why: `why ${code}` })),
  gdc: [{ code: '1', why: 'one' }],
  beneficiaries: [{ code: 'youth', why: '=young' }],
  genevaTargets: ['10', '1'],
  replicability: 'r',
  sustainability: 's',
  values: 'v',
  partnerships: 'p',
  challenges: 'c',
  lessons: 'l',
  budget: { amount: 120_000.5, currency: 'CHF' },
  funding: 'f',
} satisfies Partial<ActivityContent>

const contact = {
  honorific: 'Dr',
  firstName: '=Amina',
  lastName: "O'Hidden",
  position: 'Captain',
  email: 'amina@amina.example',
  phone: '+41 22 730 0000',
  consents: true,
}

/** What programs do to a file before it comes back. */
const programs: Record<string, (file: Uint8Array) => Promise<Uint8Array>> = {
  'xlsx as it went out': async (file) => file,
  'xlsx with shared texts in runs': (file) => filledXlsx(file, {}),
  'xlsx under another prefix, with a column more': underOtherPrefixXlsx,
  'docx as it went out': async (file) => file,
  'docx under another prefix': underOtherPrefix,
  'docx without its controls': withoutControls,
}

describe('a questionnaire that comes back', () => {
  let site: TestSite
  let file: Sender['file']
  let look: Sender['look']
  let press: Sender['press']
  let lists: Lists

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina'])
    const name = { en: 'Harbour Office', ar: 'مكتب الميناء' }
    await newOrganization(site.db, { id: 'harbour-office', name })
    ;({ file, look, press } = senderOf(site, site.as(amina)))
    lists = listsOf(await activityCodes(site.db, '2026-11-21'), allWords())
  })

  /** Sends a file, keeps what was understood, and says which entry it became. */
  const sent = async (name: string, bytes: Uint8Array, fields: Record<string, string> = {}) => {
    const made = await press(await look(bytes, name), fields)
    assert.equal(made.status, 303, `${name}: ${wordsOf(made.text)}`)
    return made.id
  }

  const kept = async (id: string) => {
    const activity = await workOn(site.db, amina, id)
    const { picture, attachments, ...content } = activity?.content ?? { picture: null, attachments: [] }
    const { organization, language, licence } = activity ?? {}
    return { content, organization, language, licence, contact: await contactOf(site.db, id) }
  }

  const entered = async (language: LanguageCode) => {
    const started = await startEntry(site.db, {
      ...{ actor: amina, at, language, organization: 'harbour-office', licence: 'CC-BY-3.0-IGO' },
      ...{ content: everything, contact },
    })
    assert.ok('id' in started, JSON.stringify(started))
    return started.id
  }

  for (const language of languageCodes)
    test(`brings every field of an entry along, whatever program has saved it: ${language}`, async () => {
      const started = await entered(language)
      const before = await kept(started)
      assert.deepEqual(before.content, everything)
      for (const [program, save] of Object.entries(programs)) {
        const ending = program.slice(0, 4)
        const bytes = await save(await file(`/${language}/entries/${started}/questionnaire.${ending}`))
        const id = await sent(`back.${ending}`, bytes, { into: 'new' })
        assert.notEqual(id, started)
        assert.deepEqual([program, await kept(id)], [program, before])
      }
    })

  for (const [ending, skip] of [
    ['xlsx', withoutSheetOffice],
    ['docx', withoutOffice],
  ] as const)
    test(`is read as LibreOffice saves it again, in every language: ${ending}`, { skip }, async () => {
      const started = await entered('ar')
      const name = `back.${ending}`
      const files = (path: string) =>
        Promise.all(languageCodes.map((code) => file(`/${code}${path}/questionnaire.${ending}`)))
      const [blank, full] = [await files(''), await files(`/entries/${started}`)]
      const saved = await savedAgainByOffice([...blank, ...full], ending)
      for (const [place, language] of languageCodes.entries()) {
        const asked = async (bytes: Uint8Array = new Uint8Array()) => fieldsOf((await look(bytes, name)).text)
        assert.deepEqual([language, await asked(saved[place])], [language, await asked(blank[place])])
        const id = await sent(name, saved[languageCodes.length + place] ?? new Uint8Array(), { into: 'new' })
        assert.deepEqual([language, await kept(id)], [language, await kept(started)])
      }
    })

  for (const language of languageCodes)
    test(`is understood when a blank one was filled in with names of another language: ${language}`, async () => {
      const next = languageCodes[(languageCodes.indexOf(language) + 1) % 6] ?? 'en'
      for (const [ending, fill] of [
        ['xlsx', filledXlsx],
        ['docx', filledDocx],
      ] as const) {
        const blank = await file(`/${language}/questionnaire.${ending}`)
        const id = await sent(`new.${ending}`, await fill(blank, written(lists, next)))
        const { content, language: written_, licence, organization, contact: said } = await kept(id)
        assert.deepEqual(content, everything)
        assert.deepEqual([written_, licence, organization], [next, 'CC0-1.0', 'harbour-office'])
        assert.deepEqual(said, contact)
      }
    })
})

/** The answers of somebody who writes names and codes as they come, several in a row. */
function written(lists: Lists, language: LanguageCode): Record<string, string> {
  const named = (list: keyof Lists, code: string) => shown(lists[list], code, language)
  const {
    budget: _,
    actionLines,
    sdgs,
    gdc,
    beneficiaries,
    countries,
    regions,
    genevaTargets,
    ...rest
  } = everything
  return {
    ...rest,
    organization: 'HARBOUR OFFICE',
    type: named('activity-types', 'project'),
    language: named('languages', language),
    reach: named('reaches', 'regional'),
    status: named('progress', 'completed'),
    ...Object.fromEntries(
      countries.slice(0, 6).map((code, row) => [`countries-${row + 1}`, named('countries', code)]),
    ),
    'countries-7': countries.slice(6).join('; '),
    'regions-2': regions.map((code) => named('regions', code)).join('؛ '),
    'lines-1': 'c2',
    'lines-why-1': actionLines[0]?.why ?? '',
    'lines-2': 'C7.eLea',
    'lines-3': named('action-lines', 'C10'),
    'lines-why-3': 'why ten',
    'themes-1': named('themes', 'C2.4'),
    'themes-3': 'C2.6',
    ...Object.fromEntries(
      sdgs.flatMap(({ code, why }, row) => [
        [`sdg-${row + 1}`, named('goals', code)],
        [`sdg-why-${row + 1}`, why],
      ]),
    ),
    'gdc-1': gdc[0]?.code ?? '',
    'gdc-why-1': 'one',
    'beneficiaries-1': named('beneficiaries', 'youth'),
    'beneficiaries-why-1': beneficiaries[0]?.why ?? '',
    'genevaTargets-1': named('geneva-targets', genevaTargets[0] ?? ''),
    'genevaTargets-2': named('geneva-targets', genevaTargets[1] ?? ''),
    amount: "120'000.50",
    currency: named('currencies', 'CHF'),
    honorific: contact.honorific,
    'first-name': contact.firstName,
    'last-name': contact.lastName,
    position: contact.position,
    email: contact.email,
    phone: contact.phone,
    consent: named('consent', 'yes'),
    licence: named('licences', 'CC0-1.0'),
  }
}
