import type { LanguageCode } from '../language-code.ts'

/**
 * How a language says for whom and through whom. The patterns look at the folded text that ends just before a name
 * (its article included in the name) and, for some, at what follows it.
 */
export type RoleWords = {
  /** Verbs by which something reaches somebody; only then does 'to' name a recipient. */
  transmits: RegExp
  to: RegExp
  /** 'provide X with', 'inform X': the name follows the verb directly. */
  directVerbs: RegExp
  /** Ways that need no such verb: 'documents sent to', 'to the attention of', 'thanks to', 'take part in the work of'. */
  anyVerb: RegExp
  via: RegExp
  /** What may follow the name of one through whom something goes. */
  afterVia: RegExp
  /** Between two names of a list. */
  join: RegExp
  /** 'to it', in a text of the United Nations: the body that adopts. */
  toItself: RegExp
}

const enMods =
  '(?:(?:the|each|every|all|both|its|relevant|next|forthcoming|following|special|public|appropriate|competent|concerned|other|interested|respective|various|any|future|subsequent|upcoming|ordinary) )*'
const enDocuments =
  '(?:reports?|documents?|agenda|work|activities|website|database|meetings?|sessions?|consideration|attention|secretariat|members|membership|deliberations|discussions)'

export const roleWords: Record<LanguageCode, RoleWords> = {
  en: {
    transmits:
      /^(?:report|submit|present|provide|provide input|contribute|make contributions|make proposals|make recommendations|make available|make .* available|send|transmit|forward|communicate|convey|deliver|give|offer|propose|recommend|refer|circulate|distribute|disseminate|bring|publish|prepare|supply|furnish|grant|render|extend|address|notify|announce|issue|input|lend|return|feed|respond|reply|hand|assign|delegate|entrust|express|make|channel|donate|pay|allocate|share)$/,
    to: new RegExp(
      `(?<!\\b(?:relat(?:ed|ing)|accord(?:ing|ance)|regard|respect|addition|due|relevant|pertaining|prior|applicable|specific|particular|linked|connected|adaptation|access|close|committed|commitment|attached|belonging|equal|similar|contrary|thanks to|up|similar|tailored|responding|response|opposed|refer|refers|referring|subject|key|central|essential|important|vital|crucial|integral)) to ${enMods}$|^to ${enMods}$| to ${enMods}(?:[\\p{L}\\p{N}/-]+ ){0,3}${enDocuments} (?:of|for) ${enMods}$|\\bbefore ${enMods}$`,
      'iu',
    ),
    directVerbs:
      /^(?:provide|furnish|supply|inform|notify|advise|brief|assist|help|apprise|update|remind|alert|consult)$/,
    anyVerb: new RegExp(
      `\\b(?:sent|submitted|transmitted|circulated|distributed|presented|addressed|made available|communicated) to ${enMods}$|\\bto the attention of ${enMods}$|\\band of ${enMods}$(?<=attention of .*)|\\b(?:reflected|included|incorporated|integrated) in the (?:[\\p{L}-]+ ){0,3}(?:plans?|programmes?|budgets?) of ${enMods}$|\\b(?:thanks|gratitude|appreciation|congratulations)\\b[^,;]* to ${enMods}$|\\bin (?:the )?(?:(?!the )[\\p{L}-]+ ){0,5}(?:activities|work|meetings?|consultations?|deliberations|discussions|proceedings) of ${enMods}$|\\bshar(?:e|ing) [^,;]* with ${enMods}$|\\bto and (?:\\p{L}+ )?[a-z]+ with ${enMods}$|\\bfor consideration by ${enMods}$|\\bkeep ${enMods}$`,
      'iu',
    ),
    via: new RegExp(
      `\\b(?:through|via|by way of|by means of|under the coordination of|with the assistance of) ${enMods}$`,
      'iu',
    ),
    afterVia:
      /^(?:$|[,.;:)(]| (?:\(|and|or|on|to|in|at|for|with|by|including|processes|channels|mechanisms|offices|meetings|of|as|annually|, |for|each|every|a |an |the |its ))/u,
    join: new RegExp(
      `^(?: ?\\([^)]*\\))?(?: (?:maintained|established|set up|organized|created|developed|chaired|hosted|convened|managed) by (?:the )?[\\p{L}-]+)?(?:,? and|,? or|,|,? as well as)(?:,? through [^,]*,)?(?: (?:to|of|for|with))? ?${enMods}$`,
      'iu',
    ),
    toItself: /(?!)/u,
  },
  fr: {
    transmits:
      /^(?:faire rapport|rendre compte|soumettre|presenter|fournir|apporter|transmettre|communiquer|adresser|envoyer|remettre|donner|proposer|recommander|diffuser|distribuer|porter|publier|contribuer|verser|preter|elaborer|etablir|preparer|offrir|formuler|informer|rapporter|faire|mettre|signaler|notifier|exprimer|accorder|renvoyer|mettre a disposition|preter assistance)/u,
    to: /(?<!\b(?:relati(?:f|ve|fs|ves)|conformement|suite|grace|par rapport|afferent\p{L}*|lie\p{L}*|quant|eu egard|visant|jusqu'|tendant|propre|acces|adaptation|face) )\b(?:a|aux?|devant|aupres (?:de|du|des)) (?:(?:la|le|les|l'|chaque|toutes?|tous|autres|prochaine?|differents|divers) ?)*(?:rapports? d(?:e|u)|travaux d(?:e|u)|attention d(?:e|u))? ?$|\bau (?:rapport|titre) annuel du $/iu,
    directVerbs: /^(?:informer|aviser|aider|tenir|consulter|saisir|assister|conseiller|notifier)/u,
    anyVerb:
      /\b(?:envoyes?|envoyees?|soumis|soumises?|transmis|transmises?|communiquee?s?|adressee?s?|presentee?s?) (?:a|aux?) (?:(?:la|les|l') ?)*$|\ba (?:l'attention|la connaissance) (?:de|du|des|d') ?(?:(?:la|les|l'|tous|toutes) ?)*$|\b(?:remerciements?|gratitude|reconnaissance|felicitations) [^,;]*\b(?:a|aux?) (?:(?:la|les|l') ?)*$|\b(?:activites|travaux|reunions?|consultations?|debats|deliberations)(?: [\p{L}'-]+){0,3} (?:de|du|des|d') ?(?:(?:la|les|l') ?)*$(?<=(?:participer|participation|prendre part|contribuer).*)|\bavec (?:(?:la|le|les|l') ?)*$(?<=(?:echanger|partager).*)|\bplans? (?:\p{L}+ )?(?:de|du|des|d') ?(?:(?:la|les|l'|chaque) ?)*$(?<=(?:inscrits?|pris en compte|figurent|integres?) dans (?:le|les) .*)/iu,
    via: /\b(?:par l'intermediaire|par l'entremise|par le biais|par le canal|a travers|au travers|via|par la voie|sous couvert)(?: (?:de|du|des|d'))? ?(?:(?:la|le|les|l') ?)*$/iu,
    afterVia: /^/u,
    join: /^(?: ?\([^)]*\))?(?:,? et|,? ou|,|,? ainsi qu(?:e|'))(?: (?:a|au|aux|de|du|des|d'))? ?(?:(?:la|le|les|l'|autres) ?)*$/iu,
    toItself: /\b(?:de|a|et) lui (?=\p{L}+(?:er|ir|re)\b)/iu,
  },
  es: {
    transmits:
      /^(?:informar|presentar|someter|proporcionar|facilitar|aportar|transmitir|comunicar|remitir|enviar|dar|rendir|proponer|recomendar|difundir|distribuir|senalar|publicar|contribuir|prestar|elaborar|preparar|ofrecer|formular|hacer|poner|notificar|expresar|conceder|suministrar|brindar|responder|ayudar|llevar|asignar|devolver|realizar)/u,
    to: /(?<!\b(?:relativ[oa]s?|conforme|gracias|con respecto|acceso|debido|en cuanto|junto|frente|adaptacion|destinad[oa]s?|hasta|con vistas|igual) )\b(?:al|a|ante|para) (?:(?:el|la|los|las|cada|todos|todas|demas|otros|otras|proxim[oa]|siguiente) )*(?:(?:informes?|trabajos|consideracion|atencion) (?:del?|de) (?:(?:la|los|las) )?)?$/iu,
    directVerbs: /^(?:informar|asistir|ayudar|asesorar|consultar|notificar|mantener)/u,
    anyVerb:
      /\b(?:enviad|sometid|transmitid|remitid|presentad|comunicad|dirigid)[oa]s? (?:al|a) (?:(?:el|la|los|las) )*$|\ba la atencion (?:del?|de) (?:(?:la|los|las|todos los) )*$|\ben conocimiento (?:del?|de) (?:(?:la|los|las|todos los) )*$|\b(?:agradecimiento|gratitud|reconocimiento)[^,;]* (?:al|a) (?:(?:la|los|las) )*$|\b(?:actividades|trabajos|reuniones|consultas|debates|labor)(?: [\p{L}-]+){0,3} (?:del?|de) (?:(?:la|los|las) )*$(?<=particip.*)|\bcon (?:(?:el|la|los|las) )*$(?<=(?:compart|intercambi).*)|\bplanes (?:\p{L}+ )?(?:del?|de) (?:(?:la|los|las|cada) )*$(?<=(?:reflej|inclu|incorpor).*)/iu,
    via: /\b(?:por conducto|a traves|por intermedio|por medio|por mediacion)(?: del?| de) ?(?:(?:el|la|los|las|su|sus) )*$|\b(?:mediante|via) (?:(?:el|la|los|las) )*$/iu,
    afterVia: /^/u,
    join: /^(?: ?\([^)]*\))?(?:,? y|,? e|,? o|,|,? asi como)(?: (?:a|al|de|del|para))? ?(?:(?:el|la|los|las|demas) )*$/iu,
    toItself: /(?:\bque|,) le (?=present|inform|som|rem|transm|proporcion|rinda|haga)/iu,
  },
  ru: {
    transmits:
      /^(?:представ|доклад|долож|отчит|отчета|сообщ|информир|направ|передав|переда|довод|довест|внос|внест|предостав|распростран|оказ|предлож|предлаг|рекоменд|ознаком|публик|опублик|выраж|выраз|обрат|вынос|вынест|обеспеч|уведом|извещ|извест|подготов|готов|дава|дать|ока)/u,
    to: /(?:^|[^\p{L}])(?:перед |(?<=(?:сотрудничать|представ\p{L}+|направ\p{L}+|внос\p{L}+|внес\p{L}+|вклад\p{L}*|информац\p{L}+|материал\p{L}*|документ\p{L}*|предложени\p{L}+|взнос\p{L}*)[^,;]{0,40} )(?:в|во) )?(?:(?:всем|каждому|каждой|следующ\p{L}+|очередн\p{L}+|соответствующ\p{L}+|другим|специальн\p{L}+) )*$/iu,
    directVerbs: /^(?:информировать|уведомлять|уведомить|ознакомить|проинформировать)/u,
    anyVerb:
      /(?<!\p{L})до сведения (?:(?:всех|других) )*$|(?:направляем|представляем|рассылаем|отправляем)\p{L}+ (?:(?:всем) )*$|(?:благодарност|признательност)\p{L}+ [^,;]*$|(?<!\p{L})(?:в (?:деятельност\p{L}+|работ\p{L}+|собрани\p{L}+|совещани\p{L}+|консультаци\p{L}+|обсуждени\p{L}+)(?: \p{L}+){0,2} )$(?<=участ.*)|(?:обменива|делит|подел)\p{L}+ [^,;]*с $/iu,
    via: /(?<!\p{L})(?:через|через посредство|при посредстве|посредством|по линии|при содействии|с помощью|по каналам)(?: (?:соответствующ\p{L}+))? $/iu,
    afterVia: /^/u,
    join: /^(?: ?\([^)]*\))?(?:,? и|,? или|,|,? а также)(?: (?:в|перед|с))? ?$/iu,
    toItself: /(?:ть|ти|чь) (?:ей|ему|им)(?!\p{L})/u,
  },
  zh: {
    transmits:
      /^(?:提交|报告|汇报|通报|提供|呈交|递交|转交|转达|传达|介绍|说明|建议|提出|发送|散发|分发|公布|发布|贡献|捐助|捐款|捐赠|做出贡献|作出贡献|提请|通知|告知|反馈|征求|协助|援助|输送|输入|做出|作出|表示|贡献力量|分享|宣传|交)/u,
    to: /(?:向|给|对|致|为|提请|请|于)(?:(?:下(?:一)?届|其|各|所有|相关|有关|即将召开的|每届|公众(?:开放的)?|特别) ?)*$/u,
    directVerbs: /^(?:通知|告知|协助|援助|提请|提交|递交|转呈|转交|呈交|呈送|转发|送交|报送)/u,
    anyVerb:
      /(?:提请|寄给|发给|送交|提交(?:给)?|呈交|发送给|分发给)(?:所有|各|下届|下一届)?$|(?:参加|参与)(?:\S{0,4})$/u,
    via: /(?:通过|经由|经|借助|利用)(?:其|各|相关|有关)?$/u,
    afterVia: /^(?!的?(?:决议|成果|文件|第))/u,
    join: /^(?: ?\([^)]*\))?(?:和|及|以及|与|、|并)(?:向)?$/u,
    toItself: /(?!)/u,
  },
  ar: {
    transmits:
      /(?:تقديم|قدم|رفع|رفع|ابلاغ|بلغ|احاط|عرض|تزويد|زود|ارسال|رسل|احال|حيل|توجيه|وجه|نقل|تبليغ|اطلاع|طلع|مساهم|ساهم|سهم|اسهام|توفير|وفر|نشر|تعميم|اعداد|عد|افاد|اعلام|اخطار|اعراب|عرب|مساعد|منح)/u,
    to: /(?:^|[^\p{L}])(?:الي|امام|علي(?=.{0,30}$)|لدي) (?:(?:جميع|كل|سائر) )*$/iu,
    directVerbs: /(?:ابلاغ|احاط|تزويد|اطلاع|مساعد|موافاه|اعلام|اخطار)/u,
    anyVerb:
      /(?:المرسله|المقدمه|المرفوعه|الموجهه) الي $|(?:عنايه|انتباه|علم) $|(?:شكر|امتنان|تقدير)\p{L}* [^,;]*$(?<=(?:ل|الي) ?)|(?:انشطه|اعمال|اجتماعات|مشاورات|مداولات) $(?<=(?:مشارك|شارك|مساهم).*)/iu,
    via: /(?:عن طريق|من خلال|عبر|بواسطه|علي يد) (?:(?:جميع|كل) )*$/iu,
    afterVia: /^/u,
    join: /^(?: ?\([^)]*\))?,? ?و?(?:الي )?$/iu,
    toItself: /(?:ان )?[يت]قدم (?:اليها|اليه)|موافاتها|اليها في/iu,
  },
}
