import type { LanguageCode } from '../language-code.ts'

/** How each language writes a citation by number. Patterns are for folded text and are used without regard to case. */
export type ResolutionWords = {
  resolution: string
  decision: string
  recommendation: string
  opinion: string
  /** 'Rev.' inside the brackets. */
  revised: string
  /** Between two numbers of a list. */
  and: string
  /** Joins the number to the organ or the date that follows it. */
  of: string
  /** 'this conference', 'the present Assembly': the adopting body. */
  thisConference: string
  months: string
  /** 'at its 2016 session', after the organ. */
  session: string
}

const none = '(?!)'

export const resolutionWords: Record<LanguageCode, ResolutionWords> = {
  en: {
    resolution: 'resolutions?|res\\.',
    decision: 'decisions?',
    recommendation: 'recommendations?',
    opinion: 'opinions?',
    revised: 'rev\\.?|revised|modified|mod\\.?|last amended|amended',
    and: ', and |,? and |, |,? or | as well as |/',
    of: ' of (?:the |its )?|,? (?:as )?adopted by (?:the )?| by (?:the )?',
    thisConference: ' (?:of|adopted by) (?:this|the present) (?:conference|assembly|council)',
    months: 'January|February|March|April|May|June|July|August|September|October|November|December',
    session:
      '(?:,? (?:at|in) its (?:(?:extraordinary |ordinary )?session (?:of|in) )?\\d{4}(?: (?:extraordinary |ordinary )?session)?)',
  },
  fr: {
    resolution: 'resolutions?',
    decision: 'decisions?',
    recommendation: 'recommandations?',
    opinion: 'avis|vœux?|voeux?',
    revised: 'rev\\.?|revisee?|modifiee?',
    and: ', et |,? et (?:la resolution |la )?|, |,? ou | ainsi que ',
    of: " (?:de la |du |des |de l'|de |d')|,? (?:adoptees? )?par (?:la |le |l'|les )?|, en date d[ue] (?:l')?",
    thisConference:
      ' (?:de|adoptees? par) (?:la presente|cette|le present|ce) (?:conference|assemblee|conseil)',
    months: 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre',
    session: '(?:,? (?:a|lors de) sa session (?:de |ordinaire de )?\\d{4})',
  },
  es: {
    resolution: 'resolucion(?:es)?',
    decision: 'decision(?:es)?|acuerdos?',
    recommendation: 'recomendacion(?:es)?',
    opinion: 'opinion(?:es)?|ruegos?',
    revised: 'rev\\.?|revisada|modificad[ao]',
    and: ', y |,? y |,? e |, |,? o | asi como ',
    of: ' (?:de la |del |de los |de las |de )|,? (?:aprobad|adoptad)[ao]s? (?:por )?(?:la |el |los )?|, de ',
    thisConference:
      ' (?:de|aprobad[ao]s? por) (?:la presente|esta|el presente|este) (?:conferencia|asamblea|consejo)',
    months:
      'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre',
    session: '(?:,? en su (?:reunion|sesion) (?:ordinaria )?de \\d{4})',
  },
  ru: {
    resolution: 'резолюци(?:я|и|ю|ей|ям|ями|ях|й)',
    decision: 'решени(?:е|я|ю|ем|и|й|ям|ями|ях)',
    recommendation: 'рекомендаци(?:я|и|ю|ей|ям|ями|ях|й)',
    opinion: 'мнени(?:е|я|ю|ем|и|й|ям|ями|ях)',
    revised: 'пересм\\.?|изм\\.?|измененн\\p{L}+|с изменениями',
    and: ', и |,? и |, |,? или | а также ',
    of: ' |,? принят\\p{L}+ | от ',
    thisConference: ' (?:настоящ\\p{L}+|данн\\p{L}+|этой) (?:конференци\\p{L}+|ассамбле\\p{L}+|совет\\p{L}*)',
    months: 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
    session: '(?:,? на (?:его |ее |своей )?сессии (?:в )?\\d{4} ?(?:года?|г\\.)?)',
  },
  zh: {
    resolution: '决议',
    decision: '决定',
    recommendation: '建议书?',
    opinion: '意见',
    revised: '修订版|修订|修改版?|经修订|修正',
    and: '、|,|和|及|以及|与|或',
    of: none,
    thisConference: none,
    months: none,
    session: '(?:在?(?:其)?\\d{4}年(?:会议|届会)?)',
  },
  ar: {
    resolution: '[وفبلك]{0,2}(?:ال|ل)?قرار(?:ات|ين|ان|ي)?(?:ها|ه)?',
    decision: '[وفبلك]{0,2}(?:ال|ل)?مقرر(?:ات|ين|ان|ي)?',
    recommendation: '[وفبلك]{0,2}(?:ال|ل)?توصي(?:ه|ات|تين)',
    opinion: '[وفبلك]{0,2}(?:ال|ل)?(?:راي|اراء)',
    revised: 'المراجع(?: في)?|المراجعه(?: في)?|المعدل(?: في)?|مراجع',
    and: ' ?, ?و? ?| ?و ?| او ',
    of: ' (?:الصادر(?:ه|ان|ين)? (?:عن|في) |الذي اعتمد(?:ه|ته) |الذي اتخذ(?:ه|ته) |عن |ل)?| المورخ(?:ه|ين|ان)? ',
    thisConference: ' (?:الصادر(?:ه)? (?:عن )?|ل|عن )?هذ[اه] (?:المومتر|المؤتمر|الجمعيه|المجلس)',
    months:
      '\\p{L}+(?: \\p{L}+)?/\\p{L}+|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|كانون الثاني|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين الاول|تشرين الثاني|كانون الاول',
    session: '(?: (?:في|خلال) دورته (?:لعام |لسنه )?\\d{4})',
  },
}
