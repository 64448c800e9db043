import { LevelFormat } from 'docx'

export type Line =
  | string
  | { title: string }
  | { heading: string }
  | { list: string; text: string; level?: number; letters?: boolean; continues?: boolean }
  | { style: string; text: string }
  | { table: string[][] }

type Format = { format: (typeof LevelFormat)[keyof typeof LevelFormat]; text: string }

export type WordCase = {
  file: string
  header?: string
  rightToLeft?: boolean
  formats: [Format, Format]
  letterFormat?: Format['format']
  /** Names of the styles that ITU's own documents use. */
  styles?: string[]
  footnotes?: Record<string, string>
  lines: Line[]
}

const itu: [Format, Format] = [
  { format: LevelFormat.DECIMAL, text: '%1' },
  { format: LevelFormat.LOWER_ROMAN, text: '%2)' },
]

const un: [Format, Format] = [
  { format: LevelFormat.DECIMAL, text: '%1.' },
  { format: LevelFormat.LOWER_LETTER, text: '(%2)' },
]

export const wordCases: WordCase[] = [
  {
    file: 'en-pp-word-lists.docx',
    header: 'PP-34/112-E',
    formats: itu,
    footnotes: { 1: 'A wharf includes floating landing stages.' },
    lines: [
      'RESOLUTION 244 (GEORGETOWN, 2034)',
      { title: 'Tide tables and harbour radio for small ports' },
      'The Plenipotentiary Conference of the International Telecommunication Union (Georgetown, 2034),',
      { heading: 'considering' },
      { list: 'c', letters: true, text: 'that tide tables are printed once a year;' },
      { list: 'c', continues: true, text: 'that every wharf[^1] has an owner;' },
      { list: 'c', continues: true, text: 'that [-large-][+small+] ports lack operators,' },
      { heading: 'resolves' },
      { list: 'r', text: 'that ITU should continue to support harbour radio, including by:' },
      { list: 'r', continues: true, level: 1, text: 'publishing a handbook;' },
      { list: 'r', continues: true, level: 1, text: 'training operators;' },
      { list: 'r', continues: true, text: 'that the work be coordinated with IMO,' },
      { heading: 'instructs the Secretary-General and the Directors of the Bureaux' },
      { list: 'i', text: 'to implement resolves 1 and 2 above;' },
      { list: 'i', continues: true, text: 'to report annually to the Council.' },
    ],
  },
  {
    file: 'fr-cmdt-word-tableau.docx',
    header: 'CMDT33/54-F',
    formats: itu,
    footnotes: { 1: 'Le fleuve et ses affluents.' },
    lines: [
      'RÉSOLUTION 102 (KIGALI, 2033)',
      { title: 'Bacs et pirogues connectés' },
      'La Conférence mondiale de développement des télécommunications (Kigali, 2033),',
      { heading: 'considérant' },
      { list: 'c', letters: true, text: 'que les bacs transportent des élèves;' },
      { list: 'c', continues: true, text: 'que le fleuve[^1] change de lit,' },
      { heading: 'décide' },
      "que l'UIT-D doit étudier la question,",
      { heading: 'charge le Directeur du Bureau de développement des télécommunications' },
      { list: 'i', text: 'de soumettre un rapport au GCDT tous les deux ans;' },
      { list: 'i', continues: true, text: 'de fournir une assistance sur demande.' },
      '[page]ANNEXE',
      {
        table: [
          ['Bac', 'Longueur'],
          ['Nord', '12 m'],
        ],
      },
    ],
  },
  {
    file: 'es-ag-word-partes.docx',
    header: 'A/RES/91/45',
    formats: un,
    lines: [
      '91/45. Lavanderías públicas y ahorro de agua',
      '[*La Asamblea General*],',
      '[*Recordando*] su resolución 70/1, de 25 de septiembre de 2015,',
      '[*Observando*] que una lavandería sirve a doscientas familias,',
      { list: 'o', text: '[*Alienta*] a los Estados Miembros a que:' },
      { list: 'o', continues: true, level: 1, text: 'Midan el consumo de agua;' },
      { list: 'o', continues: true, level: 1, text: 'Publiquen los resultados;' },
      {
        list: 'o',
        continues: true,
        text: '[*Solicita*] al Secretario General que le presente cada dos años un informe sobre la aplicación de la presente resolución.',
      },
    ],
  },
  {
    file: 'ru-pp-word-pravka.docx',
    header: 'PP-34/120-R',
    formats: itu,
    footnotes: { 1: 'В том числе подвесные.' },
    lines: [
      'РЕЗОЛЮЦИЯ 246 (БИШКЕК, 2034 Г.)',
      { title: 'Связь на горных мостах' },
      'Полномочная конференция Международного союза электросвязи (Бишкек, 2034 г.),',
      { heading: 'учитывая,' },
      'a)\tчто мосты[^1] [-старые-][+важны для торговли+];',
      'b)\tчто связь на них неустойчива,',
      { heading: 'решает,' },
      '1\tчто МСЭ следует изучить этот вопрос;',
      '2\tчто результаты следует опубликовать,',
      { heading: 'поручает Генеральному секретарю' },
      'ежегодно представлять Совету отчет.',
    ],
  },
  {
    file: 'zh-pp-word-liebiao.docx',
    header: 'PP-34/121-C',
    formats: itu,
    lines: [
      '第247号决议（2034年，贵阳）',
      { title: '山区桥梁上的通信' },
      '国际电信联盟全权代表大会（2034年，贵阳），',
      { heading: '考虑到' },
      { list: 'c', letters: true, text: '桥梁对贸易十分重要；' },
      { list: 'c', continues: true, text: '桥上的通信不稳定，' },
      { heading: '做出决议' },
      { list: 'r', text: '国际电联应研究这一问题，包括：' },
      { list: 'r', continues: true, level: 1, text: '天线的位置；' },
      { list: 'r', continues: true, level: 1, text: '供电方式，' },
      { heading: '责成秘书长' },
      '每年向理事会提交报告。',
    ],
  },
  {
    file: 'ar-pp-word-abjad.docx',
    header: 'PP-34/122-A',
    rightToLeft: true,
    formats: itu,
    letterFormat: LevelFormat.ARABIC_ABJAD,
    lines: [
      'القرار 248 (عدن، 2034)',
      { title: 'الاتصالات على الجسور الجبلية' },
      'إن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات (عدن، 2034)،',
      { heading: 'إذ يضع في اعتباره' },
      { list: 'c', letters: true, text: 'أن الجسور مهمة للتجارة؛' },
      { list: 'c', continues: true, text: 'أن الاتصالات عليها غير مستقرة؛' },
      { list: 'c', continues: true, text: 'أن الصيانة صعبة،' },
      { heading: 'يقرر' },
      { list: 'r', text: 'أن يدرس الاتحاد هذه المسألة؛' },
      { list: 'r', continues: true, text: 'أن تُنشر النتائج،' },
      { heading: 'يكلف الأمين العام' },
      'بتقديم تقرير سنوي إلى المجلس.',
    ],
  },
  {
    file: 'en-wtsa-word-styles.docx',
    header: 'WTSA32/7(Add.4)-E',
    formats: itu,
    styles: ['ResNo', 'Restitle', 'Resref', 'Normalaftertitle', 'Call', 'enumlev1', 'Proposal'],
    footnotes: { 1: 'These include small island developing states.' },
    lines: [
      { style: 'Proposal', text: 'MOD\tRCC/40/7' },
      { style: 'ResNo', text: 'RESOLUTION 119 (Rev. Nadi, [-2028-][+2032+])' },
      { style: 'Restitle', text: 'Marking of submarine cable landing points' },
      { style: 'Resref', text: '(Busan, 2028; Nadi, 2032)' },
      {
        style: 'Normalaftertitle',
        text: 'The World Telecommunication Standardization Assembly (Nadi, 2032),',
      },
      { style: 'Call', text: 'considering' },
      '[*a)*]\tthat anchors damage cables near the shore;',
      '[*b)*]\tthat developing countries[^1] have few repair ships,',
      { style: 'Call', text: 'considering further' },
      'that fishers know the seabed,',
      { style: 'Call', text: 'resolves' },
      '1\tthat ITU-T Study Group 15 should prepare a Recommendation on:',
      { style: 'enumlev1', text: 'i)\tmarks on land;' },
      { style: 'enumlev1', text: 'ii)\tbuoys[+ and lights+];' },
      '2\tthat the text should be ready before WTSA-36,',
      { style: 'Call', text: 'instructs the Director of the Telecommunication Standardization Bureau' },
      'to report annually to TSAG,',
      { style: 'Call', text: 'invites Member States, Sector Members and Academia' },
      '1\tto contribute photographs;',
      '[-2\tto buy repair ships;-][+2\tto share repair ships.+]',
      { style: 'Proposal', text: 'Reasons:\tThe landing points have moved.' },
    ],
  },
  {
    file: 'not-resolutions/budget.docx',
    header: 'Budget 2034',
    formats: itu,
    lines: [
      { title: 'Budget of the harbour museum for 2034' },
      { list: 'b', text: 'Salaries of the Director and of four guides' },
      { list: 'b', continues: true, text: 'Heating and light' },
      { list: 'b', continues: true, level: 1, text: 'main hall' },
      { list: 'b', continues: true, level: 1, text: 'workshop' },
      {
        table: [
          ['1', 'Salaries', '212 000'],
          ['2', 'Heating', '31 500'],
          ['3', 'Repairs', '18 000'],
          ['', 'Total', '261 500'],
        ],
      },
      'Approved by the Secretary-General of the foundation on 3 March.',
    ],
  },
]
