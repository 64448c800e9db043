import type { Paper, PaperBlock, PaperSpan } from '../src/platform/documents/paper.ts'
import type { LanguageCode } from '../src/platform/languages.ts'

/** One sentence, a heading, and the words of a paper in each language. */
export const paperWords: Record<LanguageCode, { sentence: string; heading: string; words: Paper['words'] }> =
  {
    ar: {
      sentence: 'يحيط المجلس علماً مع التقدير بالعمل الذي اضطلع به الاتحاد منذ الدورة السابقة.',
      heading: 'توصيل غير الموصولين',
      words: inWords('المحتويات', 'الشكل', 'الجدول', 'الصفحة {number} من {of}', 'الصفوف: {number} من {of}'),
    },
    zh: {
      sentence: '理事会赞赏地注意到国际电联自上届会议以来所开展的工作，以及各成员国报告的贡献。',
      heading: '连通尚未连通者',
      words: inWords('目录', '图', '表', '第 {number} 页，共 {of} 页', '已印行数：{number}/{of}'),
    },
    en: {
      sentence: 'The Council notes with appreciation the work of the Union since the previous session.',
      heading: 'Connecting the unconnected',
      words: inWords(
        'Contents',
        'Figure',
        'Table',
        'Page {number} of {of}',
        'Rows printed: {number} of {of}',
      ),
    },
    fr: {
      sentence:
        'Le Conseil prend note avec satisfaction des travaux menés par l’Union depuis la session précédente.',
      heading: 'Connecter ceux qui ne le sont pas',
      words: inWords(
        'Table des matières',
        'Figure',
        'Tableau',
        'Page {number} sur {of}',
        'Lignes: {number} sur {of}',
      ),
    },
    ru: {
      sentence: 'Совет с удовлетворением отмечает работу Союза после предыдущей сессии.',
      heading: 'Подключить неподключённых',
      words: inWords(
        'Содержание',
        'Рисунок',
        'Таблица',
        'Страница {number} из {of}',
        'Строки: {number} из {of}',
      ),
    },
    es: {
      sentence: 'El Consejo toma nota con satisfacción de la labor de la Unión desde la reunión anterior.',
      heading: 'Conectar a quienes no lo están',
      words: inWords('Índice', 'Gráfico', 'Cuadro', 'Página {number} de {of}', 'Filas: {number} de {of}'),
    },
  }

function inWords(
  contents: string,
  figure: string,
  table: string,
  page: string,
  rows: string,
): Paper['words'] {
  return { contents, figure, table, page, rows }
}

export const plainSpan = (text: string): PaperSpan => ({ span: 'text', text, look: 'plain' })

export const paragraph = (...spans: (PaperSpan | string)[]): PaperBlock => ({
  block: 'paragraph',
  number: null,
  spans: spans.map((one) => (typeof one === 'string' ? plainSpan(one) : one)),
})

export const square =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>'

/** A paper with these blocks and nothing else to read. */
export const paperOf = (language: LanguageCode, ...blocks: PaperBlock[]): Paper => ({
  ...{ language, blocks, notes: [], at: '2026-11-20T10:11:12.000Z' },
  title: paperWords[language].heading,
  head: { recipient: 'ITU', meeting: null, number: 'C27/35', marks: [], from: null, boxes: [], warnings: [] },
  words: paperWords[language].words,
})

/** A paper in which everything occurs that a paper may have. */
export function wholePaper(language: LanguageCode): Paper {
  const { sentence, heading } = paperWords[language]
  const other = language === 'en' ? 'ar' : 'en'
  const address = `https://actionline.example/${language}/evidence/1`
  const inSpans = [plainSpan(sentence)]
  return {
    ...paperOf(
      language,
      { block: 'heading', level: 1, text: `1. ${heading}`, anchor: 'one' },
      { block: 'paragraph', number: '1.', spans: [plainSpan(sentence), { span: 'note', number: 1 }] },
      {
        block: 'paragraph',
        number: '2.',
        spans: [
          { span: 'link', text: '14 300', address: `${address}?records` },
          { span: 'text', text: ` ${heading} `, look: 'strong' },
          { span: 'text', text: heading, look: 'emphasis' },
        ],
      },
      { block: 'heading', level: 3, text: heading, anchor: 'one-a' },
      { block: 'list', isOrdered: false, lines: [inSpans, inSpans] },
      { block: 'list', isOrdered: true, lines: [inSpans, inSpans] },
      { block: 'paragraph', number: '3.', spans: inSpans, look: 'warning' },
      { block: 'paragraph', number: null, language: other, spans: [plainSpan(paperWords[other].sentence)] },
      { block: 'heading', level: 1, text: `2. ${heading}`, anchor: 'two' },
      { block: 'picture', anchor: 'picture', caption: heading, svg: square, description: sentence },
      {
        block: 'table',
        anchor: 'table',
        caption: heading,
        names: [
          { text: heading, isNumber: false },
          { text: 'ITU', isNumber: true },
        ],
        rows: [
          [heading, '14 300'],
          [heading, '7'],
        ],
      },
      { block: 'paragraph', number: null, look: 'hint', spans: inSpans },
    ),
    notes: [{ spans: [plainSpan(`${heading}, `), { span: 'link', text: address, address }] }],
    head: {
      ...{ recipient: 'ITU', meeting: heading, number: 'C27/35', from: heading, warnings: [sentence] },
      marks: [{ name: 'ITU', value: 'C27/35' }],
      boxes: [{ name: heading, lines: [inSpans] }],
    },
  }
}
