import { plainText } from './fold.ts'

/** Where and when the conferences and assemblies that adopt resolutions met. */
export type Conference = { body: 'itu-pp' | 'wtsa' | 'wtdc' | 'ra' | 'wrc'; place: string; year: number }

const met = (body: Conference['body'], places: [string, number][]): Conference[] =>
  places.map(([place, year]) => ({ body, place, year }))

// The order decides when two met in the same place in the same year: a citation without an organ means the first.
export const conferences: Conference[] = [
  ...met('itu-pp', [
    ['malaga-torremolinos', 1973],
    ['nairobi', 1982],
    ['nice', 1989],
    ['kyoto', 1994],
    ['minneapolis', 1998],
    ['marrakesh', 2002],
    ['antalya', 2006],
    ['guadalajara', 2010],
    ['busan', 2014],
    ['dubai', 2018],
    ['bucharest', 2022],
    ['doha', 2026],
  ]),
  ...met('wtsa', [
    ['helsinki', 1993],
    ['geneva', 1996],
    ['montreal', 2000],
    ['florianopolis', 2004],
    ['johannesburg', 2008],
    ['dubai', 2012],
    ['hammamet', 2016],
    ['geneva', 2022],
    ['new-delhi', 2024],
  ]),
  ...met('wtdc', [
    ['buenos-aires', 1994],
    ['valletta', 1998],
    ['istanbul', 2002],
    ['doha', 2006],
    ['hyderabad', 2010],
    ['dubai', 2014],
    ['buenos-aires', 2017],
    ['kigali', 2022],
    ['baku', 2025],
  ]),
  ...met('ra', [
    ['geneva', 2003],
    ['geneva', 2007],
    ['geneva', 2012],
    ['geneva', 2015],
    ['sharm-el-sheikh', 2019],
    ['dubai', 2023],
  ]),
  ...met('wrc', [
    ['geneva', 1995],
    ['geneva', 1997],
    ['istanbul', 2000],
    ['geneva', 2003],
    ['geneva', 2007],
    ['geneva', 2012],
    ['geneva', 2015],
    ['sharm-el-sheikh', 2019],
    ['dubai', 2023],
  ]),
]

export const conferenceAt = (place: string, year: number): Conference | undefined =>
  conferences.find((conference) => conference.place === place && conference.year === year)

export const lastConferenceAt = (body: Conference['body'], place: string): Conference | undefined =>
  conferences.findLast((conference) => conference.body === body && conference.place === place)

/** The first conference of the kind after that year, when the table knows it. */
export const conferenceAfter = (body: string, year: number): Conference | undefined =>
  conferences.find((conference) => conference.body === body && conference.year > year)

/** English slug of a place written in any of the six languages; null when it cannot be told. */
export function placeSlug(place: string): string | null {
  const folded = plainText(place)
    .toLowerCase()
    .replaceAll(/[«»"'.]/g, '')
    .replaceAll(/[\s-]+/g, ' ')
    .trim()
  const known = slugs.get(folded)
  if (known !== undefined) return known
  return /^[a-z][a-z ]+$/.test(folded) ? folded.replaceAll(' ', '-') : null
}

const forms: Record<string, string> = {
  geneva: 'Geneva|Genève|Ginebra|Женева|日内瓦|جنيف',
  'malaga-torremolinos':
    'Malaga-Torremolinos|Málaga-Torremolinos|Малага-Торремолинос|马拉加-托雷莫利诺斯|مالقة-طورمولينوس',
  nairobi: 'Nairobi|Найроби|内罗毕|نيروبي',
  nice: 'Nice|Niza|Ницца|尼斯|نيس',
  kyoto: 'Kyoto|Kioto|Киото|京都|كيوتو',
  minneapolis: 'Minneapolis|Mineápolis|Миннеаполис|明尼阿波利斯|مينيابوليس|مينيابولس',
  marrakesh: 'Marrakesh|Marrakech|Марракеш|马拉喀什|مراكش',
  antalya: 'Antalya|Анталия|安塔利亚|أنطاليا',
  guadalajara: 'Guadalajara|Гвадалахара|瓜达拉哈拉|غوادالاخارا',
  busan: 'Busan|Пусан|釜山|بوسان',
  dubai: 'Dubai|Dubaï|Doubaï|Dubái|Дубай|迪拜|دبي',
  bucharest: 'Bucharest|Bucarest|Бухарест|布加勒斯特|بوخارست',
  doha: 'Doha|Доха|多哈|الدوحة',
  helsinki: 'Helsinki|Хельсинки|赫尔辛基|هلسنكي',
  montreal: 'Montreal|Montréal|Монреаль|蒙特利尔|مونتريال',
  florianopolis: 'Florianópolis|Florianopolis|Флорианополис|弗洛里亚诺波利斯|فلوريانوبوليس',
  johannesburg: 'Johannesburg|Johannesbourg|Johannesburgo|Йоханнесбург|约翰内斯堡|جوهانسبرغ',
  hammamet: 'Hammamet|Хаммамет|哈马马特|الحمامات',
  'new-delhi': 'New Delhi|Nouvelle-Delhi|Nueva Delhi|Нью-Дели|新德里|نيودلهي',
  'buenos-aires': 'Buenos Aires|Буэнос-Айрес|布宜诺斯艾利斯|بوينس آيرس|بوينس أيرس',
  valletta: 'Valletta|La Valette|La Valeta|Valetta|Валлетта|瓦莱塔|فاليتا',
  istanbul: 'Istanbul|Estambul|Стамбул|伊斯坦布尔|إسطنبول|اسطنبول',
  hyderabad: 'Hyderabad|Хайдарабад|海得拉巴|حيدر آباد|حيدرآباد|حيدر أباد',
  kigali: 'Kigali|Кигали|基加利|كيغالي',
  baku: 'Baku|Bakou|Bakú|Баку|巴库|باكو',
  'sharm-el-sheikh':
    'Sharm el-Sheikh|Sharm El-Sheikh|Sharm el Sheikh|Charm el-Cheikh|Sharm-el-Sheikh|Шарм-эль-Шейх|沙姆沙伊赫|شرم الشيخ',
  tunis: 'Tunis|Túnez|Тунис|突尼斯|تونس',
  melbourne: 'Melbourne|Мельбурн|墨尔本|ملبورن',
  'new-york': 'New York|Nueva York|Нью-Йорк|纽约|نيويورك',
}

const slugs = new Map(
  Object.entries(forms).flatMap(([slug, names]) =>
    names.split('|').map((name): [string, string] => [
      plainText(name)
        .toLowerCase()
        .replaceAll(/[\s-]+/g, ' '),
      slug,
    ]),
  ),
)
