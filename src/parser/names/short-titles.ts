import type { LanguageCode } from '../language-code.ts'
import type { House } from './mentions.ts'

/** Titles that several organizations use; what they mean depends on whose text it is. Patterns are for folded text. */
export type ShortTitle = { pattern: string; flags?: string; means: (house: House) => string[] | null }

type Meaning = ShortTitle['means']

const secretaryGeneral: Meaning = (house) => [house.organization === 'itu' ? 'itu-sg' : 'un-sg']
const council: Meaning = (house) => {
  if (house.organization === 'itu') return ['itu-council']
  return house.adopter === 'hrc' ? [] : ['ecosoc']
}
const assembly: Meaning = (house) => {
  if (house.organization === 'un') return ['unga']
  return house.adopter === 'wtsa' || house.adopter === 'ra' ? [house.adopter] : null
}
const directors: Meaning = (house) =>
  house.organization === 'itu' ? ['itu-dir-br', 'itu-dir-tsb', 'itu-dir-bdt'] : null
const union: Meaning = (house) => (house.organization === 'itu' ? ['itu'] : null)
const secretariat: Meaning = (house) => (house.organization === 'itu' ? ['itu-gs'] : [])
const commission: Meaning = (house) => (house.named.has('cstd') ? ['cstd'] : [])
const bureaux: Meaning = (house) => (house.organization === 'itu' ? ['itu-bureaux'] : null)
const swissAndTunisian: Meaning = () => ['gov-switzerland', 'gov-tunisia']

const not = (words: string): string => `(?! ?(?:${words}))`
const start = '(?<![\\p{L}\\p{N}-])'
const end = '(?![\\p{L}\\p{N}-])'
const word = (pattern: string): string => `${start}(?:${pattern})${end}`
const arabic = (bare: string): string => `${start}(?:[وف]?(?:[بك]?ال|لل))${bare}${end}`

export const shortTitles: Record<LanguageCode, ShortTitle[]> = {
  en: [
    { pattern: word('Secretary-General'), means: secretaryGeneral },
    {
      pattern: `(?<=[Tt]he |to |by )Council${end}${not('Working|Resolution|Decision|working|resolution|decision|[Ww]orking groups?')}`,
      means: council,
    },
    {
      pattern: `${start}Council(?= (?:(?:19|20)\\d\\d )?(?:Resolution|Decision|resolution|decision))`,
      means: council,
    },
    { pattern: `(?<=[Tt]he )Assembly${end}`, means: assembly },
    { pattern: word('Directors of the (?:three )?(?:ITU )?Bureaux|Directors(?= |,|;)'), means: directors },
    { pattern: '(?<=the )Director(?![\\p{L}-]| of|-)', means: () => [] },
    { pattern: `(?<=the )Union${end}`, means: union },
    { pattern: `(?<=the )[Ss]ecretariat${end}`, means: secretariat },
    { pattern: `(?<=the )Commission${end}${not('on|for|of')}`, means: commission },
    { pattern: word('Bureaux'), means: bureaux },
    { pattern: word('Governments? of Switzerland and (?:of )?Tunisia'), means: swissAndTunisian },
  ],
  fr: [
    { pattern: word('Secretaire general'), flags: 'giu', means: secretaryGeneral },
    {
      pattern: `(?<=(?:le|au|du|Le) )Conseil${end}${not("economique|de securite|d'administration|des droits|de l'Europe|de direction|des ministres|de tutelle|executif|national|international|superieur")}`,
      means: council,
    },
    { pattern: `(?<=l')Assemblee${end}${not('generale|mondiale|des')}`, means: assembly },
    { pattern: word("Directeurs des (?:trois )?Bureaux(?: de l'UIT)?"), means: directors },
    { pattern: `(?<=l')Union${end}${not('internationale|europeenne|africaine|postale')}`, means: union },
    { pattern: `(?<=(?:le|au|du) )secretariat${end}`, means: secretariat },
    { pattern: `(?<=la )Commission${end}${not("de|du|d'|pour|sur")}`, means: commission },
    {
      pattern: word('Gouvernements? (?:de la )?suisse et (?:de la )?tunisie(?:n|nne)?'),
      flags: 'giu',
      means: swissAndTunisian,
    },
  ],
  es: [
    { pattern: word('Secretari[oa] General'), means: secretaryGeneral },
    {
      pattern: `(?<=(?:el|al|del|El) )Consejo${end}${not('Economico|de Seguridad|de Derechos|de Administracion|de Europa|de Ministros|Ejecutivo|Nacional|Internacional|Superior')}`,
      means: council,
    },
    { pattern: `(?<=la )Asamblea${end}${not('General|Mundial|de')}`, means: assembly },
    { pattern: word('Directores de las (?:tres )?Oficinas(?: de la UIT)?'), means: directors },
    { pattern: `(?<=la )Union${end}${not('Internacional|Europea|Africana|Postal')}`, means: union },
    { pattern: `(?<=la )[Ss]ecretaria${end}`, means: secretariat },
    { pattern: `(?<=la )Comision${end}${not('de|del|para|sobre')}`, means: commission },
  ],
  ru: [
    { pattern: word('Генеральн(?:ый|ого|ому|ым|ом) секретар(?:ь|я|ю|ем|е)'), means: secretaryGeneral },
    { pattern: `${start}Совет(?:а|у|ом|е)?${end}${not('по|Безопасности|Европы')}`, means: council },
    { pattern: `${start}Ассамбле(?:я|и|ю|ей|е)${end}${not('радиосвязи')}`, means: assembly },
    { pattern: word('Директор(?:а|ов|ам|ами|ах) (?:трех )?Бюро(?: МСЭ)?'), means: directors },
    { pattern: `${start}Союз(?:а|у|ом|е)?${end}`, means: union },
    { pattern: `${start}секретариат(?:а|у|ом|е)?${end}`, means: secretariat },
    { pattern: `${start}Комисси(?:я|и|ю|ей)${end}${not('по|социального')}`, means: commission },
  ],
  zh: [
    { pattern: '(?<!副|联合国|国际电联|国际电信联盟)秘书长', means: secretaryGeneral },
    {
      pattern: '(?<!经社|社会|国际电联|人权|安全)理事会(?!工作组|第|决议|信息|国际|WSIS|的?工作组)',
      means: council,
    },
    {
      pattern: '(?<!联合国)大会(?!第[^届,;]{1,8}号|决议|堂)',
      means: (house) => (house.organization === 'un' ? ['unga'] : null),
    },
    { pattern: '(?:三个?局|各局)(?:主任|局长)', means: directors },
    { pattern: '(?<!经社|社会|人权|安全)理事会(?=(?:\\d{4}年[^,;第]{0,12})?第 ?\\d)', means: council },
    { pattern: '秘书处', means: secretariat },
  ],
  ar: [
    { pattern: `${arabic('امين')} العام${end}`, means: secretaryGeneral },
    { pattern: `${arabic('مجلس')}${not('الاقتصادي')}`, means: council },
    { pattern: `${arabic('جمعيه')}${not('العامه|العالميه')}`, means: assembly },
    { pattern: word('[وف]?ل?مديري المكاتب(?: الثلاثه)?'), means: directors },
    { pattern: arabic('اتحاد'), means: union },
    { pattern: arabic('امانه'), means: secretariat },
    { pattern: `${arabic('لجنه')}${not('المعنيه|الاقتصاديه')}`, means: commission },
  ],
}
