/** Turns a form of the lexicon into a regular expression that forgives what printing varies: spaces, accents of capitals, vowel signs. */
export function pattern(form: string, before = '', after = '', flags = 'iu'): RegExp {
  return new RegExp(before + forgiving(form) + after, flags)
}

export function forgiving(form: string): string {
  let source = ''
  let inClass = false
  let classStart = 0
  for (let at = 0; at < form.length; at++) {
    const sign = form[at] ?? ''
    if (sign === '\\') {
      source += sign + (form[++at] ?? '')
      if (form[at] === 'p') {
        const end = form.indexOf('}', at)
        source += form.slice(at + 1, end + 1)
        at = end
      }
    } else if (sign === '[') {
      inClass = true
      classStart = at
      source += sign
    } else if (sign === ']') {
      inClass = false
      source += arabicLetter.test(form.slice(classStart, at)) ? sign + vowelSigns : sign
    } else source += inClass ? sign : forgive(sign)
  }
  return source
}

const accents: Record<string, string> = {
  é: '[eé]',
  è: '[eè]',
  ê: '[eê]',
  à: '[aà]',
  á: '[aá]',
  í: '[ií]',
  ó: '[oó]',
  ú: '[uú]',
  ñ: '[nñ]',
  ç: '[cç]',
  î: '[iî]',
  œ: '(?:œ|oe)',
  ё: '[её]',
  е: '[её]',
  ' ': '\\s+',
  "'": "['’ʼ´]",
  '-': '[-‐‑]',
}
const vowelSigns = '[\\u064B-\\u0652\\u0670\\u0640]*'
const arabicLetter = /[\u0621-\u064A]/

function forgive(sign: string): string {
  const accent = accents[sign]
  if (accent) return accent
  if ('اأإآ'.includes(sign)) return `[اأإآٱ]${vowelSigns}`
  if ('ىي'.includes(sign)) return `[ىيی]${vowelSigns}`
  if (sign === 'ة') return `[ةه]${vowelSigns}`
  if (sign === 'ك') return `[كک]${vowelSigns}`
  return arabicLetter.test(sign) ? sign + vowelSigns : sign
}
