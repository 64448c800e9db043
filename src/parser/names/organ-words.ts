import type { LanguageCode } from '../language-code.ts'
import { compiled } from './compiled.ts'

/** Nouns that make a capitalized run of words the name of an organ, even one that the register does not know. */
const heads: Partial<Record<LanguageCode, string>> = {
  en: 'Council|Committee|Commission|Assembly|Conference|Board|Office|Group|Forum|Fund|Facility|Programme|Secretariat|Secretary|Director|Directors|Director-General|President|Commissioner|Rapporteur|Rapporteurs|Agency|Agencies|Bank|Organization|Organisation|Union|Government|Governments|Bureau|Panel|Force|Network|Coordinator|Envoy|Chair|Chairman|Administrator|Registrar|Tribunal|Court|Institute|University|Alliance|Mechanism|Party|Parties|Representative|Centre|Platform|Partnership|Association|Federation|Team|Department',
  fr: 'Conseil|Comité|Comite|Commission|Assemblée|Assemblee|Conférence|Conference|Bureau|Groupe|Forum|Fonds|Programme|Secrétariat|Secretariat|Secrétaire|Secretaire|Directeur|Directrice|Président|President|Haut-Commissaire|Rapporteur|Rapporteuse|Agence|Banque|Organisation|Union|Gouvernement|Institut|Université|Universite|Alliance|Mécanisme|Tribunal|Cour|Département|Departement|Centre|Réseau|Partenariat|Association|Fédération',
  es: 'Consejo|Comite|Comision|Asamblea|Conferencia|Junta|Oficina|Grupo|Foro|Fondo|Programa|Secretaria|Secretario|Director|Directora|Presidente|Presidenta|Alto Comisionado|Relator|Relatora|Agencia|Banco|Organizacion|Union|Gobierno|Instituto|Universidad|Alianza|Mecanismo|Tribunal|Corte|Departamento|Centro|Red|Asociacion|Federacion',
}

export function organPattern(language: LanguageCode): RegExp | null {
  const words = heads[language]
  if (words !== undefined) return compiled(latin(words, language), 'gu')
  if (language === 'zh') return chineseOrgans
  if (language === 'ru') return russianTitles
  if (language === 'ar') return arabicTitles
  return null
}

const joins: Partial<Record<LanguageCode, string>> = {
  en: '(?:of|for|on|to|in|against|with)(?: the)?',
  fr: "(?:de la|de l'|du|des|de|d'|pour la|pour le|pour les|pour l'|pour|sur la|sur le|sur les|sur l'|sur|aux|au|chargé de|charge de)",
  es: '(?:de la|de los|de las|del|de|para la|para el|para los|para las|para|sobre la|sobre el|sobre los|sobre las|sobre)',
}

/** A capitalized run with a head noun in it: 'Statistical Commission', 'Office of the High Commissioner for Human Rights'. */
function latin(words: string, language: LanguageCode): string {
  const capital =
    "(?!The\\b|In\\b|At\\b|All\\b|Each\\b|Its\\b|By\\b|To\\b|On\\b|For\\b|With\\b|Also\\b|Resolution|Decision|Recommendation|Article|Annex|Resolucion|Decisi|Recomendaci|Articulo|Anexo)[A-Z][\\p{L}'’-]*"
  const join = joins[language] ?? 'of'
  const glue = join.includes("'") ? ' ?' : ' '
  const run = `${capital}(?: ${capital})*`
  const and = language === 'en' ? '(?:,? and(?: the)?)' : language === 'fr' ? '(?: et)' : '(?: y)'
  // 'Commission on Crime Prevention and Criminal Justice', but not 'the Forum and the Prizes'.
  const tail = `(?: ${join}${glue}${run}(?:${and} ${run})?)*`
  if (language === 'en')
    return `(?<![\\p{L}-])(?:${capital} ){0,6}?(?:${words})(?![\\p{L}-])(?: ${capital})*${tail}`
  // French and Spanish write the words after the head in lower case, so only capitals and the first adjective count.
  return `(?<![\\p{L}-])(?:${words})(?![\\p{L}-])(?: \\p{Ll}[\\p{L}-]*(?= (?:de|du|des|d'|para|del|sobre)))?(?: ${capital})*${tail}`
}

// Words that stand before a name and are no part of it end the run.
const chineseOrgans =
  /(?:(?![向请邀促和与及的对由至在各将把该本同并呼吁鼓励要求决定通过])[\u4e00-\u9fff]){2,12}?(?:委员会|理事会|办事处|办公室|开发署|规划署|基金会|专员|特使|主席|总干事|执行主任)|理事会[^,;。、()]{2,24}?工作组/gu

/** Titles whose organization follows: 'Генерального директора ЮНЕСКО', 'المدير العام لليونسكو'. */
const russianTitles =
  /(?<!\p{L})(?:Генеральн|Исполнительн|Верховн|Специальн)\p{L}+ (?:директор|секретар|комиссар|докладчик|представител)\p{L}*(?: \p{Lu}[\p{L}-]+)*|(?<!\p{L})Председател\p{L}+ (?:\p{Lu}[\p{L}-]+ ?)+/gu
const arabicTitles =
  /(?<!\p{L})(?:[وف]?(?:[بك]?ال|لل))(?:مدير|مديره|مفوض|مقرر|ممثل|رئيس) (?:العامه|العام|التنفيذيه|التنفيذي|السامي|الخاص)(?!\p{L})(?: ل\p{L}+(?: ال\p{L}+)*)?/gu
