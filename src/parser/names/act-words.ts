import type { LanguageCode } from '../language-code.ts'

/** Base forms of the verbs of clauses that oblige nobody, and the words that tell such a clause. */
export const thanks: Record<LanguageCode, { words: RegExp; verb: string }> = {
  en: { words: /\b(?:thanks?|gratitude|appreciation|tribute|congratulat\p{L}+)\b/iu, verb: 'thank' },
  fr: {
    words: /\b(?:remercie\p{L}*|gratitude|reconnaissance|hommage|felicit\p{L}+|gre)\b/iu,
    verb: 'remercier',
  },
  es: { words: /\b(?:agradec\p{L}+|gratitud|reconocimiento|homenaje|felicit\p{L}+)\b/iu, verb: 'agradecer' },
  ru: { words: /благодарн\p{L}+|признательност\p{L}+|благодарит/iu, verb: 'благодарить' },
  zh: { words: /感谢|谢意|致谢|赞赏/u, verb: '感谢' },
  ar: { words: /شكر|امتنان|تقدير|عرفان/u, verb: 'شكر' },
}

/** What a clause that asks nobody for anything does, as a base form, by the neutral key of its act. */
export const statementVerbs: Partial<Record<LanguageCode, Record<string, string>>> = {
  fr: {
    notes: 'noter',
    affirms: 'réaffirmer',
    welcomes: 'se féliciter',
    emphasizes: 'souligner',
    condemns: 'condamner',
    endorses: 'approuver',
    expresses: 'exprimer',
    authorizes: 'autoriser',
    'looks-forward': 'espérer',
  },
  es: {
    notes: 'tomar nota',
    affirms: 'reafirmar',
    welcomes: 'acoger',
    emphasizes: 'subrayar',
    condemns: 'condenar',
    endorses: 'aprobar',
    expresses: 'expresar',
    authorizes: 'autorizar',
    'looks-forward': 'esperar',
  },
  ru: {
    notes: 'отмечать',
    affirms: 'подтверждать',
    welcomes: 'приветствовать',
    emphasizes: 'подчеркивать',
    condemns: 'осуждать',
    endorses: 'одобрять',
    expresses: 'выражать',
    authorizes: 'уполномочивать',
    'looks-forward': 'надеяться',
  },
  zh: {
    notes: '注意到',
    affirms: '重申',
    welcomes: '欢迎',
    emphasizes: '强调',
    condemns: '谴责',
    endorses: '核可',
    expresses: '表示',
    authorizes: '授权',
    'looks-forward': '期待',
  },
  ar: {
    notes: 'الإحاطة علماً',
    affirms: 'تأكيد',
    welcomes: 'ترحيب',
    emphasizes: 'تشديد',
    condemns: 'إدانة',
    endorses: 'موافقة',
    expresses: 'إعراب',
    authorizes: 'إذن',
    'looks-forward': 'تطلع',
  },
}

/** Neutral keys of acts that tell somebody to do something. */
export const directiveActs = new Set([
  'instructs',
  'requests',
  'invites',
  'encourages',
  'urges',
  'calls-upon',
  'recommends',
  'authorizes',
])

/** Short names of ITU and its Sectors, for 'resolves to continue …' in which nobody is named. */
export const ownNames: Record<LanguageCode, Record<string, string>> = {
  en: { itu: 'ITU', 'itu-t': 'ITU-T', 'itu-d': 'ITU-D', 'itu-r': 'ITU-R' },
  fr: { itu: "l'UIT", 'itu-t': "l'UIT-T", 'itu-d': "l'UIT-D", 'itu-r': "l'UIT-R" },
  es: { itu: 'la UIT', 'itu-t': 'el UIT-T', 'itu-d': 'el UIT-D', 'itu-r': 'el UIT-R' },
  ru: { itu: 'МСЭ', 'itu-t': 'МСЭ-Т', 'itu-d': 'МСЭ-D', 'itu-r': 'МСЭ-R' },
  zh: { itu: '国际电联', 'itu-t': 'ITU-T', 'itu-d': 'ITU-D', 'itu-r': 'ITU-R' },
  ar: {
    itu: 'الاتحاد',
    'itu-t': 'قطاع تقييس الاتصالات',
    'itu-d': 'قطاع تنمية الاتصالات',
    'itu-r': 'قطاع الاتصالات الراديوية',
  },
}

/** The organization behind each conference that adopts. */
export const organizationOf: Record<string, string> = {
  'itu-pp': 'itu',
  wtsa: 'itu-t',
  wtdc: 'itu-d',
  ra: 'itu-r',
}

/** Before a second act in one paragraph: ', and encourages'. Lower case, folded. */
export const secondAct: Record<LanguageCode, RegExp> = {
  en: /(?:,|;)? and (?:also |further |again |in this regard |strongly )?(?=(?:encourages|requests|invites|urges|calls upon|calls on|decides|recommends|instructs|resolves|authorizes|appeals)\b)/gu,
  fr: /(?:,|;)? et (?=(?:encourage|invite|prie|demande|engage|exhorte|decide|recommande|charge|appelle)(?: |s'))/gu,
  es: /(?:,|;)? (?:y|e) (?=(?:alienta|invita|pide|insta|exhorta|decide|recomienda|encarga|solicita)\b)/gu,
  ru: /(?:,|;)? и (?=(?:просит|предлагает|призывает|постановляет|рекомендует|поручает|настоятельно)(?!\p{L}))/gu,
  zh: /[,;](?:并|还|同时|亦)?(?=(?:请|邀请|鼓励|敦促|呼吁|要求|决定)(?:[^,;]{1,14}))/gu,
  ar: / ?,? و(?=(?:تدعو|يدعو|تطلب|يطلب|تشجع|يشجع|تحث|يحث|تقرر|يقرر|تهيب|يهيب|توصي|يوصي) )/gu,
}
