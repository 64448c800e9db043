import type { LanguageCode } from '../language-code.ts'

/** Words and headings from which invented resolutions are made. Nothing here is quoted from anywhere. */
export type Stock = {
  number: (number: number) => string
  formula: string
  unFormula: string
  preambles: { heading: string; key: string }[]
  operatives: { heading: string; key: string; addressees: number }[]
  opener: string
  words: string[]
  /** Phrases that try the reader: numbers that are no labels, references, enumerations inside the sentence. */
  traps: string[]
  participles: string[]
  verbs: string[]
  letters: string[]
  surroundings: { foreword: string; annex: string; meeting: string }
  end: { and: string; stop: string; colon: string; comma: string }
}

const latinLetters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm']
const latin = { and: ';', stop: '.', colon: ':', comma: ',' }

export const stocks: Record<LanguageCode, Stock> = {
  en: {
    number: (number) => `RESOLUTION ${number} (REV. KISUMU, 2031)`,
    formula: 'The World Telecommunication Development Conference (Kisumu, 2031),',
    unFormula: 'The Economic and Social Council,',
    preambles: [
      { heading: 'considering', key: 'considering' },
      { heading: 'recognizing further', key: 'recognizing-further' },
      { heading: 'taking into account', key: 'taking-into-account' },
      { heading: 'noting with concern', key: 'noting' },
    ],
    operatives: [
      { heading: 'resolves', key: 'resolves', addressees: 0 },
      {
        heading: 'instructs the Secretary-General and the Directors of the three Bureaux',
        key: 'instructs-secretary-general-directors',
        addressees: 2,
      },
      {
        heading: 'instructs the Director of the Telecommunication Development Bureau',
        key: 'instructs-director-bdt',
        addressees: 1,
      },
      {
        heading: 'invites Member States, Sector Members, Associates and Academia',
        key: 'invites-member-states-sector-members-associates-academia',
        addressees: 4,
      },
    ],
    opener: 'that',
    words:
      'lanterns rivers harbour measures boats cheap quiet schools village radio water well-known weather high-level people carry repair'.split(
        ' ',
      ),
    traps: [
      'resolves 1, 2 and 3 above',
      'the 2030 Agenda',
      '§ 102b of it',
      'some 1 420 MHz',
      '30 km of road',
      'by (i) asking; (ii) hearing; and (iii) acting',
      'Action Lines C2, C5 and C6',
      '(Rev. Busan,2014)',
    ],
    participles: ['Recalling', 'Noting with concern', 'Recognizing'],
    verbs: ['Decides', 'Requests', 'Also invites', 'Encourages'],
    letters: latinLetters,
    surroundings: { foreword: 'FOREWORD', annex: 'ANNEX 1', meeting: '90th plenary meeting' },
    end: latin,
  },
  fr: {
    number: (number) => `RÉSOLUTION ${number} (RÉV. KISUMU, 2031)`,
    formula: 'La Conférence mondiale de développement des télécommunications (Kisumu, 2031),',
    unFormula: "L'Assemblée générale,",
    preambles: [
      { heading: 'considérant', key: 'considering' },
      { heading: 'reconnaissant en outre', key: 'recognizing-further' },
      { heading: 'rappelant', key: 'recalling' },
    ],
    operatives: [
      { heading: 'décide', key: 'resolves', addressees: 0 },
      {
        heading: 'charge le Secrétaire général et les Directeurs des Bureaux',
        key: 'instructs-secretary-general-directors',
        addressees: 2,
      },
      {
        heading: 'invite les États Membres, les Membres de Secteur et les Associés',
        key: 'invites-member-states-sector-members-associates',
        addressees: 3,
      },
    ],
    opener: 'que',
    words:
      'lanternes rivières port mesures bateaux écoles village radio eaux dix-sept météo gens portent réparent très peu'.split(
        ' ',
      ),
    traps: [
      'les points 1, 2 et 3 du décide',
      'le Programme 2030',
      '§ 102b du texte',
      'environ 1 420 MHz',
      'les grandes orientations C2, C5 et C6',
      '(Rév. Busan,2014)',
    ],
    participles: ['Rappelant', 'Notant avec préoccupation', 'Reconnaissant'],
    verbs: ['Décide', 'Prie', 'Invite également', 'Encourage'],
    letters: latinLetters,
    surroundings: { foreword: 'AVANT-PROPOS', annex: 'ANNEXE 1', meeting: '90e séance plénière' },
    end: latin,
  },
  es: {
    number: (number) => `RESOLUCIÓN ${number} (REV. KISUMU, 2031)`,
    formula: 'La Conferencia Mundial de Desarrollo de las Telecomunicaciones (Kisumu, 2031),',
    unFormula: 'La Asamblea General,',
    preambles: [
      { heading: 'considerando', key: 'considering' },
      { heading: 'reconociendo además', key: 'recognizing-further' },
      { heading: 'teniendo en cuenta', key: 'taking-into-account' },
    ],
    operatives: [
      { heading: 'resuelve', key: 'resolves', addressees: 0 },
      {
        heading: 'resuelve encargar al Secretario General y a los Directores de las Oficinas',
        key: 'instructs-secretary-general-directors',
        addressees: 2,
      },
      {
        heading: 'encarga al Director de la Oficina de Desarrollo de las Telecomunicaciones',
        key: 'instructs-director-bdt',
        addressees: 1,
      },
    ],
    opener: 'que',
    words:
      'linternas ríos puerto medidas barcos escuelas aldea radio agua franco-suiza gente llevan reparan muy poco'.split(
        ' ',
      ),
    traps: [
      'los puntos 1, 2 y 3 del resuelve',
      'la Agenda 2030',
      '§ 102b del texto',
      'unos 1 420 MHz',
      'las Líneas de Acción C2, C5 y C6',
    ],
    participles: ['Recordando', 'Observando con preocupación', 'Reconociendo'],
    verbs: ['Decide', 'Pide', 'Invita también', 'Alienta'],
    letters: latinLetters,
    surroundings: { foreword: 'PREFACIO', annex: 'ANEXO 1', meeting: '90ª sesión plenaria' },
    end: latin,
  },
  ru: {
    number: (number) => `РЕЗОЛЮЦИЯ ${number} (ПЕРЕСМ. КИСУМУ, 2031 Г.)`,
    formula: 'Всемирная конференция по развитию электросвязи (Кисуму, 2031 г.),',
    unFormula: 'Генеральная Ассамблея,',
    preambles: [
      { heading: 'учитывая', key: 'considering' },
      { heading: 'признавая далее', key: 'recognizing-further' },
      { heading: 'отмечая', key: 'noting' },
    ],
    operatives: [
      { heading: 'решает', key: 'resolves', addressees: 0 },
      {
        heading: 'поручает Генеральному секретарю и Директорам Бюро',
        key: 'instructs-secretary-general-directors',
        addressees: 2,
      },
      {
        heading: 'предлагает Государствам-Членам и Членам Секторов',
        key: 'invites-member-states-sector-members',
        addressees: 2,
      },
    ],
    opener: 'что',
    words:
      'фонари реки гавань меры лодки школы деревня радио вода какой-либо погода люди носят чинят мало'.split(
        ' ',
      ),
    traps: ['пункты 1, 2 и 3 раздела решает', 'Повестка дня на 2030 год', '§ 102b текста', 'около 1 420 МГц'],
    participles: ['ссылаясь', 'признавая', 'отмечая'],
    verbs: ['постановляет', 'просит', 'призывает также', 'рекомендует'],
    letters: latinLetters,
    surroundings: { foreword: 'ПРЕДИСЛОВИЕ', annex: 'ПРИЛОЖЕНИЕ 1', meeting: '90-е пленарное заседание' },
    end: latin,
  },
  zh: {
    number: (number) => `第${number}号决议（2031年，基苏木，修订版）`,
    formula: '世界电信发展大会（2031年，基苏木），',
    unFormula: '大会，',
    preambles: [
      { heading: '考虑到', key: 'considering' },
      { heading: '进一步认识到', key: 'recognizing-further' },
      { heading: '忆及', key: 'recalling' },
    ],
    operatives: [
      { heading: '做出决议', key: 'resolves', addressees: 0 },
      { heading: '责成秘书长和各局主任', key: 'instructs-secretary-general-directors', addressees: 2 },
      {
        heading: '请成员国、部门成员和学术成员',
        key: 'invites-member-states-sector-members-academia',
        addressees: 3,
      },
    ],
    opener: '有关',
    words: '灯笼 河流 港口 措施 船只 学校 村庄 广播 水井 天气 人们 携带 修理 便宜'.split(' '),
    traps: ['上述第1、2和3段', '2030年议程', '约1420兆赫', '行动方面C2、C5和C6'],
    participles: ['回顾', '认识到', '铭记'],
    verbs: ['决定', '请', '又鼓励', '敦促'],
    letters: latinLetters,
    surroundings: { foreword: '前言', annex: '附件1', meeting: '第90次全体会议' },
    end: { and: '；', stop: '。', colon: '：', comma: '，' },
  },
  ar: {
    number: (number) => `القرار ${number} (المراجَع في كيسومو، 2031)`,
    formula: 'إن المؤتمر العالمي لتنمية الاتصالات (كيسومو، 2031)،',
    unFormula: 'إن الجمعية العامة،',
    preambles: [
      { heading: 'إذ يضع في اعتباره', key: 'considering' },
      { heading: 'وإذ يدرك كذلك', key: 'recognizing-further' },
      { heading: 'وإذ يلاحظ', key: 'noting' },
    ],
    operatives: [
      { heading: 'يقرر', key: 'resolves', addressees: 0 },
      {
        heading: 'يكلف الأمين العام ومديري المكاتب',
        key: 'instructs-secretary-general-directors',
        addressees: 2,
      },
      { heading: 'يكلف مدير مكتب تنمية الاتصالات', key: 'instructs-director-bdt', addressees: 1 },
    ],
    opener: 'أن',
    words: 'فوانيس أنهار ميناء تدابير قوارب مدارس قرية إذاعة ماء طقس ناس رخيصة هادئة'.split(' '),
    traps: ['خطة عام 2030', 'الفقرة 102 منه', 'نحو 420 كيلومتر'],
    participles: ['إذ تشير', 'وإذ تدرك', 'وإذ تلاحظ'],
    verbs: ['تقرر', 'تطلب', 'تدعو', 'تشجع'],
    letters: ['أ', 'ب', 'ج', 'د', 'ه', 'و', 'ز', 'ح', 'ط', 'ي', 'ك', 'ل', 'م'],
    surroundings: { foreword: 'تمهيد', annex: 'الملحق 1', meeting: 'الجلسة العامة 90' },
    end: { and: '؛', stop: '.', colon: ':', comma: '،' },
  },
}
