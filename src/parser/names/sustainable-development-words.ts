import type { LanguageCode } from '../language-code.ts'

/**
 * How each language names the Sustainable Development Goals or the 2030 Agenda, and which names look like them and are
 * not. Patterns are for folded text.
 */
export const sustainableDevelopment: Record<LanguageCode, { goals: RegExp; agenda: RegExp }> = {
  en: {
    goals: /\bSDGs?(?![\p{L}])|\bSustainable Development Goals?\b/iu,
    agenda:
      /\b2030 (?:Sustainable Development )?Agenda\b|\b2030 Development Agenda\b|\bAgenda 2030\b|\b2030 Agenda for Sustainable Development\b|\bAgenda for Sustainable Development\b/iu,
  },
  fr: {
    goals: /\bODD\b|\bobjectifs? (?:mondia(?:l|ux) )?(?:de|du) developpement durable\b|\bSDG\b/iu,
    agenda:
      /\bprogramme (?:de developpement durable )?a l'horizon 2030\b|\b(?:programme|agenda) (?:de developpement durable )?(?:pour )?2030\b|\bprogramme de developpement durable\b(?=[^.;]{0,30}2030)/iu,
  },
  es: {
    goals: /\bODS\b|\bobjetivos? (?:mundial(?:es)? )?de(?:l)? desarrollo sostenible\b|\bSDG\b/iu,
    agenda:
      /\bagenda 2030\b|\bagenda para el desarrollo sostenible\b|\bagenda de desarrollo sostenible\b|\bprograma 2030\b/iu,
  },
  ru: {
    goals:
      /(?<!\p{L})ЦУР(?!\p{L})|(?<!\p{L})цел(?:ь|и|ей|ям|ями|ях|ью) (?:в области )?устойчивого развития|SDG/iu,
    agenda:
      /повестк\p{L}* дня (?:(?:дня )?в области устойчивого развития )?(?:на (?:период|срок) )?до 2030 года|повестк\p{L}* дня в области устойчивого развития|повестк\p{L}* дня (?:на )?2030(?: года)?/iu,
  },
  zh: {
    goals: /可持续发展(?:各项)?(?:的)?目标|SDGs?(?![a-z])/iu,
    agenda: /2030\s*年?(?:可持续)?(?:发展)?议程|可持续发展议程/u,
  },
  ar: {
    goals:
      /(?:ا?ل?اهداف|غايات) (?:(?:العالميه )?ل)?(?:ال)?تنميه المستدامه|[ال]*هدف\p{L}* (?:\S+ )?(?:من )?(?:اهداف )?التنميه المستدامه|SDGs?/iu,
    agenda:
      /(?:خطه|جدول اعمال|اجنده|برنامج|لخطه|بخطه|وخطه) (?:التنميه المستدامه )?(?:لعام|لسنه|عام|حتي عام|بحلول عام)? ?2030|(?:خطه|لخطه) التنميه المستدامه/iu,
  },
}

/** Programmes and regional agendas that merely carry a year. They are blanked before anything is looked for. */
export const onlyAYear: RegExp[] = [
  /\bConnect (?:20\d\d )?Agenda\b|\bConnect 20\d\d(?: Agenda)?(?: for [\p{L} /]+?(?=[,;.)]|$))?/giu,
  /(?:\bDigital|\bICT|\bBroadband|\bDevelopment|\bAfrica\p{L}*|\bArab|\bEuropean?|\bDecade|\bUrban|\bCyber\p{L}*|\bTransport|\bHealth|\bCommunity|\bNational|\bRegional) (?:\p{L}+ )?Agenda (?:20\d\d|for 20\d\d)/giu,
  /\bAgenda (?:21|2063|2040|2050|2020|2025|2035)\b/giu,
  /\b(?!2030 )(?:20\d\d) Agenda\b(?! for Sustainable)/giu,
  /\b(?:programme|agenda|plan)s?,? "?(?:connect|connecter|connexion)(?: a l'horizon)? ?20\d\d\b|\b(?:connect|connecter) 20\d\d\b/giu,
  /\bagenda,? "?(?:conectar|conectemos|connect)(?: para| al)? ?20\d\d\b|\b(?:conectar|conectemos|connect) 20\d\d\b/giu,
  /\bagenda (?:numerique|digital)[\p{L} ]*20\d\d|\bagenda 20\d\d (?:numerique|digital)|\bagenda digital\b[\p{L} ]*?20\d\d/giu,
  /\bagenda 20\d\d de l'union africaine|\bagenda 2063/giu,
  /(?:повестк\p{L}* дня|программ\p{L}*)[^.;,"]{0,70}"?(?:соединим|подключим|подключение|connect)\p{L}*(?: к)? 20\d\d(?: год[ау])?"?/giu,
  /"?(?:соединим|подключим|connect) (?:к )?20\d\d(?: год[ау])?"?/giu,
  /цифров\p{L}+ повестк\p{L}+ дня[^.;,]{0,40}?20\d\d|повестк\p{L}+ дня (?:на )?(?:xxi|21|2063)/giu,
  /(?:连通|连接|联通|connect) ?(?:目标)? ?20\d\d ?年? ?(?:议程|目标)?|数字议程 ?20\d\d|20\d\d ?年?数字议程|[^\s,;]{0,6}数字(?:化)?20\d\d年?议程|2063年?议程|21世纪议程/giu,
  /(?:برنامج|خطه|اجنده|جدول اعمال|لبرنامج|ببرنامج)[^.,;]{0,40}?(?:التوصيل|توصيل|connect)(?: \p{L}+){0,3}? ?20\d\d|(?:التوصيل|توصيل|connect) (?:في )?(?:عام )?20\d\d|(?:الاجنده|الخطه|البرنامج|خطه|اجنده) (?:ال)?رقمي\p{L}*[^.,;]{0,25}?20\d\d/giu,
]

/** Bodies and tools that carry the Goals in their name. */
export const goalsInAName: RegExp[] = [
  /\b(?:CWG|WG)[- ]?WSIS ?(?:&|\/|and|et|y) ?SDGs?\b|\bWSIS ?(?:\/|&|-) ?SDGs? (?:Task Force|Group|Matrix|Working Group)|\bWSIS-SDGs? Matrix/giu,
  /\bCouncil Working Group on WSIS (?:and|&) (?:the )?SDGs?/giu,
  /\bGTC?-(?:SMSI|CMSI|WSIS) ?(?:&|\/|-|et|y) ?(?:ODD|ODS|SDG)/giu,
  /\b(?:groupe (?:special|d'action|de travail)|tableau(?: de correspondance)?|matrice)[^,;.]{0,50}?SMSI ?(?:[-/&]|et) ?(?:les |aux )?ODD/giu,
  /\b(?:grupo (?:especial|de trabajo)|equipo|matriz)[^,;.]{0,50}?CMSI ?(?:[-/&]|y) ?(?:los |las )?ODS/giu,
  /РГС?-ВВУИО ?(?:[&/]|и) ?(?:ЦУР|SDG)|(?:целев\p{L}+ групп\p{L}+|рабоч\p{L}+ групп\p{L}+|матриц\p{L}+)[^,;.]{0,50}?ВВУИО ?(?:[-/&–]|и) ?(?:по )?ЦУР/giu,
  /(?:CWG[- ])?(?:WSIS|信息社会世界峰会) ?(?:[-/&]|和|与) ?(?:SDGs?|可持续发展(?:各项)?目标) ?(?:任务组|工作组|矩阵)|(?:CWG|WG)-WSIS ?(?:&|和|\/) ?SDG/giu,
  /(?:فريق|لفريق|الفريق|مصفوفه|المصفوفه|لمصفوفه)[^,;.]{0,70}?(?:القمه|WSIS)[^,;.]{0,30}?(?:واهداف التنميه المستدامه|SDG)/giu,
]
