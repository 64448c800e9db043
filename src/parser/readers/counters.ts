/** A counter as a list prints it. Names are those of Word; HTML's are translated to them. */
export function printedCounter(count: number, format: string): string {
  const print = formats[format]
  // A format that is not known here is printed in digits, so that the place in the list is not lost.
  return print ? print(count) : String(count)
}

type Print = (count: number) => string

const lower: Print = (count) => repeatedLetter(count, 'abcdefghijklmnopqrstuvwxyz')
const roman: Print = (count) => romanNumeral(count)
const russian: Print = (count) => repeatedLetter(count, 'абвгдежзиклмнопрстуфхцчшщэюя')
const upperOf =
  (print: Print): Print =>
  (count) =>
    print(count).toUpperCase()

const formats: Record<string, Print> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (count) => String(count).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  lowerLetter: lower,
  upperLetter: upperOf(lower),
  lowerLatin: (count) => positional(count, 'abcdefghijklmnopqrstuvwxyz'),
  upperLatin: (count) => positional(count, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  lowerGreek: (count) => positional(count, 'αβγδεζηθικλμνξοπρστυφχψω'),
  lowerRoman: roman,
  upperRoman: upperOf(roman),
  russianLower: russian,
  russianUpper: upperOf(russian),
  ordinal: englishOrdinal,
  numberInDash: (count) => `- ${count} -`,
  chicago: (count) => repeatedLetter(count, '*†‡§'),
  none: () => '',
  arabicAlpha: (count) => repeatedLetter(count, 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'),
  arabicAbjad: (count) => repeatedLetter(count, 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'),
  hindiNumbers: (count) => digitsFrom(count, '٠'),
  arabicDigits: (count) => digitsFrom(count, '٠'),
  persianDigits: (count) => digitsFrom(count, '۰'),
  chineseCounting: (count) => chineseNumber(count, '〇'),
  chineseCountingThousand: (count) => chineseNumber(count, '零'),
  taiwaneseCounting: (count) => chineseNumber(count, '零'),
  taiwaneseCountingThousand: (count) => chineseNumber(count, '零'),
  japaneseCounting: (count) => chineseNumber(count, '〇'),
  ideographDigital: ideographDigits,
  taiwaneseDigital: ideographDigits,
  japaneseDigitalTenThousand: ideographDigits,
  ideographTraditional: (count) => oneOf(count, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (count) => oneOf(count, '子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: (count) => enclosed(count, 0x3280, 10),
  decimalEnclosedCircle: enclosedCircle,
  decimalEnclosedCircleChinese: enclosedCircle,
  decimalEnclosedParen: (count) => enclosed(count, 0x2474, 20),
  decimalEnclosedFullstop: (count) => enclosed(count, 0x2488, 20),
  chineseLegalSimplified: (count) => inLegalCharacters(chineseNumber(count, '零')),
  ideographLegalTraditional: (count) => inLegalCharacters(chineseNumber(count, '零')),
}

/** As Word counts: z is followed by aa, bb, cc. */
function repeatedLetter(count: number, letters: string): string {
  if (count < 1) return String(count)
  const round = Math.ceil(count / letters.length)
  return letters.charAt((count - 1) % letters.length).repeat(Math.min(round, 30))
}

/** As browsers count: z is followed by aa, ab, ac. */
function positional(count: number, letters: string): string {
  if (count < 1) return String(count)
  let rest = count
  let printed = ''
  while (rest > 0) {
    rest -= 1
    printed = letters.charAt(rest % letters.length) + printed
    rest = Math.floor(rest / letters.length)
  }
  return printed
}

const romanSigns: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function romanNumeral(count: number): string {
  if (count < 1 || count > 4999) return String(count)
  let rest = count
  let printed = ''
  for (const [worth, sign] of romanSigns) {
    while (rest >= worth) {
      printed += sign
      rest -= worth
    }
  }
  return printed
}

function englishOrdinal(count: number): string {
  const tens = count % 100
  if (tens >= 11 && tens <= 13) return `${count}th`
  return `${count}${['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'}`
}

const digitsFrom = (count: number, zero: string) =>
  String(count).replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)))

function fullWidth(count: number): string {
  return digitsFrom(count, '0')
}

function ideographDigits(count: number): string {
  return String(count).replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)))
}

function chineseNumber(count: number, zero: string): string {
  if (count === 0) return zero
  if (count < 0 || count > 9999) return ideographDigits(count)
  const units = ['', '十', '百', '千']
  const digits = String(count).split('').map(Number)
  let printed = ''
  digits.forEach((digit, index) => {
    if (digit === 0) printed += zero
    else printed += '一二三四五六七八九'.charAt(digit - 1) + units[digits.length - 1 - index]
  })
  const joined = printed.replace(new RegExp(`${zero}+`, 'g'), zero).replace(new RegExp(`${zero}$`), '')
  return count < 20 ? joined.replace(/^一十/, '十') : joined
}

const inLegalCharacters = (number: string) =>
  number.replace(/[一二三四五六七八九十百千]/g, (sign) =>
    '壹贰叁肆伍陆柒捌玖拾佰仟'.charAt('一二三四五六七八九十百千'.indexOf(sign)),
  )

const oneOf = (count: number, signs: string) =>
  count >= 1 && count <= signs.length ? signs.charAt(count - 1) : String(count)

const enclosed = (count: number, first: number, last: number) =>
  count >= 1 && count <= last ? String.fromCodePoint(first + count - 1) : String(count)

function enclosedCircle(count: number): string {
  if (count >= 1 && count <= 20) return enclosed(count, 0x2460, 20)
  if (count >= 21 && count <= 35) return String.fromCodePoint(0x3251 + count - 21)
  return String(count)
}
