import type { LanguageCode } from '../language-code.ts'

/** How a text points at its own provisions. Patterns are for folded text in lower case. */
export type ReferenceWords = {
  /** 'paragraph', 'point', before the labels. */
  provision: string
  /** Between the labels and a heading: 'of', 'du', 'раздела'. */
  of: string
  /** Tells that a provision of this text is meant: 'above', 'of the present resolution'. */
  here: string
  /** Such a word may also stand before 'paragraph'. */
  hereBefore: string
  itself: RegExp
}

const none = '(?!)'

export const referenceWords: Record<LanguageCode, ReferenceWords> = {
  en: {
    provision: '(?:operative )?(?:sub-?)?(?:paragraphs?|paras?\\.?|items?|points?|provisions?|nos?\\.|§§?)',
    of: ' (?:of|in|under) (?:the )?(?:section )?',
    here: '(?:,)? (?:above|below|of (?:the present|this) (?:resolution|decision)|hereof|supra|infra)',
    hereBefore: '(?:above-mentioned|aforementioned|foregoing|preceding) ',
    itself: /\b(?:this|the present) (?:resolution|decision|recommendation|opinion)\b/iu,
  },
  fr: {
    provision: '(?:sous-)?(?:paragraphes?|par\\.|points?|alineas?|numeros?|§§?)',
    of: ' (?:du|de la|des|de) (?:partie |section |point )?',
    here: '(?:,)? (?:ci-dessus|ci-dessous|ci-apres|ci-avant|(?:de|a) la presente (?:resolution|decision)|plus haut|supra)',
    hereBefore: none,
    itself: /\b(?:la|de la|cette) (?:presente )?(?:resolution|decision)\b(?<=presente.*|cette.*)/iu,
  },
  es: {
    provision: '(?:sub)?(?:parrafos?|puntos?|apartados?|numerales?|incisos?|§§?)',
    of: ' (?:del?|de la|de los) (?:seccion |parte |apartado )?',
    here: '(?:,)? (?:anterior(?:es)?|supra|infra|mas arriba|de la presente (?:resolucion|decision)|siguientes?|del presente acuerdo)',
    hereBefore: '(?:citados |mencionados )',
    itself: /\b(?:la presente|esta|el presente) (?:resolucion|decision|acuerdo|recomendacion)\b/iu,
  },
  ru: {
    provision: '(?:под)?(?:пункт(?:а|е|у|ом|ы|ов|ах|ам|ами)?|пп?\\.|абзац\\p{L}*)',
    of: ' (?:раздела|части|постановляющей части)? ?',
    here: ',? (?:выше|ниже|настоящ(?:ей|его) (?:резолюции|решения))',
    hereBefore: '(?:вышеуказанн\\p{L}+|вышеупомянут\\p{L}+) ',
    itself: /настоящ\p{L}+ (?:резолюци|решени|рекомендаци)\p{L}+/iu,
  },
  zh: {
    provision: '(?:第|段落|段)',
    of: '(?:的|中的)?',
    here: '(?:段|款|项|段落)',
    hereBefore: '(?:上文|上述|以上|下文|下述|执行部分|本决议|以下)(?:的)?',
    itself: /本(?:决议|决定|建议书?|意见)/u,
  },
  ar: {
    provision:
      '[وفبل]{0,2}(?:ال|ل)?(?:فقر(?:ه|ات|تين|تان)|بند(?:ين|ان)?|بنود|نقط(?:ه|تين)|نقاط)(?: الفرعي\\p{L}+)?(?: من المنطوق)?',
    of: ' (?:من|تحت|في|في اطار) (?:الجزء |القسم |قسم |فقره )?',
    here: ' (?:اعلاه|ادناه|السابق\\p{L}*|من هذا (?:القرار|المقرر)|المذكور\\p{L}* اعلاه)',
    hereBefore: none,
    itself: /(?<!\p{L})[وفبل]?هذا (?:القرار|المقرر|الراي)|(?<!\p{L})هذه التوصيه/iu,
  },
}
