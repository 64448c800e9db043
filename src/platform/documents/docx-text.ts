import { element, type Xml } from '../export/xml.ts'
import { languages, type LanguageCode } from '../languages.ts'

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export type ParagraphStyle = 'Title' | 'Heading1' | 'Heading2' | 'Plain' | 'Strong' | 'Hint' | 'Lead' | 'Code'

export const isRightToLeft = (language: LanguageCode): boolean => languages[language].direction === 'rtl'

/** A paragraph in a style; the order of properties is that of ECMA-376 part 1, 17.3.1.26. */
export const paragraph = (style: ParagraphStyle, language: LanguageCode, ...content: Xml[]): Xml =>
  element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      element('w:pStyle', { 'w:val': style }),
      ...(isRightToLeft(language) ? [element('w:bidi', {})] : []),
    ),
    ...content,
  )

/** Text in the direction of its language; a line end becomes a break. */
export function runs(text: string, language: LanguageCode, style?: string): Xml {
  if (!isRightToLeft(language)) return runXml(text, { language, style })
  const parts = text.split(isolated).filter((part, place) => part !== '' || place === 0)
  const xml = parts.map((part) => runXml(part, { language, style, isFromRight: !isolated.test(part) }).xml)
  return { xml: xml.join('') }
}

/** What is marked to run from the left, such as a date. Word obeys its runs and not these marks. */
const isolated = /(\u2066[^\u2066-\u2069]*\u2069)/u

type RunLook = { language: LanguageCode; style: string | undefined; isFromRight?: boolean }

function runXml(text: string, { language, style, isFromRight = false }: RunLook): Xml {
  const properties = [
    ...(style === undefined ? [] : [element('w:rStyle', { 'w:val': style })]),
    ...(isFromRight ? [element('w:rtl', {})] : []),
    languageMark(language),
  ]
  const lines = text
    .split('\n')
    .flatMap((line, place) => [
      ...(place === 0 ? [] : [element('w:br', {})]),
      element('w:t', { 'xml:space': 'preserve' }, line),
    ])
  return element('w:r', {}, element('w:rPr', {}, ...properties), ...lines)
}

/** For the spelling; which of the three kinds of script a letter belongs to, programs see for themselves. */
export function languageMark(language: LanguageCode): Xml {
  if (language === 'ar') return element('w:lang', { 'w:bidi': 'ar-SA' })
  if (language === 'zh') return element('w:lang', { 'w:eastAsia': 'zh-CN' })
  return element('w:lang', { 'w:val': regions[language] })
}

const regions = { en: 'en-GB', fr: 'fr-FR', ru: 'ru-RU', es: 'es-ES' } as const
