import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { LanguageCode } from '../language-code.ts'
import { parseHeading } from './headings.ts'

const key = (text: string, language: LanguageCode): string => {
  const heading = parseHeading(text, language, 'preamble')
  return heading
    ? [heading.act, ...heading.addressees.map(({ slug }) => slug)].join('-') +
        (heading.clause === '' ? '' : ' +')
    : 'none'
}

test('a heading has the same address in six languages', () => {
  const table: Record<string, [LanguageCode, string][]> = {
    'considering-further': [
      ['en', 'considering further'],
      ['fr', 'considérant en outre'],
      ['es', 'considerando además'],
      ['ru', 'учитывая далее'],
      ['zh', '进一步考虑到'],
      ['ar', 'وإذ يضع في اعتباره كذلك'],
    ],
    resolves: [
      ['en', 'resolves'],
      ['fr', 'DECIDE'],
      ['es', 'resuelve'],
      ['ru', 'решает'],
      ['zh', '做出决议'],
      ['ar', 'يقرر'],
    ],
    'instructs-secretary-general-directors': [
      ['en', 'instructs the Secretary-General and the Directors of the three Bureaux'],
      ['en', 'resolves to instruct the Secretary-General and the Directors of the Bureaux'],
      ['fr', 'charge le Secrétaire général et les Directeurs des trois Bureaux'],
      ['es', 'resuelve encargar al Secretario General y a los Directores de las Oficinas'],
      ['ru', 'поручает Генеральному секретарю и Директорам Бюро'],
      ['zh', '责成秘书长和各局主任'],
      ['ar', 'يكلف الأمين العام ومديري المكاتب'],
    ],
    'instructs-director-bdt': [
      ['en', 'instructs the Director of the Telecommunication Development Bureau (BDT)'],
      ['fr', 'charge le Directeur du Bureau de développement des télécommunications'],
      ['es', 'encarga al Director de la Oficina de Desarrollo de las Telecomunicaciones'],
      ['ru', 'поручает Директору Бюро развития электросвязи'],
      ['zh', '责成电信发展局主任'],
      ['ar', 'يكلف مدير مكتب تنمية الاتصالات'],
    ],
    'invites-member-states-sector-members-associates-academia': [
      ['en', 'invites Member States, Sector Members, Associates and Academia'],
      [
        'fr',
        'invite les États Membres, les Membres de Secteur, les Associés et les établissements universitaires',
      ],
      ['es', 'invita a los Estados Miembros, Miembros de Sector, Asociados e Instituciones Académicas'],
      [
        'ru',
        'предлагает Государствам-Членам, Членам Секторов, Ассоциированным членам и Академическим организациям',
      ],
      ['zh', '请成员国、部门成员、部门准成员和学术成员'],
      ['ar', 'يدعو الدول الأعضاء وأعضاء القطاع والمنتسبين والهيئات الأكاديمية'],
    ],
  }
  for (const [expected, headings] of Object.entries(table)) {
    for (const [language, text] of headings) assert.equal(key(text, language), expected, text)
  }
})

test('a sentence that begins with a section word is no heading', () => {
  for (const text of ['resolves 1, 2, 3 and 4 above', 'resolves 5 above;', 'instructs 1 and 2'])
    assert.equal(key(text, 'en'), 'none', text)
})

test('what follows the addressees in the same paragraph is the provision', () => {
  const heading = parseHeading(
    'instructs the Secretary-General to report yearly to the Council,',
    'en',
    'operative',
  )
  assert.deepEqual(
    [heading?.text, heading?.clause],
    ['instructs the Secretary-General', 'to report yearly to the Council,'],
  )
})

test('those whom somebody is to work with are not told to act', () => {
  const heading = parseHeading(
    'instructs the Director of TSB, in collaboration with the Directors of the other Bureaux',
    'en',
    'operative',
  )
  assert.deepEqual(heading?.addressees, [{ printed: 'the Director of TSB', slug: 'director-tsb' }])
})
