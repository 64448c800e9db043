import type { LanguageCode } from '#platform/languages.ts'

/** A code with a sentence that says why it fits. */
export type Tag = { code: string; why: string }

export type LineTag = Tag & {
  /** Sub-themes of the action line. */
  themes: string[]
}

/** A picture that was re-encoded here: checksums of its two sizes, and what it shows. */
export type Picture = {
  checksum: string
  width: number
  height: number
  small: { checksum: string; width: number; height: number }
  alt: string
}

export type Attachment = { checksum: string; name: string; type: string; size: number }

export const reaches = ['local', 'national', 'regional', 'international'] as const

export type Reach = (typeof reaches)[number]

export const progressStates = ['planned', 'ongoing', 'completed'] as const

export type Progress = (typeof progressStates)[number]

/** What an entry says (fields of dossier 1.4), in one language; the rest is translated. Empty texts are ''. */
export type ActivityContent = {
  title: string
  website: string | null
  /** Code of the framework activity-types. */
  type: string | null
  summary: string
  objective: string
  content: string
  results: string
  reach: Reach | null
  /** ISO codes of two letters. */
  countries: string[]
  /** Codes of the framework itu-regions. */
  regions: string[]
  status: Progress | null
  /** A year, a month or a day: 2026, 2026-05, 2026-05-17. */
  start: string | null
  end: string | null
  actionLines: LineTag[]
  /** Targets ('9.c') or whole goals ('4'). */
  sdgs: Tag[]
  gdc: Tag[]
  beneficiaries: Tag[]
  genevaTargets: string[]
  replicability: string
  sustainability: string
  values: string
  partnerships: string
  challenges: string
  lessons: string
  /** ISO code of the currency. */
  budget: { amount: number; currency: string } | null
  funding: string
  picture: Picture | null
  attachments: Attachment[]
}

export const emptyContent: ActivityContent = {
  title: '',
  website: null,
  type: null,
  summary: '',
  objective: '',
  content: '',
  results: '',
  reach: null,
  countries: [],
  regions: [],
  status: null,
  start: null,
  end: null,
  actionLines: [],
  sdgs: [],
  gdc: [],
  beneficiaries: [],
  genevaTargets: [],
  replicability: '',
  sustainability: '',
  values: '',
  partnerships: '',
  challenges: '',
  lessons: '',
  budget: null,
  funding: '',
  picture: null,
  attachments: [],
}

/** Fields of prose, in the order in which they are read. All are texts for translators. */
export const proseFields = [
  'title',
  'summary',
  'objective',
  'content',
  'results',
  'replicability',
  'sustainability',
  'values',
  'partnerships',
  'challenges',
  'lessons',
  'funding',
] as const

export type ProseField = (typeof proseFields)[number]

/** Lists of tags whose sentences why are texts for translators too. */
export const reasonedLists = ['actionLines', 'sdgs', 'gdc', 'beneficiaries'] as const

export type ReasonedList = (typeof reasonedLists)[number]

/** The name of such a text: 'why-sdgs-9.c'. */
export const whyField = (list: ReasonedList, code: string): string => `why-${list}-${code}`

/** At most so many words; in Chinese, which writes none apart, so many characters. */
export type Limit = { words: number; characters: number }

export const limits: Record<ProseField | 'why', Limit> = {
  title: { words: 30, characters: 80 },
  summary: { words: 200, characters: 400 },
  objective: { words: 300, characters: 600 },
  content: { words: 800, characters: 1600 },
  results: { words: 400, characters: 800 },
  replicability: { words: 200, characters: 400 },
  sustainability: { words: 200, characters: 400 },
  values: { words: 200, characters: 400 },
  partnerships: { words: 200, characters: 400 },
  challenges: { words: 200, characters: 400 },
  lessons: { words: 200, characters: 400 },
  funding: { words: 60, characters: 120 },
  why: { words: 60, characters: 120 },
}

/** How long a text is in the measure of its language. */
export function lengthOf(text: string, language: LanguageCode): number {
  if (language === 'zh') return Array.from(text.replaceAll(/\s/gu, '')).length
  return text.match(/[^\s\p{P}\p{S}]\S*/gu)?.length ?? 0
}

export const measureOf = (language: LanguageCode): 'words' | 'characters' =>
  language === 'zh' ? 'characters' : 'words'

/** The most letters that any text of such a limit may have, against texts without spaces. */
export const mostLetters = ({ words, characters }: Limit): number => Math.max(words * 20, characters * 4)
