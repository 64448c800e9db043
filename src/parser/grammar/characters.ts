/** Signs that print nothing: direction marks, zero-width signs, Arabic lengthening strokes. They count as no letters. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u061c\u0640]/g
const spaces = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g

export const softHyphen = '\u00ad'

/** Latin ligatures and the shapes of Arabic letters, as PDF files give them, are the letters that they stand for. */
const shapes = /[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]/g

const compose = (text: string): string =>
  text.replace(shapes, (sign) => sign.normalize('NFKC')).normalize('NFC')

/** Letters composed, white space collapsed, signs without a shape removed; the soft hyphen stays only where it ends the text. */
export function clean(text: string): string {
  const visible = compose(text).replace(invisible, '').replace(spaces, ' ').trim()
  return visible.replace(/\u00ad(?!$)/g, '')
}

/** Digits of all scripts as ASCII, full-width letters and punctuation as their narrow forms. One sign stays one sign. */
export function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e٠-٩۰-۹]/g, (sign) => {
    const code = sign.charCodeAt(0)
    if (code >= 0xff01) return String.fromCharCode(code - 0xfee0)
    return String(code & 0xf)
  })
}

export const lettersOf = (text: string): string =>
  compose(text)
    .replace(invisible, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

export const isHan = (sign: string): boolean => /[\p{Script=Han}，。；：、（）“”《》！？]/u.test(sign)

const twins: Record<string, string> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  а: 'a',
  с: 'c',
  е: 'e',
  о: 'o',
  р: 'p',
  х: 'x',
}
const disguised =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])([СсАВЕТ])(?=1[01]?(?![\d])|[2-9](?![\d]))|(?<=[A-Za-z])[АВСЕНКМОРТХасеорх]+(?=[A-Za-z])/gu

/** Cyrillic letters that stand in Latin codes ('С1' for action line C1) become the Latin ones they imitate. */
export function foldTwins(text: string): { text: string; folded: string[] } {
  const folded: string[] = []
  const result = text.replace(disguised, (found) => {
    folded.push(found)
    return [...found].map((sign) => twins[sign] ?? sign).join('')
  })
  return { text: result, folded }
}
