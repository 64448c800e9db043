/** Instruments that texts cite by name rather than by number, in the six languages. Patterns are for folded text. */
export type NamedInstrument = {
  id: string
  pattern: RegExp
  /** False for a description that does not say the name. */
  explicit: boolean
  /** Only in texts of this house: 'the Convention' means that of ITU in a text of ITU only. */
  only?: 'itu'
}

const named = (id: string, ...forms: string[]): NamedInstrument => ({
  id,
  pattern: new RegExp(forms.map((form) => `(?:${form})`).join('|'), 'giu'),
  explicit: true,
})

const described = (id: string, ...forms: string[]): NamedInstrument => ({
  ...named(id, ...forms),
  explicit: false,
})

const ofTheUnion =
  "(?: (?:of|de|de la|de l'|del) ?(?:the )?(?:ITU|UIT|Union(?: internationale des telecommunications| Internacional de Telecomunicaciones)?|International Telecommunication Union))?"

export const namedInstruments: NamedInstrument[] = [
  named(
    'wsis-geneva-declaration-2003',
    '\\bGeneva Declaration(?: of Principles)?\\b(?! on)',
    '\\bdeclaration de principes de geneve\\b|\\bdeclaration de geneve\\b',
    '\\bdeclaracion de principios de ginebra\\b|\\bdeclaracion de ginebra\\b',
    'женевск\\p{L}+ деклараци\\p{L}+(?: принципов)?',
    '日内瓦(?:原则)?宣言|日内瓦原则声明',
    '[وفبلك]?ا?ل?اعلان (?:مبادئ )?جنيف(?: للمبادئ)?|[وفبلك]?اعلان المبادئ (?:الصادر )?(?:في |عن )?جنيف',
  ),
  named(
    'wsis-geneva-plan-2003',
    '\\bGeneva Plan of Action\\b|\\bGeneva Action Plan\\b',
    "\\bplan d'action de geneve\\b",
    '\\bplan de accion de ginebra\\b',
    'женевск\\p{L}+ план\\p{L}* действий',
    '日内瓦行动计划',
    '[وفبلك]?خطه عمل جنيف',
  ),
  named(
    'wsis-tunis-commitment-2005',
    '\\bTunis Commitment\\b',
    '\\bengagement de tunis\\b',
    '\\bcompromiso de tunez\\b',
    'тунисск\\p{L}+ обязательств\\p{L}+',
    '突尼斯承诺',
    '[وفبلك]?(?:ا?ل?تزام|لالتزام) تونس',
  ),
  named(
    'wsis-tunis-agenda-2005',
    '\\bTunis Agenda(?: for the Information Society)?\\b',
    "\\bagenda de tunis(?: pour la societe de l'information)?\\b",
    '\\bagenda de tunez(?: para la sociedad de la informacion)?\\b',
    'тунисск\\p{L}+ (?:программ\\p{L}+|повестк\\p{L}+ дня)(?: для информационного общества)?',
    '(?:信息社会)?突尼斯议程|突尼斯信息社会(?:日程|议程)|突尼斯日程',
    '[وفبلك]?(?:برنامج عمل|جدول اعمال|خطه عمل|اجنده) تونس(?: (?:بشان|لمجتمع|المتعلق ب|بخصوص|الخاص ب)+ ?(?:مجتمع )?المعلومات)?',
  ),
  named(
    'wsis10-statement-2014',
    '\\bWSIS\\+10 Statement(?: on the implementation of (?:the )?WSIS outcomes)?\\b',
    '\\bdeclaration du SMSI\\+10(?: sur la mise en (?:œ|oe)uvre des resultats du SMSI)?',
    '\\bdeclaracion de la CMSI\\+10(?: sobre la (?:aplicacion|puesta en practica) de los resultados de la CMSI)?',
    '(?:заявлени\\p{L}+|деклараци\\p{L}+) ВВУИО ?\\+ ?10',
    '(?:WSIS|信息社会世界峰会) ?\\+ ?10 ?(?:关于[^,;]{0,20})?(?:声明|宣言)',
    '(?:بيان|اعلان) (?:القمه (?:العالميه لمجتمع المعلومات ?)?\\+ ?10|WSIS\\+10)',
  ),
  named(
    'wsis10-vision-2014',
    '\\b(?:WSIS(?:\\+10)? )?Vision (?:for WSIS )?beyond 2015\\b',
    "\\b(?:vision|conception) (?:du SMSI\\+10 )?(?:pour |du |de l'avenir du )?(?:le )?(?:SMSI )?(?:au-dela de|pour l'apres-|apres )2015",
    '\\bvision (?:de la |para la )?(?:CMSI(?:\\+10)? )?(?:para la CMSI )?(?:despues de|mas alla de|posterior a) 2015',
    '(?:концепци\\p{L}+|видени\\p{L}+) ВВУИО(?: ?\\+ ?10)?[^,;.]{0,40}? (?:после|на период после) 2015 года?',
    '(?:WSIS|信息社会世界峰会)(?:\\+10)?[^,;.]{0,14}2015年(?:之|以)?后[^,;.]{0,10}愿景|2015年后[^,;.]{0,14}愿景',
    'رويه (?:القمه|WSIS)[^,;.]{0,40}(?:بعد|لما بعد) (?:عام )?2015',
  ),
  described(
    'unga-70-125',
    '\\b(?:(?:the )?(?:UNGA|United Nations General Assembly|General Assembly) )?outcome document (?:of|on) the (?:[^,;.]{0,70}? on the )?overall review[^,;.]{0,20}? (?:of (?:the )?implementation )?of (?:the )?(?:WSIS )?outcomes(?: of (?:the )?(?:WSIS|World Summit on the Information Society))?',
    '\\bresults of the overall review of (?:the )?implementation of (?:the )?WSIS outcomes',
    "\\bdocument final (?:de la reunion[^,;.]{0,60} )?(?:sur |de )?l'examen d'ensemble de la mise en (?:œ|oe)uvre des (?:resultats|textes issus) du (?:SMSI|sommet)",
    '\\bdocumento (?:final|de resultados) (?:de la reunion[^,;.]{0,60} )?(?:sobre |de )?(?:el |la |del )?examen (?:general|global) de la (?:aplicacion|implementacion) de los resultados de la (?:CMSI|cumbre)',
    'итогов\\p{L}+ документ\\p{L}*[^,;.]{0,80}общ\\p{L}+ обзор\\p{L}*[^,;.]{0,30}выполнени\\p{L}+ решений (?:ВВУИО|Всемирной встречи)',
    '(?:WSIS|信息社会世界峰会)[^,;.]{0,12}(?:全面审查|总体审查|全面审议)[^,;.]{0,16}成果文件',
    'الوثيقه الختاميه[^,;.]{0,80}(?:الاستعراض|للاستعراض) (?:العام|الشامل)[^,;.]{0,60}(?:القمه|WSIS)',
  ),
  named(
    'unga-79-1',
    '\\bPact for the Future\\b|\\bGlobal Digital Compact\\b',
    "\\bpacte pour l'avenir\\b|\\bpacte numerique mondial\\b",
    '\\bpacto para el futuro\\b|\\bpacto digital (?:global|mundial)\\b',
    'пакт\\p{L}* во имя будущего|глобальн\\p{L}+ цифров\\p{L}+ договор\\p{L}*',
    '未来契约|全球数字契约',
    'ميثاق المستقبل|(?:الاتفاق|التعاهد|الميثاق) الرقمي العالمي',
  ),
  named(
    'un-charter',
    '\\bCharter of the United Nations\\b|\\b(?:UN|United Nations) Charter\\b',
    '\\bcharte des nations unies\\b',
    '\\bcarta de las naciones unidas\\b',
    'устав\\p{L}* (?:организации объединенных наций|ООН)',
    '联合国宪章',
    'ميثاق الامم المتحده',
  ),
  named(
    'unga-217-a-iii',
    '\\bUniversal Declaration of Human Rights\\b',
    "\\bdeclaration universelle des droits de l'homme\\b",
    '\\bdeclaracion universal de (?:los )?derechos humanos\\b',
    'всеобщ\\p{L}+ деклараци\\p{L}+ прав человека',
    '世界人权宣言',
    'الاعلان العالمي لحقوق الانسان',
  ),
  named(
    'unga-69-313',
    '\\bAddis Ababa Action Agenda\\b',
    "\\bprogramme d'action d'addis-abeba\\b",
    '\\bagenda de accion de addis abeba\\b',
    'аддис-абебск\\p{L}+ программ\\p{L}+ действий',
    '亚的斯亚贝巴行动议程',
    'خطه عمل اديس ابابا',
  ),
  named(
    'paris-agreement-2015',
    '\\bParis Agreement\\b',
    '\\baccord de paris\\b',
    '\\bacuerdo de paris\\b',
    'парижск\\p{L}+ соглашени\\p{L}+',
    '巴黎协定',
    'اتفاق باريس',
  ),
  named(
    'wtpf-opinions-2013',
    '\\bopinions of (?:the )?(?:(?:fifth )?World Telecommunication/(?:ICT|Information and Communication Technology) Policy Forum|WTPF)(?: \\(Geneva, 2013\\)|-13)',
    '\\bavis du (?:FMPT-13|forum mondial des politiques[^,;.(]{0,80}\\(geneve, 2013\\))',
    '\\bopiniones del (?:FMPT-13|foro mundial de politica[^,;.(]{0,80}\\(ginebra, 2013\\))',
  ),
  {
    id: 'itu-constitution',
    only: 'itu',
    explicit: true,
    pattern: new RegExp(
      [
        `(?<!\\p{L})(?:(?:ITU|UIT) )?Constituti?[oó]n${ofTheUnion}(?![\\p{L}-])`,
        '(?<!\\p{L})Устав(?:а|у|ом|е)?(?: МСЭ| Союза)?(?!\\p{L}| Организации)',
        '(?:国际电联|国际电信联盟)?(?:的)?[《"]?组织法[》"]?',
        '(?<!\\p{L})[وفبلك]?(?:ال|ل)?دستور(?: الاتحاد)?(?!\\p{L})',
      ].join('|'),
      'gu',
    ),
  },
  {
    id: 'itu-convention',
    only: 'itu',
    explicit: true,
    pattern: new RegExp(
      [
        `(?<!\\p{L})(?:ITU )?Convention${ofTheUnion}(?![\\p{L}-]| (?:on|against|relating|for|sur|relative|contre|des|du|de )\\b)`,
        `(?<!\\p{L})(?<=(?:el|del|al|El) )Convenio${ofTheUnion}(?![\\p{L}-]| (?:sobre|contra|relativo|para|de (?!la UIT|la Union)))`,
        '(?<!\\p{L})Конвенци(?:я|и|ю|ей)(?: МСЭ| Союза)?(?!\\p{L}| (?:о|об|по|ООН)(?!\\p{L}))',
        '(?:国际电联|国际电信联盟)?(?:的)?《公约》|(?<=国际电联)公约',
        '(?<!\\p{L})[وفبلك]?(?:الاتفاقيه|اتفاقيه الاتحاد|اتفاقيته)(?!\\p{L}| (?:بشان|المتعلقه|الدوليه))',
      ].join('|'),
      'gu',
    ),
  },
  named(
    'itu-radio-regulations',
    '\\bRadio Regulations\\b(?! Board)',
    '\\breglement des radiocommunications\\b',
    '\\breglamento de radiocomunicaciones\\b',
    'регламент\\p{L}* радиосвязи',
    '《?无线电规则》?(?!委员会)',
    'لوائح الراديو(?! )',
  ),
  named(
    'itu-itrs',
    '\\bInternational Telecommunication Regulations\\b',
    '\\breglement des telecommunications internationales\\b',
    '\\breglamento de las telecomunicaciones internacionales\\b',
    'регламент\\p{L}* международной электросвязи',
    '国际电信规则',
    'لوائح الاتصالات الدوليه',
  ),
]

/** Outcomes that carry the name of the place where a development conference met. */
export const outcomesOfConferences: { kind: 'declaration' | 'action-plan'; pattern: RegExp }[] = [
  {
    kind: 'action-plan',
    pattern:
      /(?<place>[A-Z]\p{L}+(?:[ -][A-Z]\p{L}+)?) Action Plan(?:,? (?<year>(?:19|20)\d\d))?|[Pp]lan d'action d(?:e |')(?<placeFr>[A-Z]\p{L}+(?:[ -][A-Z]\p{L}+)?)|[Pp]lan de [Aa]ccion de (?<placeEs>[A-Z]\p{L}+(?: [A-Z]\p{L}+)?)|(?<placeRu>Буэнос-Айресск|Дубайск|Кигалийск|Хайдарабадск|Дохинск|Стамбульск)\p{L}+ план\p{L}* действий|(?<placeZh>布宜诺斯艾利斯|迪拜|基加利|海得拉巴|多哈|巴库)行动计划|خطه عمل (?<placeAr>بوينس ايرس|دبي|كيغالي|حيدر اباد|الدوحه|باكو)/gu,
  },
  {
    kind: 'declaration',
    pattern:
      /(?<place>[A-Z]\p{L}+(?:[ -][A-Z]\p{L}+)?) Declaration(?:,? (?<year>(?:19|20)\d\d))?(?! of Principles)|[Dd]eclaration d(?:e |')(?<placeFr>[A-Z]\p{L}+(?:[ -][A-Z]\p{L}+)?)|[Dd]eclaracion de (?<placeEs>[A-Z]\p{L}+(?: [A-Z]\p{L}+)?)|(?<placeRu>Буэнос-Айресск|Дубайск|Кигалийск|Хайдарабадск|Дохинск|Стамбульск)\p{L}+ деклараци\p{L}+|(?<placeZh>布宜诺斯艾利斯|迪拜|基加利|海得拉巴|多哈|巴库)宣言|اعلان (?<placeAr>بوينس ايرس|دبي|كيغالي|حيدر اباد|الدوحه|باكو)/gu,
  },
]

export const russianPlaces: Record<string, string> = {
  'Буэнос-Айресск': 'buenos-aires',
  Дубайск: 'dubai',
  Кигалийск: 'kigali',
  Хайдарабадск: 'hyderabad',
  Дохинск: 'doha',
  Стамбульск: 'istanbul',
}
