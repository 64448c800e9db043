import type { LanguageCode } from '../language-code.ts'
import type { Plain } from './fold.ts'
import { plainText } from './fold.ts'
import { compiled } from './compiled.ts'
import { isCaseSensitive, keyOf, namePattern } from './name-pattern.ts'
import { shortTitles } from './short-titles.ts'
import { withoutParticles } from './arabic-particles.ts'
import { organPattern } from './organ-words.ts'
import { otherAdopters } from './other-adopters.ts'
import bodies from './bodies.json' with { type: 'json' }

/** Where a body or a group is named in a text. `ids` are empty for an organ that the register does not know. */
export type Mention = { ids: string[]; printed: string; start: number; end: number }

/** Whose text it is: short titles ('the Council', 'the Secretary-General') depend on it. */
export type House = {
  organization: 'itu' | 'un'
  /** Id of the body that adopts the text, when known. */
  adopter: string | null
  /** Ids that the text names in full somewhere and that short titles depend on: 'the Commission' then means that one. */
  named: ReadonlySet<string>
}

const remembered = new WeakMap<House, Map<string, Mention[]>>()

export function findMentions(text: Plain, language: LanguageCode, house: House): Mention[] {
  const known = remembered.get(house) ?? new Map<string, Mention[]>()
  remembered.set(house, known)
  // The folded text too: what is printed is trimmed, and places are counted in the folded one.
  const key = `${language} ${text.text} ${text.printed(0, text.text.length)}`
  let found = known.get(key)
  if (found === undefined) known.set(key, (found = searchMentions(text, language, house)))
  return found
}

function searchMentions(text: Plain, language: LanguageCode, house: House): Mention[] {
  const found: Found[] = []
  const lower = text.text.toLowerCase()
  for (const name of namesOf(language)) {
    if (lower.includes(name.key)) collect(found, text.text, name.pattern(), name.ids, 2)
  }
  for (const title of shortTitles[language]) {
    const ids = title.means(house)
    if (ids === null) continue
    collect(found, text.text, compiled(title.pattern, title.flags ?? 'gu'), ids, 1)
  }
  const organs = organPattern(language)
  if (organs !== null) collect(found, text.text, organs, [], 0)
  const own = house.organization === 'un' ? found.map((one) => outsideItu(one, text.text)) : found
  return longest(
    own.map((one) => ofAnotherHouse(one, text.text, language)),
    language === 'zh',
  ).map((one) => withArticle(one, text, language))
}

/** Bodies whose full name, anywhere in the text, tells what a short title means. */
const explaining = new Set(['cstd'])

export function idsNamedIn(texts: string[], language: LanguageCode): Set<string> {
  const telling = namesOf(language).filter(({ ids }) => ids.some((id) => explaining.has(id)))
  const named = new Set<string>()
  for (const text of texts) {
    const folded = plainText(text)
    const lower = folded.toLowerCase()
    for (const { ids, key, pattern } of telling) {
      if (lower.includes(key) && folded.search(pattern()) >= 0) ids.forEach((id) => named.add(id))
    }
  }
  return named
}

/** Words that mean a part of ITU in its own texts and something else in those of others: 'study groups', 'the membership'. */
const ituOnly = new Set([
  'itu-sectors',
  'itu-r',
  'itu-t',
  'itu-d',
  'itu-membership',
  'itu-gs',
  'itu-dsg',
  'itu-regional-offices',
  'itu-sgs',
  'itu-bureaux',
  'itu-council',
  'wsis-trust-fund',
  'associates',
])
const saysItu =
  /ITU|UIT|МСЭ|国际电联|国际电信联盟|WSIS|SMSI|CMSI|ВВУИО|elecommunication|電信|电信|электросвяз|اتصالات|اتحاد/u

function outsideItu(found: Found, text: string): Found {
  if (found.rank !== 2 || !found.ids.some((id) => ituOnly.has(id))) return found
  return saysItu.test(text.slice(found.start, found.end)) ? found : { ...found, ids: [] }
}

type Found = { ids: string[]; start: number; end: number; rank: number }

function collect(found: Found[], text: string, pattern: RegExp, ids: string[], rank: number): void {
  for (const match of text.matchAll(pattern)) {
    if (match[0].length > 0) found.push({ ids, start: match.index, end: match.index + match[0].length, rank })
  }
}

/** 'the Secretary-General of the Commonwealth' is neither that of the Union nor that of the United Nations. */
const ofOther: Partial<Record<LanguageCode, RegExp>> = {
  en: /^ of (?:the )?(?:[A-Z][\p{L}-]*)(?: (?:of|for|and|on|the)(?: the)?(?= [A-Z])| [A-Z][\p{L}-]*)*/u,
  fr: /^ (?:de l'|de la |du |des )(?:[A-Z][\p{L}-]*)(?: (?:de|du|des|pour|la|le|les|sur)+(?= )| [A-Z][\p{L}-]*| de l'[A-Z]\p{L}*)*/u,
  es: /^ (?:de la |del |de los |de las )(?:[A-Z][\p{L}-]*)(?: (?:de|del|la|los|las|para)(?= )| [A-Z][\p{L}-]*)*/u,
}
const ownOrganization =
  /^ (?:of|de|del|du|des)\b[^,;]*?\b(?:Union|Unio|ITU|UIT|Bureau|Council|Conseil|Consejo)/u

// Those are full names, found as such.
const unitedNations =
  /^ (?:of|de|del|des|de las)\b ?(?:the |l'|la |las )?(?:Organi[sz]ation des |Organizacion de las )?(?:UN\b|ONU\b|United Nations|Nations Unies|Naciones Unidas)/u

function ofAnotherHouse(found: Found, text: string, language: LanguageCode): Found {
  if (found.rank !== 1 || !found.ids.some((id) => id === 'itu-sg' || id === 'un-sg')) return found
  const rest = ofOther[language]?.exec(text.slice(found.end))
  if (rest === null || rest === undefined || ownOrganization.test(rest[0]) || unitedNations.test(rest[0]))
    return found
  return { ids: [], start: found.start, end: found.end + rest[0].trimEnd().length, rank: 1 }
}

function longest(found: Found[], headLast: boolean): Found[] {
  // A full name keeps its ids even where a longer run of capitals begins with it: 'the Assembly of the Union'.
  // In Chinese the head comes last, so the longer run is the name: '教科文组织总干事'.
  const named = found.filter((one) => one.rank === 2)
  const telling = found.filter(
    (one) => one.rank > 0 || headLast || !named.some((other) => other.start === one.start),
  )
  const sorted = telling.toSorted((a, b) => b.end - b.start - (a.end - a.start) || b.rank - a.rank)
  const kept: Found[] = []
  for (const one of sorted) {
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}

const articles: Partial<Record<LanguageCode, RegExp>> = {
  en: /(?:^|(?<=[^\p{L}]))(?:the|each|every|all|its) $/iu,
  fr: /(?:^|(?<=[^\p{L}]))(?:les? |la |l')$/iu,
  es: /(?:^|(?<=[^\p{L}]))(?:el|la|los|las) $/iu,
}

function withArticle(found: Found, text: Plain, language: LanguageCode): Mention {
  const article = articles[language]?.exec(text.text.slice(0, found.start))
  const start = article ? found.start - article[0].length : found.start
  return {
    ids: found.ids,
    printed: withoutParticles(text.printed(start, found.end), language),
    start,
    end: found.end,
  }
}

/** One printed name of a body. `key` must stand in the text before the costly pattern is made and tried. */
type Name = { ids: string[]; key: string; pattern: () => RegExp }

const names = new Map<LanguageCode, Name[]>()

function namesOf(language: LanguageCode): Name[] {
  const known = names.get(language)
  if (known !== undefined) return known
  const made = [...bodies, ...otherAdopters].flatMap((body) =>
    body.names[language].map((name) => ({
      ids: [body.id],
      key: keyOf(name, language),
      pattern: () => compiled(namePattern(name, language), isCaseSensitive(name) ? 'gu' : 'giu'),
    })),
  )
  names.set(language, made)
  return made
}
