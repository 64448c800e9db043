import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodedAs } from '../../../test/corpus/encode.ts'
import { decodeText } from './decode-text.ts'

const texts = {
  en: 'The Conference of Bridge Builders,\nrecalling\na) that bridges stand – and fall;\n',
  fr: 'La Conférence des bâtisseurs,\nrappelant\na) que les ponts, où qu’ils soient, sont à protéger;\n',
  es: 'La Conferencia de Constructores,\nrecordando\na) que los puentes están en peligro según la opinión del año 2020;\n',
  ru: 'Конференция строителей мостов,\nнапоминая\na) что мосты стоят над реками и что их следует беречь;\n',
  ar: 'إن مؤتمر بناة الجسور،\nإذ يذكّر\nأ ) بأن الجسور قائمة فوق الأنهار وينبغي أن تصان؛\n',
  zh: '桥梁建设者大会，\n忆及\na) 桥梁跨越河流，应当予以保护；\n做出决议，照管所有桥梁并向理事会报告。\n',
}

test('every Unicode encoding is read, with its mark and without', () => {
  for (const [language, text] of Object.entries(texts)) {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
      for (const mark of ['', '\ufeff']) {
        const decoded = decodeText(encodedAs(mark + text, encoding))
        assert.deepEqual(decoded, { text, guessed: null, replaced: 0 }, `${language} in ${encoding}`)
      }
    }
  }
})

test('older encodings are guessed by the letters that they make', () => {
  const older = {
    fr: ['windows-1252'],
    es: ['windows-1252'],
    ru: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'],
    ar: ['windows-1256', 'iso-8859-6'],
    zh: ['gb18030', 'big5'],
  }
  for (const [language, encodings] of Object.entries(older)) {
    for (const encoding of encodings) {
      const text = texts[language as keyof typeof older]
      const written = encoding === 'big5' ? '橋樑建設者大會，\n憶及\na) 橋樑跨越河流，應當予以保護；\n' : text
      const decoded = decodeText(encodedAs(written, encoding))
      assert.deepEqual(
        decoded,
        { text: written, guessed: encoding, replaced: 0 },
        `${language} in ${encoding}`,
      )
    }
  }
})

test('a word or two are enough for a guess in most cases', () => {
  assert.equal(decodeText(encodedAs('Résolution', 'windows-1252')).text, 'Résolution')
  assert.equal(decodeText(encodedAs('“quoted”', 'windows-1252')).text, '“quoted”')
  assert.equal(decodeText(encodedAs('РЕЗОЛЮЦИЯ 5 решает', 'windows-1251')).text, 'РЕЗОЛЮЦИЯ 5 решает')
  assert.equal(decodeText(encodedAs('القرار الأول', 'windows-1256')).text, 'القرار الأول')
})

test('broken bytes in UTF-8 are counted, not taken for another encoding', () => {
  const bytes = encodedAs(texts.ru, 'utf-8')
  bytes[1] = 0x41
  const decoded = decodeText(bytes)

  assert.equal(decoded.guessed, null)
  assert.equal(decoded.replaced, 1)
  assert.equal(decoded.text.slice(2), texts.ru.slice(1))
})

test('what a file says of its encoding is believed where the bytes agree', () => {
  const text = 'é'
  assert.deepEqual(decodeText(encodedAs(text, 'windows-1252'), 'windows-1252'), {
    text,
    guessed: null,
    replaced: 0,
  })
  assert.deepEqual(decodeText(encodedAs(text, 'utf-8'), 'windows-1252'), { text, guessed: null, replaced: 0 })
})
