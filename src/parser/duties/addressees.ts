import type { LanguageCode } from '../language-code.ts'
import type { Plain } from '../names/fold.ts'
import { plain } from '../names/fold.ts'
import { findMentions } from '../names/mentions.ts'
import type { House, Mention } from '../names/mentions.ts'
import { isRegistered } from '../names/other-adopters.ts'
import type { Stretch } from './clauses/clause.ts'

export type Named = { printed: string[]; ids: string[]; sure: boolean }

export const nobody: Named = { printed: [], ids: [], sure: true }

/** The addressees that a heading names, with their ids. */
export function fromHeading(addressees: string[], language: LanguageCode, house: House): Named {
  const ids = addressees.flatMap((addressee) => {
    const mentions = findMentions(plain(withArticle(addressee, language)), language, house)
    return (mentions.find((one) => one.start <= 8) ?? mentions[0])?.ids ?? []
  })
  return { printed: addressees, ids: registered(ids), sure: true }
}

/** 'Consejo' alone is the Council only as 'el Consejo'; headings drop the article with its preposition. */
function withArticle(addressee: string, language: LanguageCode): string {
  const article: Partial<Record<LanguageCode, string>> = { en: 'the', fr: 'le', es: 'el' }
  const own = article[language]
  if (own === undefined || /^(?:the|le|la|les|l['’]|el|los|las)(?![\p{L}])/iu.test(addressee))
    return addressee
  return `${own} ${addressee}`
}

export const registered = (ids: string[]): string[] => [...new Set(ids.filter(isRegistered))]

/** Splits 'Member States, the private sector and, as appropriate, civil society' into the single ones. */
export function namedIn(text: Plain, all: Stretch, mentions: Mention[], language: LanguageCode): Named {
  const helped = inCompany[language].exec(text.text.slice(all.start, all.end))
  const stretch = helped === null ? all : { start: all.start, end: all.start + helped.index }
  const inside = mentions.filter((one) => one.start >= stretch.start && one.end <= stretch.end)
  const parts = withoutAsides(splitList(text.text, stretch, inside, language), text.text, language)
  const printed: string[] = []
  const ids: string[] = []
  for (const part of parts) {
    const own = inside.find(
      (one) => one.start <= part.start + 12 && one.start >= part.start && one.end <= part.end,
    )
    const words = text
      .printed(part.start, part.end)
      .replace(/^[,;\s]+|[,;:\s]+$/gu, '')
      .replace(/[,\s]+(?:and|or|et|y|и|الي|إلى|على|أن)$/u, '')
    if (words === '' || words.length > 220) continue
    printed.push(
      own !== undefined && isWhole(own, part, text.text) ? own.printed : withoutPreposition(words, language),
    )
    if (own !== undefined && startsWith(own, part, text.text)) ids.push(...own.ids)
  }
  return { printed: [...new Set(printed)], ids: registered(ids), sure: true }
}

/** Those with whom it is done are not asked themselves, with or without a comma. */
const inCompany: Record<LanguageCode, RegExp> = {
  en: /,? (?:in (?:[\p{L}]+ )?(?:collaboration|cooperation|consultation|coordination|partnership|conjunction|liaison)(?: and \p{L}+)? with|together with|jointly with|working with)/u,
  fr: /,? (?:en (?:\p{L}+ )?(?:collaboration|cooperation|consultation|coordination|partenariat|concertation|liaison)(?: \p{L}+)? avec|agissant en|de concert avec)/u,
  es: /,? (?:en (?:\p{L}+ )?(?:colaboracion|cooperacion|consulta|coordinacion|asociacion)(?: y \p{L}+)? con|conjuntamente con|junto con)/u,
  ru: /,? (?:в (?:\p{L}+ )?(?:сотрудничестве|консультации|консультациях|координации|взаимодействии|партнерстве) с|совместно с|при консультации с|на основе консультаций с)/u,
  zh: /(?<=.)[,]?(?:与|同|会同)(?=.{1,40}(?:合作|协作|协商|磋商|协调))/u,
  ar: /,? (?:بالتعاون|بالتشاور|بالتنسيق|بالشراكه|بالاشتراك) (?:الوثيق )?مع/u,
}

/** Drops 'as appropriate'; after 'in collaboration with' everything that follows belongs to the remark. */
function withoutAsides(parts: Stretch[], text: string, language: LanguageCode): Stretch[] {
  const kept: Stretch[] = []
  for (const part of parts) {
    const words = text.slice(part.start, part.end)
    const isAside = asides[language].test(words)
    if (isAside && company[language].test(words)) break
    if (!isAside) kept.push(part)
  }
  return kept
}

/** The subject of 'that ITU should': the bodies it begins with, else the words themselves when they are few. */
export function subjectNamed(
  text: Plain,
  subject: Stretch,
  mentions: Mention[],
  language: LanguageCode,
): Named {
  const end =
    subject.start +
    (/[,(]/.exec(text.text.slice(subject.start, subject.end))?.index ?? subject.end - subject.start)
  const stretch = { start: subject.start, end: subject.end }
  const first = mentions.find((one) => one.start >= stretch.start && one.end <= stretch.end + 2)
  if (
    first !== undefined &&
    /^(?:(?:the|relevant|all|le|la|les|l'|el|los|las) ?)*$/iu.test(
      text.text.slice(stretch.start, first.start),
    )
  ) {
    const named = namedIn(text, { start: subject.start, end: Math.max(end, first.end) }, mentions, language)
    const more = namedIn(text, stretch, mentions, language)
    const all = more.ids.length > named.ids.length ? more : named
    if (isPossessive(first, text.text))
      return { printed: [first.printed], ids: registered(first.ids), sure: true }
    return first.ids.length > 0 && !all.ids.includes(first.ids[0] ?? '')
      ? { printed: [first.printed], ids: registered(first.ids), sure: true }
      : all
  }
  const words = text.printed(subject.start, end)
  return people[language].test(text.text.slice(subject.start, end)) && words.length < 90
    ? { printed: [words], ids: [], sure: true }
    : nobody
}

const isPossessive = (one: Mention, text: string): boolean => /^'s? /.test(text.slice(one.end))

const startsWith = (one: Mention, part: Stretch, text: string): boolean => {
  const before = text.slice(part.start, one.start)
  return /^[\s,]*(?:(?:the|all|relevant|other|its|a|aux?|les?|la|l'|del?|des|du|el|los|las|al|к|ко|إلي|الي|各|所有|相关|есть) ?)*$/iu.test(
    before,
  )
}

const isWhole = (one: Mention, part: Stretch, text: string): boolean =>
  startsWith(one, part, text) && /^[\s,:;]*$/.test(text.slice(one.end, part.end))

function splitList(text: string, stretch: Stretch, mentions: Mention[], language: LanguageCode): Stretch[] {
  const parts: Stretch[] = []
  let start = stretch.start
  for (const match of text.slice(stretch.start, stretch.end).matchAll(separators[language])) {
    const at = stretch.start + match.index
    if (
      mentions.some(
        (one) => one.start <= at && at < one.end && at + match[0].length <= one.end + 1 && at > one.start,
      )
    )
      continue
    // 'organizations and bodies of the United Nations': a bare noun after 'and' goes with what is before it.
    parts.push({ start, end: at })
    start = at + match[0].length
  }
  parts.push({ start, end: stretch.end })
  return parts.filter((part) => part.end > part.start)
}

const separators: Record<LanguageCode, RegExp> = {
  en: /(?:,? and |, )(?=(?:[A-Z]|the |all |other |civil |international |regional |donors?|private |relevant |interested |member |developing |developed |development |national |non-|academ|stakeholders|industry|partners|parties|organi[sz]ations|entities|as |in |within |through |with |including |where |taking |upon |under |subject |at |on |by |when |inter |bearing |acting |according |pursuant |particularly |especially |if |individually|jointly|collectively))|,? as well as /gu,
  fr: /,? et (?:a )?(?=[A-Z]|les? |la |l'|aux? |d'autres|toutes |tous )|,? ainsi qu(?:e |'(?:a |aux )?)|, (?:(?:a|aux?) )?/gu,
  es: /,? y (?:a )?(?=[A-Z]|los? |las? |el |al? |otros|todos|todas |demas )|,? asi como (?:a )?|, (?:al? )?/gu,
  ru: /,? (?:и|а также) (?=\p{L})|, /gu,
  zh: /、|以及|及(?!其)|和|与|,/gu,
  ar: /,? و(?=ال|جميع|سائر|كل|منظم|وكال|موسس|مؤسس|هيئ|صناديق|برامج|اعضاء|مدير|لل)|, /gu,
}

const asides: Record<LanguageCode, RegExp> = {
  en: /^\s*(?:and |in |as appropriate|as necessary|within |through |with |including |where |taking |upon |under |subject |at |on |by |when |also|also,|inter alia|bearing |acting |according |pursuant |particularly|especially|for |from |to |if |once |while |individually|jointly|collectively)/iu,
  fr: /^\s*(?:en |dans |selon |le cas echeant|s'il y a lieu|notamment|y compris|avec |par |compte tenu|conformement|sous |agissant|si |lorsqu|egalement)/iu,
  es: /^\s*(?:en (?!el)|segun |si procede|cuando |incluid|con |por |teniendo|de conformidad|dentro |a traves|en particular)/iu,
  ru: /^\s*(?:в (?!том)|при |с учетом|по мере|включая|через|на основе|совместно|в том числе|действуя|и$)/iu,
  zh: /^\s*(?:酌情|根据|按照|在|通过|与.{1,12}(?:合作|协作|协商)|包括|特别是|经(?!济))/u,
  ar: /^\s*(?:حسب|عند |في |بما |وفقا|بالتعاون|بالتشاور|من خلال|مع |بالتنسيق|ولا سيما)/iu,
}

const company: Record<LanguageCode, RegExp> = {
  en: /\b(?:with|including|such as|under|through)\b/iu,
  fr: /\b(?:avec|y compris|notamment|concertation)\b/iu,
  es: /\b(?:con|incluid\p{L}+|en particular)\b/iu,
  ru: /(?:вместе|совместно|включая|в том числе|сотрудничестве|консультации|взаимодействии|координации)/iu,
  zh: /与|包括|特别是/u,
  ar: /بالتعاون|بالتشاور|بالتنسيق|مع|ولا سيما|بما في/iu,
}

/** Common nouns for those who can act, where no name is found. */
const people: Record<LanguageCode, RegExp> = {
  en: /\b(?:[Ss]tudy [Gg]roups?|administrations?|countries|members?|States|groups?|secretariat|organizations?|operators?|regulators?|directors?|chair(?:men|persons|s)?|rapporteurs?|experts?|delegations?|stakeholders|entities|agencies|committees?|working part(?:y|ies)|conferences?|assembl(?:y|ies)|Council|commission|membership|governments?|Bureaux?|offices?|partners|parties)\b/u,
  fr: /\b(?:[Cc]ommissions? d'etudes?|administrations?|pays|membres?|groupes?|secretariat|organisations?|operateurs?|regulateurs?|presidents?|rapporteurs?|experts?|parties|entites|conference|assemblee|conseil|bureaux?|gouvernements?)\b/iu,
  es: /\b(?:[Cc]omision(?:es)? de [Ee]studio|administraciones|paises|miembros?|grupos?|secretaria|organizaciones|operadores|presidentes|relatores|expertos|partes|entidades|conferencia|asamblea|consejo|oficinas?|gobiernos?)\b/iu,
  ru: /исследовательск\p{L}+ комисси|администраци|стран\p{L}*|член\p{L}*|групп\p{L}*|секретариат|организаци|оператор|председател|эксперт|сторон|конференци|ассамбле|совет|бюро|правительств/iu,
  zh: /研究组|主管部门|国家|成员|工作组|秘书处|组织|运营商|主席|专家|各方|大会|全会|理事会|局|政府/u,
  ar: /لجان|لجنه|الادارات|البلدان|اعضاء|الافرقه|فريق|الامانه|المنظمات|المشغلين|روساء|رؤساء|الخبراء|الاطراف|المومتر|المؤتمر|الجمعيه|المجلس|مكتب|الحكومات/u,
}

function withoutPreposition(words: string, language: LanguageCode): string {
  if (language === 'fr') return words.replace(/^(?:à |aux? )/iu, '')
  if (language === 'es') return words.replace(/^(?:al |a los |a las |a la |a )/iu, '')
  if (language === 'ar')
    return words
      .replace(/^إلى /u, '')
      .replace(/^لل/u, 'ال')
      .replace(/^ب(?=جميع|كل|ال)/u, '')
  return words
}
