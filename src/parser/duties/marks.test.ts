import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { LanguageCode } from '../language-code.ts'
import { marksOf } from './marks.ts'

const lines: [LanguageCode, string, string[]][] = [
  ['en', 'in WSIS Action Lines C1 to C4 and C11', ['C1', 'C2', 'C3', 'C4', 'C11']],
  ['en', 'action lines С2 (infrastructure), С5 (confidence) and C6', ['C2', 'C5', 'C6']],
  ['en', 'Action Line C7 (e-health and e-science)', ['C7', 'C7.eHea', 'C7.eSci']],
  ['en', 'Document C19/58 of session C19 on action lines', []],
  ['en', 'vitamin C2 is no line', []],
  ['fr', 'les grandes orientations C2, C5 et C6', ['C2', 'C5', 'C6']],
  ['es', 'las Líneas de Acción C2, C5 y C6', ['C2', 'C5', 'C6']],
  ['ru', 'Направления деятельности С2, С5 и С6', ['C2', 'C5', 'C6']],
  ['zh', '在行动方面C2、C5和C6中', ['C2', 'C5', 'C6']],
  ['ar', 'خطوط العمل C2 وC5 وC6', ['C2', 'C5', 'C6']],
  ['ar', 'خطي العمل جيم5 وجيم6', ['C5', 'C6']],
]

for (const [language, text, expected] of lines) {
  test(`action lines in ‹${text}›`, () => {
    assert.deepEqual(marksOf(text, language).actionLines, expected)
  })
}

const named: [LanguageCode, string][] = [
  ['en', 'towards the SDGs'],
  ['en', 'Sustainable Development Goal 9'],
  ['fr', 'les objectifs de développement durable'],
  ['fr', "le Programme de développement durable à l'horizon 2030"],
  ['es', 'los ODS y la Agenda 2030'],
  ['ru', 'достижение ЦУР'],
  ['ru', 'Повестки дня в области устойчивого развития на период до 2030 года'],
  ['zh', '《2030年可持续发展议程》'],
  ['zh', '可持续发展目标'],
  ['ar', 'أهداف التنمية المستدامة'],
  ['ar', 'خطة التنمية المستدامة لعام ٢٠٣٠'],
]

for (const [language, text] of named) {
  test(`‹${text}› names the Goals or the 2030 Agenda`, () => {
    assert.deepEqual(marksOf(text, language), { actionLines: [], sdg: true, sdgOnlyInName: false })
  })
}

const onlyYears: [LanguageCode, string][] = [
  ['en', 'the Connect 2030 Agenda'],
  ['en', 'the Arab Digital Agenda 2030 and Agenda 2063'],
  ['en', 'sustainable development and the Millennium Development Goals'],
  ['fr', "l'Agenda Connect 2030"],
  ['es', 'la Agenda Conectar 2030'],
  ['ru', 'Повестка дня «Соединим к 2030 году»'],
  ['zh', '《连通2030年议程》'],
]

for (const [language, text] of onlyYears) {
  test(`‹${text}› is not the 2030 Agenda`, () => {
    assert.equal(marksOf(text, language).sdg, false)
  })
}

test('a body with the Goals in its name is told from the Goals', () => {
  const names = ['CWG-WSIS&SDG', 'the WSIS/SDG Task Force', 'the WSIS-SDG Matrix']
  assert.deepEqual(
    names.map((name) => marksOf(`the outputs of ${name}`, 'en').sdgOnlyInName),
    [true, true, true],
  )
  assert.equal(marksOf('WSIS/SDG implementation in CWG-WSIS&SDG', 'en').sdgOnlyInName, false)
})
