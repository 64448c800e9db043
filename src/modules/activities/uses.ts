import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { lengthOf, limits, measureOf, proseFields, type ActivityContent, type ProseField } from './content.ts'

/** What one entry can be used for; each asks for more of the same fields. */
export const uses = ['stocktaking', 'prize', 'case-study'] as const

export type Use = (typeof uses)[number]

/** An entry as the rules look at it. */
export type Checked = {
  organization: string | null
  language: LanguageCode
  content: ActivityContent
  hasContact: boolean
}

/** What is still missing or wrong before an entry can be used so; empty when it is ready. */
export const missingFor = (use: Use, entry: Checked): Issue[] => [
  ...tooLong(entry),
  ...lackingFor(use, entry),
]

/** The same of a text that is known to be short enough. */
export function lackingFor(use: Use, entry: Checked): Issue[] {
  const issues: Issue[] = []
  for (const ask of asked[use]) {
    const issue = ask(entry)
    if (issue !== null) issues.push(issue)
  }
  return issues
}

type Ask = (entry: Checked) => Issue | null

const missing = (field: string): Issue => ({ field, key: 'activities.missing' })

const text =
  (field: ProseField): Ask =>
  ({ content }) =>
    content[field].trim() === '' ? missing(field) : null

const given =
  (field: 'type' | 'reach' | 'status' | 'start' | 'picture'): Ask =>
  ({ content }) =>
    content[field] === null ? missing(field) : null

const some =
  (field: 'actionLines' | 'sdgs' | 'gdc' | 'beneficiaries'): Ask =>
  ({ content }) =>
    content[field].length === 0 ? missing(field) : null

const reasons =
  (field: 'actionLines' | 'sdgs' | 'gdc' | 'beneficiaries'): Ask =>
  ({ content }) =>
    content[field].some(({ why }) => why.trim() === '')
      ? {
          field,
          key: 'activities.missing.why',
          values: {
            codes: content[field].flatMap(({ code, why }) => (why.trim() === '' ? [code] : [])).join(', '),
          },
        }
      : null

/** The countries of a national activity, the regions of a regional one. */
const places: Ask = ({ content }) => {
  if (content.reach === 'regional') {
    return content.regions.length + content.countries.length === 0 ? missing('regions') : null
  }
  const needsCountry = content.reach === 'local' || content.reach === 'national'
  return needsCountry && content.countries.length === 0 ? missing('countries') : null
}

const end: Ask = ({ content }) =>
  content.status === 'completed' && content.end === null ? missing('end') : null

const stocktaking: readonly Ask[] = [
  ({ organization }) => (organization === null ? missing('organization') : null),
  text('title'),
  given('type'),
  text('summary'),
  given('reach'),
  places,
  given('status'),
  given('start'),
  end,
  some('actionLines'),
]

/** The Prizes ask for a short form of 150 to 200 words (in Chinese characters twice as many), and for a reason for every tag. */
const prize: readonly Ask[] = [
  ({ content, language }) => {
    const [from, to] = language === 'zh' ? [300, 400] : [150, 200]
    const length = lengthOf(content.summary, language)
    if (content.summary === '' || (length >= from && length <= to)) return null
    return {
      field: 'summary',
      key: `activities.missing.between-${measureOf(language)}`,
      values: { from, to, length },
    }
  },
  text('objective'),
  text('content'),
  text('results'),
  reasons('actionLines'),
  some('sdgs'),
  reasons('sdgs'),
  some('gdc'),
  reasons('gdc'),
  some('beneficiaries'),
  text('replicability'),
  text('sustainability'),
  text('values'),
  text('partnerships'),
  ({ hasContact }) => (hasContact ? null : missing('email')),
]

const caseStudy: readonly Ask[] = [
  text('objective'),
  text('content'),
  text('results'),
  text('challenges'),
  text('lessons'),
  text('partnerships'),
  reasons('actionLines'),
  some('sdgs'),
  given('picture'),
]

const asked: Record<Use, readonly Ask[]> = {
  stocktaking,
  prize: [...stocktaking, ...prize],
  'case-study': [...stocktaking, ...caseStudy],
}

const tooLong = ({ content, language }: Checked): Issue[] =>
  proseFields.flatMap((field) => longIssue(field, content[field], language, limits[field]) ?? [])

/** That a text has more words, or in Chinese more characters, than it may. */
export function longIssue(
  field: string,
  said: string,
  language: LanguageCode,
  limit: { words: number; characters: number },
): Issue | null {
  const measure = measureOf(language)
  // Between two words stands something that belongs to neither.
  const most = measure === 'words' ? Math.ceil(said.length / 2) : said.length
  if (most <= limit[measure]) return null
  const length = lengthOf(said, language)
  if (length <= limit[measure]) return null
  return { field, key: `activities.too-long-${measure}`, values: { limit: limit[measure], length } }
}
