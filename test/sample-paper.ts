import { barsFile } from '#platform/charts/bars-file.ts'
import type { Paper, PaperBlock, PaperSpan } from '#platform/documents/paper.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { readCatalogues, translators } from '#platform/messages.ts'
import { number } from '#platform/ui/format.ts'

const translate = translators(readCatalogues([new URL('../src/platform/messages', import.meta.url).pathname]))

/** Words of an invented paper, long enough that lines break. */
const said: Record<
  LanguageCode,
  Record<'title' | 'name' | 'text' | 'strong' | 'emphasis' | 'link' | 'body', string>
> = {
  en: {
    title: 'Report on the implementation of the outcomes of the Summit in reading rooms',
    name: 'What was done',
    text: 'The reading rooms of the region took part in activities about access and capacity building, and told of what they had learned. ',
    strong: 'Twelve rooms were opened',
    emphasis: 'for the first time',
    link: 'the plan of work',
    body: 'Council of the Reading Rooms',
  },
  ar: {
    title: 'تقرير عن تنفيذ نتائج القمة في قاعات القراءة',
    name: 'ما تم إنجازه',
    text: 'شاركت قاعات القراءة في المنطقة في أنشطة عن النفاذ وبناء القدرات (WSIS 2026)، وأبلغت عما تعلمته من هذه الأنشطة. ',
    strong: 'افتُتحت اثنتا عشرة قاعة',
    emphasis: 'للمرة الأولى',
    link: 'خطة العمل',
    body: 'مجلس قاعات القراءة',
  },
  zh: {
    title: '阅览室落实峰会成果情况的报告',
    name: '已完成的工作',
    text: '该区域的阅览室参加了有关接入和能力建设的活动,并介绍了“所学到的知识”——以供其他阅览室参考。',
    strong: '新开放了十二个阅览室',
    emphasis: '这是首次',
    link: '工作计划',
    body: '阅览室理事会',
  },
  fr: {
    title: 'Rapport sur la mise en œuvre des résultats du Sommet dans les salles de lecture',
    name: 'Ce qui a été fait',
    text: 'Les salles de lecture de la région ont participé à des activités sur l’accès et le renforcement des capacités, et ont fait part de ce qu’elles avaient appris. ',
    strong: 'Douze salles ont été ouvertes',
    emphasis: 'pour la première fois',
    link: 'le plan de travail',
    body: 'Conseil des salles de lecture',
  },
  ru: {
    title: 'Отчет о выполнении решений Встречи в читальных залах',
    name: 'Что было сделано',
    text: 'Читальные залы региона участвовали в деятельности, касающейся доступа и создания потенциала, и рассказали о том, чему они научились. ',
    strong: 'Открыто двенадцать залов',
    emphasis: 'впервые',
    link: 'план работы',
    body: 'Совет читальных залов',
  },
  es: {
    title: 'Informe sobre la aplicación de los resultados de la Cumbre en las salas de lectura',
    name: 'Lo que se ha hecho',
    text: 'Las salas de lectura de la región participaron en actividades sobre el acceso y la creación de capacidad, y contaron lo que habían aprendido. ',
    strong: 'Se abrieron doce salas',
    emphasis: 'por primera vez',
    link: 'el plan de trabajo',
    body: 'Consejo de las Salas de Lectura',
  },
}

const site = 'https://example.org'

/** A paper of all that there is, in one language and with one text in another. */
export function samplePaper(language: LanguageCode, more: Partial<Paper> = {}): Paper {
  const words = said[language]
  const plain = (text: string): PaperSpan => ({ span: 'text', text, look: 'plain' })
  const spans = (note: number): PaperSpan[] => [
    plain(words.text),
    { span: 'text', text: words.strong, look: 'strong' },
    plain(', '),
    { span: 'text', text: words.emphasis, look: 'emphasis' },
    { span: 'note', number: note },
    plain(': '),
    { span: 'link', text: words.link, address: `${site}/${language}/plans/p1` },
    plain(`. ${words.text}`),
  ]
  const sections = [1, 2, 3].flatMap((section): PaperBlock[] => [
    { block: 'heading', level: 1, text: `${section}. ${words.name}`, anchor: `section-${section}` },
    ...[1, 2, 3].map((one): PaperBlock => ({
      ...{ block: 'paragraph', number: `${(section - 1) * 3 + one}.` },
      spans: one === 1 ? spans(section) : [plain(words.text.repeat(3))],
    })),
    { block: 'heading', level: 2, text: words.link, anchor: `section-${section}-2` },
    { block: 'list', isOrdered: false, lines: [[plain(words.text)], [plain(words.strong)]] },
    { block: 'list', isOrdered: true, lines: [[plain(words.emphasis)], [plain(words.text)]] },
    ...live(language, section),
  ])
  return {
    language,
    title: words.title,
    head: {
      ...{ recipient: words.body, meeting: `${words.body} 2026`, number: 'C26/35-E' },
      marks: [
        { name: words.link, value: 'C26/35-E' },
        { name: words.name, value: '2026' },
      ],
      from: words.body,
      boxes: [
        { name: words.name, lines: [[plain(words.text)]] },
        { name: words.link, lines: [spans(4)] },
      ],
      warnings: [words.strong],
    },
    blocks: [
      ...sections,
      {
        block: 'paragraph',
        number: null,
        look: 'warning',
        spans: [plain(words.emphasis)],
      },
      {
        block: 'paragraph',
        number: '10.',
        language: language === 'ar' ? 'en' : 'ar',
        spans: [plain(said[language === 'ar' ? 'en' : 'ar'].text)],
      },
    ],
    notes: [1, 2, 3, 4].map((note) => ({
      spans: [
        plain(`${words.name}, `),
        {
          span: 'link',
          text: `${site}/${language}/activities/a${note}`,
          address: `${site}/${language}/activities/a${note}`,
        },
      ],
    })),
    words: {
      contents: words.name,
      figure: words.emphasis,
      table: words.link,
      page: '{number} / {of}',
      rows: '{number} / {of}',
    },
    at: '2026-11-22T10:00:00.000Z',
    ...more,
  }
}

/** A figure with its table, and a grid that is wide. */
function live(language: LanguageCode, section: number): PaperBlock[] {
  const { name, text, link } = said[language]
  const rows = ['KE', 'PE', 'FR', 'TV'].map((code, place) => ({
    name: `${code} ${name}`,
    count: 14_300 - place * 3_100,
  }))
  const written = (count: number) => number(language, count)
  const part = `part-${section}`
  const blocks: PaperBlock[] = [
    {
      ...{ block: 'picture', anchor: part, caption: text.trim(), description: `${name}: 14300` },
      svg: barsFile(translate[language], { title: name, description: '', rows, written }),
    },
    {
      ...{ block: 'table', anchor: `${part}-table`, caption: name },
      names: [
        { text: link, isNumber: false },
        { text: name, isNumber: true },
      ],
      rows: rows.map((row) => [row.name, written(row.count)]),
    },
    {
      ...{ block: 'paragraph', number: null, look: 'hint' },
      spans: [{ span: 'link', text: name, address: `${site}/${language}/reports/r1/parts/${part}` }],
    },
    ...(section === 2
      ? [
          {
            ...{ block: 'table' as const, anchor: 'grid', caption: text.trim() },
            names: [
              { text: link, isNumber: false },
              ...Array.from({ length: 17 }, (_, place) => ({ text: String(place + 1), isNumber: true })),
            ],
            rows: Array.from({ length: 60 }, (_, row) => [
              `C${row + 1}`,
              ...Array.from({ length: 17 }, (__, place) => written(row * place)),
            ]),
          },
        ]
      : []),
  ]
  return blocks.map((block) => ({ ...block, part }))
}
