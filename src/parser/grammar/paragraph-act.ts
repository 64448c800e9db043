import type { Act } from '../languages/acts.ts'
import { findAct } from '../languages/acts.ts'
import type { LanguageCode } from '../language-code.ts'

/**
 * The verb of a UN paragraph: at its head, or behind the organ that is named again ('The Council decides …',
 * 'At its 14th meeting, the Council decided …').
 */
export function paragraphAct(text: string, language: LanguageCode, prefer: Act['kind']): Act | null {
  const act = findAct(text, language, prefer)
  if (act) return act
  const told = reported[language].exec(text.slice(0, 360))
  return told ? { key: 'resolves', kind: 'operative', length: told[0].length } : null
}

const organ = {
  en: '(?:Assembly|Council|Commission|Committee|Conference|Board|Congress|Parties)',
  fr: '(?:Assemblée|Conseil|Commission|Comité|Conférence|Congrès|Parties)',
  es: '(?:Asamblea|Consejo|Comisión|Comité|Conferencia|Junta|Congreso|Partes)',
  ru: '(?:Ассамблея|Совет|Комиссия|Комитет|конференция|Конференция|Стороны)',
}

/** Decisions that are told as a report of the meeting; the organ must stand between the beginning and the verb. */
const reported: Record<LanguageCode, RegExp> = {
  en: new RegExp(
    `^(?:At|On|The|In|By|Pursuant|Having)\\b[^.;]*?${organ.en}\\b[^.;]*?\\b(?:decide[ds]|t(?:oo|ake)k?s? note|approve[ds]|adopt(?:ed|s)|elect(?:ed|s)|appoint(?:ed|s)|request(?:ed|s)|endorse[ds]|authorize[ds]|recommend(?:ed|s)|recall(?:ed|s)|agree[ds]|invite[ds]|welcome[ds])\\b`,
    'u',
  ),
  fr: new RegExp(
    `^(?:À|A|Le|La|L['’]|Sur|Lors)[^.;]*?${organ.fr}[^.;]*?(?:a décidé|a pris (?:note|acte)|a approuvé|a adopté|a élu|a nommé|a prié|a recommandé|décide|prend (?:note|acte)|approuve|adopte|prie|charge)(?![\\p{L}])`,
    'u',
  ),
  es: new RegExp(
    `^(?:En|El|La|A|Por|Sobre)[^;]*?${organ.es}[^;]*?(?:decidió|tomó nota|aprobó|eligió|nombró|hizo suya|recomendó|pidió|decide|toma nota|aprueba|acuerda|acordó|resuelve|resolvió)(?![\\p{L}])`,
    'u',
  ),
  ru: new RegExp(
    `^(?:На|В|По|\\p{Lu})[^;]*?${organ.ru}[^;]*?(?:постановил[аи]?|принял[аи]? к сведению|утвердил[аи]?|одобрил[аи]?|избрал[аи]?|назначил[аи]?|решил[аи]?|просил[аи]?|постановляет|решает|принимает к сведению|утверждает|одобряет)(?![\\p{L}])`,
    'u',
  ),
  zh: /^[^。；]{0,60}?(?:大会|理事会|委员会|会议|全会)[^。；]{0,60}?(?:决定|注意到|通过了?|批准|选举|任命|核准|认可)/u,
  ar: /^(?:في|إن|و|قررت?|بناء)[^؛.]*?(?:الجمعية|المجلس|المؤتمر|اللجنة)[^؛.]*?(?:قررت?|أحاطت? علما|اعتمدت?|وافقت?|انتخبت?|أوصت?|[يت]قرر|[يت]حيط علما|[يت]عتمد)/u,
}
