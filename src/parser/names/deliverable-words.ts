import type { LanguageCode } from '../language-code.ts'

/** Things that are handed over, and the verbs that hand them over or make them. Folded text. */
export type DeliverableWords = {
  /** The thing from its article to the end of its head, and of the heads that 'and' joins to it. */
  noun: RegExp
  /** What may follow the head and still say which thing it is: 'on …', 'of …'. */
  tail: RegExp
  /** Where the tail ends at the latest: words that say when, how or for whom. */
  end: RegExp
  /** Words that may open what stands between verb and thing: 'to the Council', 'each year'. */
  opens: RegExp
  /** Words that may close it, where no name and no comma does. */
  closes: RegExp
  verbs: RegExp
  /** Verbs that hand on what was made just before: 'prepare a report and submit it'. */
  handsOn: RegExp
  /** Verbs that contain their thing: 'report' -> 'report'. */
  contained: [RegExp, string][]
}

/** A comma inside an enumeration ('on lamps, towers and oil') does not end the thing. */
const listed = (stops: string, and: string): string =>
  `(?:(?:, (?!${stops})[^,;.:]{1,60}){1,5}?,? (?:${and}) (?!${stops})[^,;.:]*)?`

const enHeads =
  '(?:reports?|summar(?:y|ies)|road ?maps?|plans?|contributions?|inputs?|information(?! and communication)|proposals?|recommendations?|guidelines?|stud(?:y|ies)|strateg(?:y|ies)|updates?|papers?|analys[ie]s|lists?|inventor(?:y|ies)|handbooks?|manuals?|databases?|data|statistics|drafts?|documents?|assessments?|reviews?|overviews?|results|findings|assistance|advice|materials?|guidance|toolkits?|indicators|catalogues?|registers?|objectives and deadlines|programmes? of work|briefings?|notes?|options|surveys?|glossar(?:y|ies)|charts?|modalities|conclusions|comments|views|resumes?|budgets?|estimates?|compendi(?:um|a)|expertise|feedback)'
const enStops =
  '(?:to|of|on|for|in|and|or|with|from|by|via|through|upon|at|as|within|into|under|before|after|between|among|that|which|who|how|whether|when|where|annually|regularly|periodically|biennially|including|be|is|are|it|them|access|back|an?|the|its|their|this|these|those|that|any|every|each) '
const enWord = "[\\p{L}\\p{N}][\\p{L}\\p{N}/'&.-]*"
const enFunction =
  '(?:and|or|on|of|for|to|in|about|from|by|with|via|through|at|as|upon|within|that|which|who|whose|regarding|every|each|when|where|if|before|after|no|not|under|between|among|across|towards|into|is|are|be|should|shall|may|so|once|while|back|both|during|until|the|its|relevant|relative|necessary|available|pertaining|twice)'
const enLater = `(?=$|[ ]?[,;.:()"]| ${enFunction}(?![\\p{L}-])| (?!sharing|gathering|processing|building|mapping|planning|reporting|exchange)[\\p{L}-]+(?:ed|ing|ly)(?!\\p{L}))`
const enMods = `(?:(?!${enStops})${enWord}(?:,? (?:and|or))? |(?!${enStops})${enWord}, (?=\\p{Ll}+ ))`
const enNoun = `(?:(?:an?|the|its|their|this|these|those|any|such|all|other|his|her|one) )*${enMods}{0,6}?${enHeads}(?![\\p{L}\\p{N}'/-])${enLater}`

const frHeads =
  '(?:comptes? rendus?|rapports?|resumes?|feuilles? de route|plans?|contributions?|(?:informations?|renseignements?)|propositions?|recommandations?|lignes directrices|etudes?|strategies?|documents?|donnees|manuels?|guides?|registres?|inventaires?|listes?|cartes?|bilans?|mises? a jour|projets?|syntheses?|analyses?|evaluations?|assistance|aide|conseils|avis|orientations|outils|indicateurs|resultats|statistiques|notes?|conclusions|observations|points? de vue|exposes?|programmes? de travail)'
const frDet =
  "(?:(?:un|une|le|la|les|des|du|de|d'|l'|ce|cet|cette|ces|son|sa|ses|leurs?|tout|toute|tous|toutes|au moins) ?)*"
const frStops =
  "(?:a|au|aux|de|du|des|en|et|ou|sur|dans|par|pour|avec|lors|avant|apres|via|sous|selon|chaque|sans|afin|vers|que|qui|regulierement|annuellement|un|une|le|la|les|tous|toutes|ce|cette|ans) |(?:d|l|qu|s)'"
const frNoun = `${frDet}(?:(?!${frStops})[\\p{L}-]+ ){0,2}?${frHeads}(?![\\p{L}'-])`
const frStop =
  "(?:par|en|dans|a|au|aux|avec|afin|pour|lors|y compris|notamment|compte|ainsi|selon|conformement|s'|si|le cas|sur demande|d'ici|avant|via|qui|que|dont|sous|apres|et (?:de|d'|a) ) ?"

const esHeads =
  '(?:informes?|resumen(?:es)?|hojas? de ruta|plan(?:es)?|contribucion(?:es)?|informacion(?:es)?|propuestas?|recomendacion(?:es)?|directrices|estudios?|estrategias?|documentos?|datos|manual(?:es)?|guias?|registros?|inventarios?|listas?|mapas?|balances?|actualizacion(?:es)?|proyectos?|analisis|evaluacion(?:es)?|asistencia|asesoramiento|ayuda|catalogos?|orientacion(?:es)?|indicadores|resultados|estadisticas|notas?|conclusiones|observaciones|opiniones|programas? de trabajo)'
const esDet =
  '(?:(?:un|una|unos|unas|el|la|los|las|este|esta|estos|estas|su|sus|dicho|dicha|todo|toda|todos|todas|otros|otras) )*'
const esStops =
  '(?:a|al|ante|de|del|en|y|e|o|sobre|por|para|con|cada|segun|antes|sin|que|hasta|desde|periodicamente|anualmente|regularmente|un|una|el|la|los|las|su|sus|dos|tres|cuatro|anos?) '
const esNoun = `${esDet}(?:(?!${esStops})[\\p{L}-]+ ){0,2}?${esHeads}(?![\\p{L}-])`
const esStop =
  '(?:por|en|a|al|ante|con|para|incluid|asi|segun|cuando|si|previa|antes|mediante|que|y (?:lo|la|los|las|que) |lo antes|teniendo|de conformidad|cada)(?!\\p{L})'

const ruHeads =
  '(?:(?:отчет|доклад|план|вклад|документ|обзор|анализ|проект|реестр|справочник|перечень|список|рекомендаци|предложени|руководств|исследовани|стратеги|оценк|консультаци|резюме|помощь|помощи|содействие|данны[ехм]|замечани|мнени|показател|материал|записк|инструмент|вывод|сведени|перечн|указател|каталог|результат|статистик|обновлени|дополнени|программ\\p{L} работы)(?:ы|а|у|и|ов|ами|ам|ах|ом|ем|ей|я|ь|ю|е|ий|й|ия|ию|ии|ие|ями|ям|ях)?|информаци[яюией]+|дорожн\\p{L}+ карт\\p{L}*|руководящ\\p{L}+ (?:указани|принцип)\\p{L}*)(?!\\p{L})'
const ruAdjective = '\\p{L}+(?:ый|ий|ой|ую|юю|ые|ие|ее|ое|ая|яя|их|ых|ого|его)'
const ruNoun = `(?<!\\p{L})(?:(?:свой|свои|свою|всю|все|этот|эту|эти|такой|такую|такие|его|ее|их) )?(?:${ruAdjective}(?: и|,)? ){0,4}?${ruHeads}`
const ruStop =
  '(?:в|на|к|с|по|через|который|которая|которые|которую|включая|а также|для|чтобы|при|учитывая|до|не позднее|принимая|в том|совместно|и (?:на|пере)?(?:представ|докл|направ))(?!\\p{L})'

const zhHeads =
  '(?:报告书?|总结|概要|摘要|路线图|规划|计划|文稿|信息|资料|建议|提案|指南|导则|指导意见|战略|文件|数据|手册|名录|名册|清单|地图|草案|分析|评估|样本|意见|捐款|文章|最新情况|统计数据|指标|援助|协助|帮助|指导|咨询|成果|结果|工具包|工具|一览表|说明)'
const zhNoun = `[^,;。:!?向给并]{0,44}?${zhHeads}(?:(?:和|及|以及|、|与)[^,;。:向给并的]{0,12}?${zhHeads})*(?=$|[,;。:()]|并|以及|供|以便|以供|和提|给|提交|呈)`

const arHeads =
  '(?:تقرير|تقارير|ملخص|موجز|خارطه|خارطات|خريطه|خرائط|خطه|خطط|مساهمه|مساهمات|معلومات|مقترح|اقتراح|توصيات|توصيه|مبادئ توجيهيه|مبادي توجيهيه|دراسه|دراسات|استراتيجيه|استراتيجيات|وثيقه|وثائق|بيانات|دليل|ادله|قائمه|قوائم|سجل|مشروع|تحليل|تقييم|مساعده|مشوره|عينات|ارشادات|نتائج|موشرات|ملاحظات|اراء|استعراض|احصاءات|اداه|ادوات|مدخلات|جرد|برنامج عمل|تحديث)'
const arNoun = `(?<=(?:^|[^\\p{L}])ب?)(?:(?:جميع|كل|اي|كافه|هذا|هذه|مثل) )*(?:ال)?${arHeads}(?:ا|ات|ه|ها|هم|اتها|اته)?(?!\\p{L})`
const arStop = '(?:و?ا?ل?ي |بما|من خلال|عن طريق|وان|مع|في|علي|الي|لكي|بغيه|بهدف|حسب|عند|وب|و[يت])'

const pattern = (source: string, flags = 'giu'): RegExp => new RegExp(source, flags)

export const deliverableWords: Record<LanguageCode, DeliverableWords> = {
  en: {
    noun: pattern(
      `(?<![\\p{L}\\p{N}'/-])${enNoun}(?:,? (?:and|or|as well as) (?!to )(?=(?:[\\p{L}/'-]+ ){0,4}?${enHeads}(?![\\p{L}/-]))${enNoun})*`,
    ),
    tail: pattern(
      `^(?: \\([^)]*\\))?(?: (?:on|of|for|about|regarding|concerning|covering|detailing|relating to|related to|describing|containing|setting out|identifying|summarizing|outlining|analysing|assessing|showing|listing|reflecting|with respect to|with regard to|in relation to|as to|from|between|that|which|aimed at|based on|to support|to assist) [^,;.:]*${listed('(?:and )?(?:to|through|via|in|at|as|by|including|taking|with|for|no|not|where|when|which|who|while|so|within|before|upon|on|under|based|bearing|every|each|if|such as|thereby|also|inter alia|drawing|using)\\b', 'and|or')}(?:,(?= C\\d)[^,;.:]*)*)?`,
      'iu',
    ),
    end: / and to | and (?=(?:submit|report|provide|present|update|make|inform|transmit)\b)| (?:are|is|be|shall|should) (?=[\p{L}]+ed\b|made\b|drawn\b|taken\b|set\b)|(?<! C\d|follow-up|relat(?:ing|ed)|contributions?|access|support|relevant|respect|regard|approach|approaches|response|adaptation|applied|due|devoted|linked|given) to (?:the|its|all|each|every|ITU|WTSA|WTDC|ECOSOC|CWG|Member|UNESCO|TSAG|TDAG|RAG)\b| at (?:its|the|each|every)| (?:through|via|to (?:take|also|facilitate|ensure|enable|help|inform|reflect|allow|be|meet|serve)|in the documents|in its report|annually|regularly|biennially|periodically|each year|every|upon request|on request|as soon|as early|in accordance|in (?:close |full )?(?:collaboration|cooperation|consultation|coordination|partnership)|within|with a view|with the aim|in order|so that|so as|in time|on an? (?:annual|regular|yearly|biennial|continuing|ongoing)|before|prior to|not? later|where|whenever|while|as appropriate|as necessary|when requested|if requested|in 20\d\d|by 20\d\d|by the end|by (?:\d{1,2} )?(?:\p{Lu}\p{L}+ )?20\d\d|for (?:its |their |further |the )?(?:consideration|approval|review|information|adoption))\b/iu,
    opens:
      /^(?:to|them|it|him|her|through|via|at|in|on|by|before|within|for|as|upon|under|with|every|each|no later|not later|where|when|if|based|together|pursuant|annually|regularly|periodically|biennially|back|jointly|[a-z]+ly|after|during|following|once)\b/iu,
    closes:
      /(?:(?<!consistent |accordance |consultation |cooperation |collaboration |together |line )with|annually|regularly|periodically|biennially|sessions?|meetings?|basis|year|years|20\d\d|request|requested|possible|opportunity|conference|assembly|countries|members|membership|administrations)$/iu,
    verbs:
      /^(?:report|submit|present|provide|provide input|prepare|contribute|make contributions|make proposals|make recommendations|update|develop|publish|transmit|share|produce|draw up|compile|include|send|issue|draft|give|elaborate|collect|circulate|disseminate|communicate|ensure|forward|furnish|supply|make available|make .* available|convey|offer|render|deliver|conduct|undertake|exchange|post|distribute)$/u,
    handsOn: /^(?:submit|present|transmit|forward|circulate|publish|disseminate|send|distribute|post)$/u,
    contained: [
      [/^report$/, 'report'],
      [/^provide input$/, 'input'],
      [/^make contributions$/, 'contributions'],
      [/^make proposals$/, 'proposals'],
      [/^make recommendations$/, 'recommendations'],
    ],
  },
  fr: {
    noun: pattern(
      `(?<![\\p{L}'-])${frNoun}(?: ?,? (?:et|ou|ainsi que) (?=${frDet}(?:[\\p{L}-]+ ){0,2}?${frHeads}(?!\\p{L}))${frNoun})*`,
    ),
    tail: pattern(`^[^,;.:]*${listed(frStop, "et|ou|ainsi qu(?:e|'(?!\\p{L}))")}`, 'iu'),
    end: / et (?:de|d'|a) ?(?=\p{L}+(?:er|ir|re)\b)| (?:a|au|aux|a la|a l'|a tous les) ?(?:Conseil|Conference|Etats|Assemblee|GCNT|GCDT|GCR|Commission|Secretaire|prochaine|membres)| a (?:sa|ses|chacune|chaque|la (?:prochaine|[\p{L}-]+ieme) session|cet? egard)\b| (?:chaque annee|tous les|annuellement|regulierement|periodiquement|par l'intermediaire|par l'entremise|via|avant (?:la|le|20)|d'ici|dans les meilleurs|dans un delai|des que|sur demande|sur une base|lors de|afin|en vue|en collaboration|en cooperation|en consultation|au plus tard|pour examen|le cas echeant|en 20\d\d|dans les plus)\b/iu,
    opens:
      /^(?:a|au|aux|chaque|tous|toutes|par|en|dans|d'ici|avant|sur|lors|via|pour|avec|selon|conformement|compte|s'il|si|le cas|notamment|sous|apres|des que|lorsqu|deux fois|une fois|[\p{L}]+ment)(?!\p{L})/iu,
    closes:
      /(?:sessions?|reunions?|20\d\d|demande|ans?|annees?|\p{L}+ment|possible|delais|pays en developpement|membres|administrations|tard|conference|assemblee)$/iu,
    verbs:
      /^(?:faire rapport|rendre compte|soumettre|presenter|fournir|apporter|elaborer|etablir|preparer|publier|transmettre|communiquer|mettre a jour|contribuer|rediger|produire|diffuser|echanger|envoyer|verser|preter|mettre a disposition|adresser|formuler|realiser|remettre|mener|dresser|donner|offrir|porter|distribuer|actualiser)/u,
    handsOn:
      /^(?:soumettre|presenter|transmettre|publier|diffuser|envoyer|communiquer|adresser|distribuer)$/u,
    contained: [
      [/^faire rapport$/, 'rapport'],
      [/^rendre compte$/, 'compte rendu'],
    ],
  },
  es: {
    noun: pattern(
      `(?<![\\p{L}-])${esNoun}(?:,? (?:y|e|o|asi como) (?=${esDet}(?:[\\p{L}-]+ ){0,2}?${esHeads}(?!\\p{L}))${esNoun})*`,
    ),
    tail: pattern(`^[^,;.:]*${listed(esStop, 'y|e|o|asi como')}`, 'iu'),
    end: / y (?:lo|la|los|las|que) (?!\p{L}+(?:o|a|os|as) )| al? (?:el |la |los |las )?(?:proxima )?(?:Consejo|Conferencia|Estados|Asamblea|GANT|GADT|GAR|Comision|Secretari|miembros)| en (?:su|cada|sus|todas)\b| (?:cada (?:ano|dos|cuatro)|anualmente|periodicamente|regularmente|por conducto|a traves|antes de|a mas tardar|lo antes|cuanto antes|previa|en colaboracion|en cooperacion|en consulta|con (?:miras|el fin|objeto)|a fin|en un plazo|en el plazo|para (?:su|que)|cuando|segun|en 20\d\d|a la mayor)\b/iu,
    opens:
      /^(?:a|al|ante|cada|por|en|antes|sobre|con|para|de conformidad|segun|si|cuando|lo antes|mediante|previa|durante|todos los|[\p{L}]+mente|tan pronto|cuanto|dos veces|una vez)(?!\p{L})/iu,
    closes:
      /(?:sesion(?:es)?|reunion(?:es)?|20\d\d|peticion|solicitud|anos?|\p{L}+mente|posible|paises en desarrollo|miembros|administraciones|conferencia|asamblea|antes|tardar)$/iu,
    verbs:
      /^(?:informar|presentar|someter|proporcionar|facilitar|aportar|elaborar|preparar|publicar|transmitir|comunicar|actualizar|contribuir|redactar|producir|difundir|remitir|enviar|rendir|prestar|compartir|suministrar|formular|realizar|brindar|ofrecer|recopilar|distribuir|hacer|confeccionar|poner|intercambiar|dar)/u,
    handsOn: /^(?:presentar|someter|transmitir|publicar|difundir|remitir|enviar|comunicar|distribuir)$/u,
    contained: [[/^informar$/, 'informe']],
  },
  ru: {
    noun: pattern(
      `${ruNoun}(?:,? (?:и|или|а также) (?=(?:${ruAdjective} ){0,3}?${ruHeads})${ruNoun.replace('(?<!\\p{L})', '')})*`,
    ),
    tail: pattern(`^[^,;.:]*${listed(ruStop, 'и|или|а также')}`, 'iu'),
    end: / (?:Совету|Полномочной|Государствам|Генеральной Ассамблее|Ассамблее|Комиссии ?$|Конференции ?$|ежегодно|регулярно|периодически|каждые|раз в|через (?=\p{Lu})|до (?:конца )?20\d\d|к 20\d\d|в 20\d\d|не позднее|на (?:каждой|его|ее|рассмотрение|утверждение)|для (?:рассмотрения|утверждения)|по запросу|по просьбе|по мере|в сотрудничестве|в консультации|в целях|с целью|в течение|как можно|в кратчайшие|на следующей)(?!\p{L})|(?<=\p{L}) следующей (?:Полномочной|ассамблее|конференции)| и (?=\p{L}+(?:ть|ти|чь)(?!\p{L}))/iu,
    opens:
      /^(?:им|ему|ей|их|в|во|на|к|ко|по|через|до|не позднее|с|со|для|при|ежегодно|регулярно|периодически|каждые|раз|следующ\p{L}+|очередн\p{L}+|как|всем|\p{L}+(?:ому|ему|ой|ам|ям))(?!\p{L})/iu,
    closes:
      /(?:сессии|собрании|собраниях|сессиях|совещании|20\d\d(?: ?(?:г\.|года?|году))?|запросу|просьбе|год|года|лет|ежегодно|регулярно|периодически|скорее|сроки|основе|странам|членам|администрациям|конференции|ассамблее)$/iu,
    verbs:
      /^(?:представ|доклад|отчит|отчита|сообщ|подготов|готов|разраб|состав|публик|опублик|направ|обнов|предостав|внос|внест|оказ|распростран|переда|издав|изда|пересмотр|обмен|делит|собира|собрат|дават|дать)/u,
    handsOn: /^(?:представ|направ|опублик|публик|распростран|переда|разосла)/u,
    contained: [
      [/^(?:отчит|отчит)/u, 'отчет'],
      [/^(?:докладыв|доложить)/u, 'доклад'],
    ],
  },
  zh: {
    noun: pattern(zhNoun, 'gu'),
    tail: /^/u,
    end: /[,;。]/u,
    opens: /^(?:给|于|至)?/u,
    closes: /(?:给|会议上?|年)$/u,
    verbs:
      /^(?:提交|报告|汇报|提供|编制|编写|起草|制定|制订|公布|出版|发布|更新|准备|呈交|贡献|做出贡献|交流|分享|提出|拟定|拟订|编纂|印发|分发|散发|发送|转交|收集|汇编|撰写|递交|开展)/u,
    handsOn: /^(?:提交|呈交|递交|公布|发布|出版|印发|分发|散发|转交|发送)/u,
    contained: [[/^(?:报告|汇报)/u, '报告']],
  },
  ar: {
    noun: pattern(`${arNoun}(?: و(?:ال)?${arHeads}(?:ا|ات|ه|ها)?(?!\\p{L}))*`),
    tail: pattern(`^[^,;.:]*${listed(arStop, 'و(?=\\p{L})')}`, 'iu'),
    end: / (?:و?(?:الي|لل?)(?: ?)(?:ال)?(?:مجلس|مومتر|دول|جمعيه|لجنه ?$)|(?<=. )سنويا|بانتظام|بصوره|بشكل|دوريا|بحلول|كل (?:سن|عام|اربع)|من خلال|عن طريق|قبل|في (?:كل )?دورت|في كل|في موعد|في اقرب|باسرع|بالتعاون|بالتشاور|بالتنسيق|في غضون|عند الطلب|بناء علي|لكي|بغيه|للنظر|حسب الاقتضاء|وان |وب(?=ت|ا))/iu,
    opens:
      /^(?:الي|اليها|اليه|اليهم|في|عن|من|سنويا|كل|قبل|بحلول|بانتظام|بصوره|بشكل|دوريا|بالتعاون|بالتشاور|بالتنسيق|عند|بناء|حسب|علي|عبر|كذلك|ايضا|لل\p{L}+|ال\p{L}+)(?!\p{L})/iu,
    closes:
      /(?:دورت\p{L}+(?: ال\p{L}+(?: وال\p{L}+)?)?|20\d\d|سنويا|بانتظام|منتظمه?|دوريا?|دوريه|الطلب|طلبها|سنه|عام|سنتين|سنوات|ممكن|كذلك|ايضا|الناميه|الاعضاء|القادم\p{L}*|المقبل\p{L}*)$/iu,
    verbs:
      /(?:تقديم|قدم|رفع|اعداد|عد|وضع|نشر|تحديث|حدث|توفير|وفر|ارسال|صياغ|احاط|تبادل|مساهم|سهم|اعلام|ابلاغ|تزويد|زود|تعميم|عمم|اصدار|صدر|جمع|احاله|اجراء|جري)/u,
    handsOn: /(?:تقديم|قدم|رفع|نشر|تعميم|عمم|ارسال|احاله|عرض)/u,
    contained: [],
  },
}
