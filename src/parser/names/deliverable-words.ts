import type { LanguageCode } from '../language-code.ts'

/** Things that are handed over, and the verbs that hand them over or make them. Folded text. */
export type DeliverableWords = {
  /** A whole noun phrase; it ends before punctuation and before what `end` finds. */
  phrase: RegExp
  end: RegExp
  verbs: RegExp
  /** Verbs that contain their thing: 'report' -> 'report'. */
  contained: [RegExp, string][]
}

export const deliverableWords: Record<LanguageCode, DeliverableWords> = {
  en: {
    phrase:
      /\b(?:(?:an?|the|its|their|this|that|any|such|all|other) )?(?:(?!to |of |on |for |in |and |with |from |by |the |an? |its |that |annually |regularly |as |their |upon )[\p{L}/'-]+ ){0,4}?(?:reports?|summar(?:y|ies)|road ?maps?|(?:work|action|operational|strategic|implementation) plans?|plans?|contributions?|inputs?|information|proposals?|recommendations?|guidelines?|stud(?:y|ies)|strateg(?:y|ies)|updates?|papers?|analys[ie]s|list|lists|inventor(?:y|ies)|handbook|manual|database|data|statistics|draft|drafts|documents?|assessments?|reviews?|overview|results|findings|assistance|advice|materials?|guidance|toolkits?|indicators|catalogue|register|objectives and deadlines)\b(?: (?:on|of|for|about|regarding|concerning|detailing|relating to|related to|describing|containing|setting out|identifying) [^,;.:]*(?:,(?= C\d)[^,;.:]*)*)?/iu,
    end: / and to | and (?=(?:submit|report|provide|present|update|make|inform|transmit)\b)|(?<! C\d|follow-up|relat(?:ing|ed)|contributions?|access|support|relevant|respect|regard|approach|approaches|response|adaptation) to (?:the|its|all|each|ITU|WTSA|WTDC|ECOSOC|CWG|Member|UNESCO|TSAG|TDAG|RAG)| at (?:its|the|each)| (?:through|via|by|annually|regularly|each year|every|upon request|on request|as soon|in accordance|within|with a view|in order|on an? (?:annual|regular|yearly|biennial)|before|no later|not later|where|as appropriate|in 20\d\d)\b/iu,
    verbs:
      /^(?:report|submit|present|provide|provide input|prepare|contribute|make contributions|make proposals|make recommendations|update|develop|publish|transmit|share|produce|draw up|compile|include|send|issue|draft|give|elaborate|collect|circulate|disseminate|communicate|ensure)$/u,
    contained: [
      [/^report$/, 'report'],
      [/^provide input$/, 'input'],
      [/^make contributions$/, 'contributions'],
    ],
  },
  fr: {
    phrase:
      /\b(?:(?:un|une|le|la|les|des|l'|ce|cette|son|sa|ses|leurs?) ?)?(?:rapports?|resumes?|feuilles? de route|plans?|contributions?|informations?|propositions?|recommandations?|lignes directrices|etudes?|strategies?|documents?|donnees|manuel|registre|inventaire|liste|carte|bilan|mises? a jour|projets?|syntheses?|analyses?|evaluations?|assistance|conseils|avis)\b[^,;.:]*/iu,
    end: / et (?:de|d'|a) ?(?=\p{L}+(?:er|ir|re)\b)| (?:au|aux|a la|a l') (?:Conseil|Conference|Etats|Assemblee|GCNT|GCDT|GCR)| a (?:sa|chacune)|,| (?:chaque|tous les|annuellement|regulierement|par l'intermediaire|par l'entremise|via|avant|d'ici|dans les|des que|sur demande|lors de)\b/iu,
    verbs:
      /^(?:faire rapport|rendre compte|soumettre|presenter|fournir|apporter|elaborer|etablir|preparer|publier|transmettre|communiquer|mettre a jour|contribuer|rediger|produire|diffuser|echanger|envoyer|verser|prêter|preter)/u,
    contained: [
      [/^faire rapport$/, 'rapport'],
      [/^rendre compte$/, 'compte rendu'],
    ],
  },
  es: {
    phrase:
      /\b(?:(?:un|una|el|la|los|las|este|esta|su|sus) )?(?:informes?|resumen(?:es)?|hojas? de ruta|planes?|contribucion(?:es)?|informacion|propuestas?|recomendacion(?:es)?|directrices|estudios?|estrategias?|documentos?|datos|manual|registro|inventario|lista|mapa|balance|actualizacion(?:es)?|proyectos?|analisis|evaluacion(?:es)?|asistencia|asesoramiento|catalogo)\b[^,;.:]*/iu,
    end: / y (?:lo|la|los|las|que) | al? (?:el |la |los |las )?(?:Consejo|Conferencia|Estados|Asamblea|GANT|GADT|GAR)| en (?:su|cada)|,| (?:cada|anualmente|periodicamente|regularmente|por conducto|a traves|antes de|a mas tardar|lo antes|previa|en 20\d\d)\b/iu,
    verbs:
      /^(?:informar|presentar|someter|proporcionar|facilitar|aportar|elaborar|preparar|publicar|transmitir|comunicar|actualizar|contribuir|redactar|producir|difundir|remitir|enviar|rendir|prestar|compartir)/u,
    contained: [[/^informar$/, 'informe']],
  },
  ru: {
    phrase:
      /(?<!\p{L})(?:(?:\p{L}+(?:ый|ий|ой|ую|юю|ые|ие|ее|ое)) ){0,2}(?:отчет|доклад|резюме|дорожн\p{L}+ карт\p{L}+|план|вклад|информаци|предложени|рекомендаци|руководств|руководящ\p{L}+ указани|исследовани|стратеги|документ|данны|перечень|перечн|карт|обзор|анализ|оценк|проект|помощь|консультаци|реестр|справочник)\p{L}*[^,;.:]*/iu,
    end: /,| (?:Совету|Полномочной|Государствам|ежегодно|регулярно|через|до 20\d\d|не позднее|на (?:каждой|его|ее))/u,
    verbs:
      /^(?:представ|доклад|отчит|отчита|сообщ|подготов|готов|разраб|состав|публик|опублик|направ|обнов|предостав|внос|внест|оказ|распростран|переда|издав|изда|пересмотр|обмен|делит)/u,
    contained: [
      [/^(?:отчит|отчит)/u, 'отчет'],
      [/^(?:докладыв|доложить)/u, 'доклад'],
    ],
  },
  zh: {
    phrase:
      /(?:一份|有关|关于|其|该|该份|本)?(?:[^,;。、:向给并]{0,24}?)(?:报告|总结|概要|路线图|计划|文稿|信息|资料|建议|提案|指南|导则|研究报告|战略|文件|数据|手册|名录|名册|清单|地图|草案|分析|评估|样本|意见|捐款|输入意见)/u,
    end: /,/u,
    verbs:
      /^(?:提交|报告|汇报|提供|编制|编写|起草|制定|公布|出版|发布|更新|准备|呈交|贡献|做出贡献|交流|分享|提出|拟定|编纂|印发)/u,
    contained: [[/^(?:报告|汇报)/u, '报告']],
  },
  ar: {
    phrase:
      /(?<!\p{L})(?:ال)?(?:تقرير|تقارير|ملخص|خارط|خريط|خطه|خطط|مساهم|معلومات|مقترح|اقتراح|توصي|مبادئ توجيهيه|دراس|استراتيجي|وثيق|وثائق|بيانات|دليل|قائم|سجل|مشروع|تحليل|تقييم|مساعد|مشوره|عينات)\p{L}*[^,;.:]*/iu,
    end: / (?:الي (?:المجلس|مؤتمر|المؤتمر|الدول|الجمعيه)|سنويا|بانتظام|بحلول|كل سن|كل عام|من خلال|عن طريق|قبل|في دورت)/u,
    verbs:
      /(?:تقديم|قدم|رفع|اعداد|عد|وضع|نشر|تحديث|حدث|توفير|وفر|ارسال|صياغ|احاط|تبادل|مساهم|سهم|اعلام|ابلاغ)/u,
    contained: [],
  },
}
