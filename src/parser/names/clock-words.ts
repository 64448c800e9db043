import type { LanguageCode } from '../language-code.ts'
import type { Cadence } from '../resolution.ts'

/**
 * The words that say how often and by when. Patterns are for folded text, without regard to case. In `dated` the year,
 * where there is one, is the first four digits of the match. `occasion` is a meeting at which something is due.
 */
export type ClockWords = {
  cadences: [Cadence, RegExp][]
  /** 'continue', 'on an ongoing basis' */
  ongoing: RegExp
  soon: RegExp
  dated: RegExp
  occasion: RegExp
  /** Stands beside the name of a conference: 'the next …'. */
  next: RegExp
  /** Main verbs that by themselves ask for something lasting: 'maintain'. */
  lasting: RegExp
}

const month: Record<LanguageCode, string> = {
  en: '(?:January|February|March|April|May|June|July|August|September|October|November|December)',
  fr: '(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)',
  es: '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)',
  ru: '(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*',
  zh: '(?:1[0-2]|[1-9])月',
  ar: '(?:يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر)',
}

export const clockWords: Record<LanguageCode, ClockWords> = {
  en: {
    cadences: [
      [
        'annual',
        /\bannually\b|\byearly\b|\b(?:each|every) year\b|\bon an? (?:annual|yearly) basis\b|\bonce a year\b|\bper year\b(?= report)|\bannual (?!(?:[\p{L}-]+ )?(?:budgets?|plans?|growth|rates?|income|turnover|cost|costs|accounts?|period|cycle|contributory|operational|financial|average|priorit|objective|results?))[\p{L}-]+/iu,
      ],
      [
        'biennial',
        /\bbiennially\b|\bevery (?:two|2) years\b|\bevery (?:other|second) year\b|\bon a biennial basis\b|\bonce every two years\b|\bbiennial (?!(?:[\p{L}-]+ )?(?:budgets?|plans?|growth|rates?|accounts?|period|cycle|operational|financial|programme))[\p{L}-]+/iu,
      ],
      [
        'four-yearly',
        /\bevery (?:four|4) years\b|\bquadrennial(?:ly)?\b|\bfour-yearly\b|\b(?:each|every) (?:ordinary |subsequent )?(?:plenipotentiary conference|WTSA|WTDC|world telecommunication \p{L}+ (?:assembly|conference))\b/iu,
      ],
      [
        'each session',
        /\b(?:at|to|before|during) (?:each|every|all)(?: one)?(?: of (?:its|the|their))?(?: [\p{L}-]+){0,3} (?:sessions?|meetings?)\b|\b(?:each|every) (?:regular |ordinary |annual )?session\b/iu,
      ],
      [
        'other',
        /\bmonthly\b|\bquarterly\b|\bevery (?:three|five|six|seven|eight|ten|\d+) (?:months?|years?|weeks?)\b|\b(?:twice|three times) (?:a|each|every|per) year\b|\b(?:half-yearly|semi-annual(?:ly)?|triennial(?:ly)?|weekly)\b/iu,
      ],
      [
        'regular',
        /\bregularly\b|\bon a (?:regular|periodic) basis\b|\bperiodically\b|\bat regular intervals\b|\bregular (?:[\p{L}-]+ )?(?:reports?|updates?|reviews?|briefings?|consultations?|information)\b|\bperiodic (?:reports?|reviews?|updates?)\b/iu,
      ],
      [
        'on request',
        /\b(?:up)?on (?:\p{L}+ )?request\b|\b(?:if|when|where|as) (?:so )?requested\b(?! (?:by|in) (?:the )?(?:UNGA|General|Resolution|resolution|Council))|\bat (?:the|their) request(?: of (?:the )?(?:Member|member|developing|countr|administration|government|Government|State|Part))?/iu,
      ],
    ],
    ongoing:
      /\bcontinu(?:e|es|ing)\b|\bon an ongoing basis\b|\bon a contin(?:uing|uous|ual) basis\b|\bcontinu(?:ously|ally)\b/iu,
    soon: /\bas soon as (?:possible|practicable|feasible)\b|\bat the earliest (?:possible )?(?:opportunity|date|time)\b|\bas early as possible\b|\bwithout (?:undue |further )?delay\b|\b(?:immediately|with immediate effect)\b/iu,
    dated: new RegExp(
      `\\b(?:by|before|until|till|no later than|not later than|prior to|at the latest by|in time for|(?:during|in the course of)) (?:the |end of |beginning of |start of |middle of |(?:first|second|third|fourth|last) (?:quarter|half) of |year )*(?:\\d{1,2} )?(?:${month.en} )?20\\d\\d(?: at the latest)?|\\bin (?:${month.en} )?20\\d\\d(?: at the latest)?|\\bwithin (?:\\p{L}+|\\d+) (?:months?|years?|weeks?|days?)\\b(?: of [^,;.]{0,60})?`,
      'iu',
    ),
    occasion:
      /\b(?:at|to|during|in time for|before|by|for) (?:its|the|their) (?:(?:next|forthcoming|following|upcoming|(?:[\p{L}]+-)?[\p{L}]+(?:th|st|nd|rd|first|second|third)|\d{4}|\d+(?:st|nd|rd|th)|regular|ordinary|substantive|extraordinary|annual) )+(?:sessions?|meetings?)(?: (?:of|in) (?:the )?(?:[A-Z][\p{L}-]+ ?)+)?(?:,? (?:of|in) 20\d\d)?|\bat (?:its|the) session (?:of|in|for) 20\d\d/iu,
    next: /\b(?:next|forthcoming|following|upcoming|subsequent) (?:ordinary )?$/iu,
    lasting: /^(?:maintain|keep)$/u,
  },
  fr: {
    cadences: [
      [
        'annual',
        /\b(?:chaque|tous les) an(?:nee)?s?\b|\bannuellement\b|\bune fois par an\b|\bsur une base annuelle\b|\bd'annee en annee\b|\b(?:rapports?|bilans?|resumes?|contributions?|reunions?|sessions?|examens?|mises? a jour|etudes?|points?|comptes? rendus?)(?: [\p{L}'-]+){0,2} annuel(?:le)?s?\b/iu,
      ],
      [
        'biennial',
        /\btous les deux ans\b|\bchaque biennie\b|\bune annee sur deux\b|\b(?:rapports?|bilans?|examens?)(?: [\p{L}'-]+)? (?:bisannuel|biennal|bienna)(?:le)?[sx]?\b|\bbisannuellement\b/iu,
      ],
      [
        'four-yearly',
        /\btous les quatre ans\b|\bquadriennal(?:e|es)?\b(?= rapport)|\b(?:a )?chaque conference de plenipotentiaires\b/iu,
      ],
      [
        'each session',
        /\b(?:a|lors de) (?:chacune de (?:ses|leurs)|chaque|toutes (?:ses|leurs|les)|chacune des) (?:sessions?|reunions?)\b/iu,
      ],
      [
        'other',
        /\btous les (?:trois|cinq|six|dix) (?:ans|mois)\b|\bchaque (?:mois|trimestre|semestre)\b|\b(?:deux|trois) fois par an\b|\b(?:tri|se)mestriel(?:le)?(?:s|ment)?\b|\bmensuel(?:le)?(?:s|lement)?\b|\btriennal\b/iu,
      ],
      [
        'regular',
        /\bregulierement\b|\bperiodiquement\b|\ba intervalles reguliers\b|\bde (?:maniere|facon) (?:reguliere|periodique)\b|\bde temps a autre\b|\brapports? (?:periodiques?|reguliers?)\b/iu,
      ],
      [
        'on request',
        /\b(?:sur|a la|a leur) (?:leur )?demande\b(?! (?:du (?:sommet|conseil)|de l'assemblee))|\blorsqu'(?:ils|elles|on) (?:le |lui )?(?:demande|sollicite)/iu,
      ],
    ],
    ongoing:
      /\bcontinue(?:r|nt|ra|ront)?\b|\bpoursui(?:vre|ve|vent|vra|vront)\b|\bde (?:maniere|facon) continue\b|\ben permanence\b|\ben continuant\b|\ben poursuivant\b/iu,
    soon: /\bdes que possible\b|\bdans les (?:meilleurs|plus brefs) delais\b|\bsans (?:plus )?(?:tarder|delai|retard)\b|\b(?:au|le) plus (?:tot|vite)(?: possible)?\b|\baussi (?:tot|rapidement) que possible\b|\bimmediatement\b/iu,
    dated: new RegExp(
      `\\b(?:avant|d'ici(?: a| au| la)?|jusqu'(?:au|en|a)|au plus tard(?: le| en| au| a)?|pour(?= la fin| fin| 20)|dans le courant de|au cours de) ?(?:la fin de |la fin du |fin |l'annee |l'an )*(?:\\d{1,2}(?:er)? )?(?:${month.fr} )?20\\d\\d(?: au plus tard)?|\\ben (?:${month.fr} )?20\\d\\d(?: au plus tard)?|\\bdans un delai de [^,;.]{3,30}`,
      'iu',
    ),
    occasion:
      /\b(?:a|lors de|pour|avant|au cours de) (?:sa|ses|la|leur) (?:prochaines? |[\p{L}-]+ieme |premiere |\d+e )*(?:sessions?|reunions?)(?: (?:ordinaire|extraordinaire|annuelle|de fond))?(?: de (?:l'annee )?20\d\d)?(?: d(?:u|e la|e l')[A-Z ][^,;.]{0,50})?|\bprochaine (?:session|reunion|conference|assemblee)\b/iu,
    next: /\b(?:prochaine?|suivante) $/iu,
    lasting: /^(?:maintenir|conserver)$/u,
  },
  es: {
    cadences: [
      [
        'annual',
        /\banualmente\b|\b(?:cada|todos los) anos?\b(?! dos)|\buna vez al ano\b|\bcon (?:una )?(?:periodicidad|frecuencia) anual\b|\b(?:informes?|resumen(?:es)?|contribucion(?:es)?|reunion(?:es)?|examen(?:es)?|actualizacion(?:es)?)(?: [\p{L}-]+){0,2} anual(?:es)?\b|\bcon caracter anual\b/iu,
      ],
      [
        'biennial',
        /\bcada dos anos\b|\bbienalmente\b|\b(?:informes?|examen(?:es)?)(?: [\p{L}-]+)? bienal(?:es)?\b|\bcon (?:una )?(?:periodicidad|caracter) bienal\b/iu,
      ],
      [
        'four-yearly',
        /\bcada cuatro anos\b|\bcuatrienalmente\b|\ba cada conferencia de plenipotenciarios\b/iu,
      ],
      [
        'each session',
        /\b(?:en|a) (?:cada una de|todas y cada una de|cada|todas) ?(?:sus|las|una de sus)? ?(?:reunion(?:es)?|sesion(?:es)?|periodos? de sesiones)\b/iu,
      ],
      [
        'other',
        /\bcada (?:tres|cinco|seis|diez) (?:anos|meses)\b|\b(?:mensual|trimestral|semestral)(?:mente|es)?\b|\b(?:dos|tres) veces al ano\b|\btrienal/iu,
      ],
      [
        'regular',
        /\bregularmente\b|\bperiodicamente\b|\bcon regularidad\b|\bde (?:forma|manera) (?:periodica|regular)\b|\ba intervalos regulares\b|\binformes? periodicos?\b/iu,
      ],
      [
        'on request',
        /\b(?:previa (?:peticion|solicitud)|a (?:su )?(?:peticion|solicitud)|cuando (?:lo|se|asi lo)(?: les?)? (?:soliciten?|pidan?)|si (?:asi )?(?:lo|se) (?:solicitan?|piden?|les solicita)|que lo soliciten?)\b/iu,
      ],
    ],
    ongoing:
      /\bcontinu(?:e|en|ar|ara|aran|ando)\b|\b(?:siga|sigan|seguir|seguira|siguiendo)\b|\bprosig(?:a|an)\b|\bproseguir\b|\bde (?:forma|manera) (?:continua|permanente)\b/iu,
    soon: /\blo antes posible\b|\bcuanto antes\b|\ba la mayor brevedad(?: posible)?\b|\btan pronto como sea posible\b|\bsin (?:mas )?(?:demora|dilacion)\b|\binmediatamente\b/iu,
    dated: new RegExp(
      `\\b(?:antes de(?:l)?|de aqui a|a mas tardar(?: en| el| a)?|para|hasta|no mas tarde de|durante|en el transcurso de) ?(?:finales de(?:l ano)? |fines de |el final de |el ano |el )*(?:\\d{1,2} de )?(?:${month.es} de )?20\\d\\d(?: a mas tardar)?|\\ben (?:${month.es} de )?20\\d\\d(?: a mas tardar)?|\\b(?:en un plazo de|en el plazo de) [^,;.]{3,30}`,
      'iu',
    ),
    occasion:
      /\b(?:en|a|para|durante) (?:su|la|el|sus) (?:proxim[oa]s? |[\p{L}]+(?:simo|sima|to|ta|vo|va|mo|ma|er|era|do|da|no|na) )*(?:reunion(?:es)?|sesion(?:es)?|periodo de sesiones)(?: (?:ordinari[oa]|extraordinari[oa]|sustantiv[oa]))?(?: de 20\d\d)?|\bproxima (?:conferencia|asamblea|reunion)\b/iu,
    next: /\b(?:proxim[oa]|siguiente) $/iu,
    lasting: /^(?:mantener|conservar)$/u,
  },
  ru: {
    cadences: [
      [
        'annual',
        /(?<!\p{L})ежегодно(?!\p{L})|(?<!\p{L})каждый год(?!\p{L})|раз в год|на ежегодной основе|ежегодн\p{L}+ (?:\p{L}+ ){0,2}(?:отчет|доклад|резюме|обзор|сесси|совещани|информаци|вклад|собрани|основ)\p{L}*/iu,
      ],
      [
        'biennial',
        /(?<!\p{L})(?:каждые два года|раз в два года|один раз в два года|на двухгодичной основе|двухгодичн\p{L}+ (?:отчет|доклад|обзор)\p{L}*)/iu,
      ],
      ['four-yearly', /(?<!\p{L})(?:каждые четыре года|раз в четыре года|каждой полномочной конференции)/iu],
      [
        'each session',
        /(?<!\p{L})(?:на|к) (?:каждой|всех|каждом|каждую)(?: из)?(?: (?:своих|его|ее|их))?(?: \p{L}+)? ?(?:сесси\p{L}+|собрани\p{L}+|совещани\p{L}+)/iu,
      ],
      [
        'other',
        /(?<!\p{L})(?:ежемесячно|ежеквартально|каждые (?:три|пять|шесть|десять) (?:года|лет|месяцев)|раз в (?:три|пять|шесть) (?:года|лет|месяцев)|(?:два раза|дважды|три раза) в год|раз в полгода)(?!\p{L})/iu,
      ],
      [
        'regular',
        /(?<!\p{L})(?:регулярно|периодически|на регулярной основе|на периодической основе|регулярн\p{L}+ (?:отчет|доклад|обновлени|информаци)\p{L}*|периодическ\p{L}+ (?:отчет|доклад)\p{L}*)(?!\p{L})/iu,
      ],
      [
        'on request',
        /(?<!\p{L})по (?:их |ее |его )?(?:запрос|просьб)\p{L}+|при (?:поступлении|наличии) (?:просьбы|запроса)|по запросу/iu,
      ],
    ],
    ongoing:
      /(?<!\p{L})(?:продолж\p{L}+|по-прежнему|и далее|на постоянной основе|постоянно|на непрерывной основе)(?!\p{L})/iu,
    soon: /(?<!\p{L})(?:как можно скорее|в (?:самые )?кратчайшие (?:возможные )?сроки|в возможно (?:более )?(?:короткие|сжатые) сроки|незамедлительно|безотлагательно|при первой возможности|без промедления|в ближайшее время|в срочном порядке)(?!\p{L})/iu,
    dated: new RegExp(
      `(?<!\\p{L})(?:до|к|не позднее|не позже|в течение) (?:конца |начала |середины |концу |началу )?(?:\\d{1,2} )?(?:${month.ru} )?20\\d\\d(?: ?(?:году|года?|г\\.))?|(?<!\\p{L})в (?:${month.ru} )?20\\d\\d (?:году|г\\.)(?: (?:самое позднее|не позднее))?|(?<!\\p{L})в течение (?:\\p{L}+|\\d+) (?:лет|года?|месяц\\p{L}+)`,
      'iu',
    ),
    occasion:
      /(?<!\p{L})(?:на|к) (?:(?:его|ее|своей|своем|их) )?(?:(?:очередной|следующей|предстоящей|ежегодной|\p{L}+сят(?: \p{L}+)?|\p{L}+(?:ой|ей)|\d+-й) ){0,3}сессии(?: (?:Совета|Генеральной Ассамблеи|Ассамблеи|Комиссии))?(?: (?:в )?20\d\d (?:года?|году|г\.))?|следующ\p{L}+ (?:конференци|ассамбле|сесси)\p{L}+/iu,
    next: /(?<!\p{L})(?:следующ|очередн|предстоящ|ближайш)\p{L}+ $/iu,
    lasting: /^(?:сохранять|сохранить)$/u,
  },
  zh: {
    cadences: [
      ['annual', /每年|按年度|每一年|逐年|年度(?:进展)?(?:报告|总结|审议|会议|更新)/u],
      ['biennial', /每(?:隔)?(?:两|二|2)年|每隔一年|两年(?:期|度)?(?:一次|报告)|双年(?:度)?报告/u],
      ['four-yearly', /每(?:四|4)年|每届全权代表大会/u],
      ['each session', /(?:在)?(?:其)?每(?:次|届|一届|一次)(?:例行|年度)?(?:会议|届会)/u],
      ['other', /每(?:三|五|六|十|3|5|6)(?:年|个月)|每(?:月|季度|半年)|每年(?:两|二|三)次/u],
      ['regular', /定期|经常(?:性)?地?(?=报告|更新|审议|向)/u],
      [
        'on request',
        /应(?:[^,;。]{0,12})(?:要求|请求)|如(?:有|收到|果)?(?:提出)?(?:要求|请求)|根据(?:[^,;。]{0,12})(?:要求|请求)|按(?:照)?(?:其)?要求/u,
      ],
    ],
    ongoing: /继续|(?<!可)持续|不断|长期/u,
    soon: /尽(?:快|早|速)|立即|及早|从速|毫不(?:拖|延)(?:延|误)|不加拖延/u,
    dated:
      /(?:不(?:迟|晚)于|最迟(?:在|于)?|至迟(?:在|于)?|在|于|到|至|截至)?20\d\d年(?:(?:1[0-2]|[1-9])月(?:\d{1,2}日)?)?(?:年?底|末|初|中)?(?:之?前|以前|为止)|(?:不(?:迟|晚)于|最迟(?:在|于)?|至迟(?:在|于)?)20\d\d年(?:(?:1[0-2]|[1-9])月)?(?:底|末)?|(?:在|于)20\d\d年(?:(?:1[0-2]|[1-9])月)?(?:底|末|期间|内)?(?!的?(?:例行|年度|特别|届)?(?:会议|届会|通过|修订))|在[一二两三四五六七八九十\d]+(?:年|个月)(?:之)?内/u,
    occasion:
      /20\d\d年(?:的)?(?:例行|年度)?(?:会议|届会)|第[一二三四五六七八九十百零〇\d]+(?:次|届)(?:例行)?(?:会议|届会|常会)|下(?:一)?(?:届|次)(?:会议|届会|大会|全会|全权代表大会)/u,
    next: /(?:下(?:一)?届|下(?:一)?次|即将召开的)$/u,
    lasting: /^(?:保持|维持|维护|保留)$/u,
  },
  ar: {
    cadences: [
      [
        'annual',
        /سنويا|كل (?:سنه|عام)(?! من)|(?:مره|مره واحده) في (?:السنه|العام)|علي اساس سنوي|(?:تقرير|تقارير|تقريرا|التقرير|التقارير|استعراض|اجتماع|ملخص|تحديث|مساهم\p{L}+)(?: \p{L}+){0,2} (?:ال)?سنوي\p{L}*/iu,
      ],
      [
        'biennial',
        /كل (?:سنتين|عامين)|مره كل (?:سنتين|عامين)|(?:تقرير|تقارير|تقريرا)(?: \p{L}+)? (?:كل سنتين|ثنائي السنوات)/iu,
      ],
      ['four-yearly', /كل اربع(?:ه)? (?:سنوات|اعوام)|الي كل مومتر|كل مؤتمر للمندوبين/iu],
      [
        'each session',
        /(?:في|الي|خلال) كل (?:دوره|اجتماع)(?: من (?:دوراته|دوراتها|اجتماعاته|اجتماعاتها))?|في (?:جميع|كل) (?:دوراته|دوراتها|اجتماعاته|اجتماعاتها)/iu,
      ],
      [
        'other',
        /كل (?:ثلاث|خمس|ست|سته|ثلاثه) (?:سنوات|اشهر)|شهريا|فصليا|كل (?:شهر|ثلاثه اشهر)|مرتين في (?:السنه|العام)|نصف سنوي/iu,
      ],
      [
        'regular',
        /بانتظام|بصوره (?:منتظمه|دوريه)|بشكل (?:منتظم|دوري)|دوريا|علي (?:نحو|اساس) (?:منتظم|دوري)|(?:تقارير|تقرير) دوري\p{L}*/iu,
      ],
      [
        'on request',
        /(?:عند|بناء علي|حسب) (?:ال)?طلب\p{L}*|(?:اذا|متي|عندما) (?:ما )?طلب\p{L}* ذلك|بناء علي طلبها/iu,
      ],
    ],
    ongoing:
      /(?:ا?ل?مواصل\p{L}+|[يتن]واصل\p{L}*|بمواصله|ا?ل?استمرار|بالاستمرار|[يت]ستمر\p{L}*|متابعه (?:عمل|جهود)|باستمرار|بصوره مستمره|بشكل مستمر)/iu,
    soon: /في (?:اقرب|اسرع) (?:وقت|فرصه|اجل)(?: ممكن\p{L}*)?|باسرع ما يمكن|(?:من )?دون (?:اي )?(?:تاخير|ابطاء)|علي الفور|فورا/iu,
    dated:
      /(?:قبل|بحلول|حتي|في موعد (?:لا يتجاوز|اقصاه|لا يتعدي)|في غضون|خلال) (?:نهايه |اواخر |مطلع |منتصف )?(?:عام |سنه |العام )?(?:\d{1,2} )?(?:\p{L}+ )?20\d\d|(?<!\p{L})في (?:عام|سنه) 20\d\d|في غضون (?:فتره )?(?:\p{L}+ )?(?:سنتين|سنه|عامين|عام|سنوات|اعوام|شهرين|شهر|اشهر|شهرا|اسبوعين|اسابيع|ايام|يوما)/iu,
    occasion:
      /في (?:ال)?دورت(?:ه|ها|هم) (?:ال\p{L}+(?: وال\p{L}+)?|لعام 20\d\d|لسنه 20\d\d)(?: (?:لعام|لسنه|عام) 20\d\d)?|في (?:ال)?دوره (?:ال)?مجلس (?:لعام )?20\d\d|(?:المؤتمر|المومتر|الدوره|الجمعيه|الاجتماع) (?:القادم|المقبل|التالي)\p{L}*/iu,
    next: /(?:!)$/u,
    lasting: /^(?:الحفاظ|الابقاء|المحافظه|صون)$/u,
  },
}
