import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import { uncheckedIn, withTranslations, type Translations } from '#platform/texts/texts.ts'
import type { Activity } from '../activity.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { proseFields, type ActivityContent, type ProseField } from '../content.ts'
import { firstDay, lastDay } from '../dates.ts'
import { monthOf } from '../published/age.ts'
import { longestSummary, shortened, writtenCard, type ActivityCard } from './activity-card.ts'

export const activityKey = (id: string): string => `activity:${id}`

/** A published activity with what else is known of it. */
export type FoundActivity = Pick<
  Activity,
  'id' | 'licence' | 'isExample' | 'firstPublishedAt' | 'changedAt' | 'confirmedAt' | 'publishedRevision'
> & {
  state: ActivityCard['state']
  language: LanguageCode
  content: ActivityContent
  organization: ActivityCard['organization']
  translations: Translations
}

/** An activity as the search knows it: its texts in all languages, its codes, what it is filtered by, its card. */
export function activityDocument(found: FoundActivity, codes: ActivityCodes): SearchDocument {
  const { id, content, language } = found
  const facets = facetsOf(found, codes)
  return {
    key: activityKey(id),
    kind: 'activity',
    original: language,
    texts: textsOf(found, codes),
    codes: [id],
    tags: tagsOf(found),
    facets: { ...facets, 'action-line': linesAndWholes(facets['action-line'] ?? []) },
    date: (found.changedAt ?? new Date(0)).getTime(),
    card: writtenCard(cardOf(found, content)),
  }
}

const bodyFields: readonly ProseField[] = proseFields.filter(
  (field) => field !== 'title' && field !== 'summary',
)

function textsOf(
  { content, language, translations, organization }: FoundActivity,
  codes: ActivityCodes,
): SearchDocument['texts'] {
  const own = (field: ProseField) => withTranslations({ [language]: content[field] }, translations, field)
  const [titles, summaries] = [own('title'), own('summary')]
  const bodies = bodyFields.map(own)
  return languageCodes.flatMap((code) => {
    const title = titles[code] ?? ''
    const body = [
      ...bodies.flatMap((texts) => texts[code] ?? []),
      ...(code === language ? whysOf(content) : []),
    ]
    const summary = summaries[code] ?? ''
    if (title === '' && summary === '' && body.length === 0) return []
    return [
      {
        language: code,
        title,
        summary,
        body: body.join('\n'),
        names: [
          namesOf(organization, code, language),
          ...countryNames(codes, content, code === language ? languageCodes : [code]),
        ].join(' '),
      },
    ]
  })
}

const whysOf = ({ actionLines, sdgs, gdc, beneficiaries }: ActivityContent): string[] =>
  [...actionLines, ...sdgs, ...gdc, ...beneficiaries].map(({ why }) => why).filter((why) => why !== '')

/** The names of the organization stand with the text of their language, all of them with the original. */
const namesOf = (
  organization: FoundActivity['organization'],
  code: LanguageCode,
  original: LanguageCode,
): string => {
  if (organization === null) return ''
  const names = code === original ? Object.values(organization.name) : [organization.name[code] ?? '']
  return [...names, organization.acronym ?? ''].join(' ').trim()
}

/** What the countries are called; as with organizations, the names in all languages stand with the original. */
const countryNames = (
  { countries, knownAs }: ActivityCodes,
  content: ActivityContent,
  languages: readonly LanguageCode[],
): string[] =>
  content.countries.flatMap((code) => {
    const node = countries.get(code)
    if (node === undefined) return []
    return unique(
      languages.flatMap((language) => namesOfCountry(knownAs.get(code)?.[language], node.label[language])),
    )
  })

/** The name that people know, and the official one where it is another: 'Киргизия' and 'Кыргызстан'. */
const namesOfCountry = (known = '', label = ''): string[] =>
  [known, label.includes(known) && known !== '' ? '' : label].filter((name) => name !== '')

const tagsOf = ({ content }: FoundActivity): string[] => [
  ...linesAndWholes(content.actionLines.map(({ code }) => code)),
  ...content.actionLines.flatMap(({ themes }) => themes),
  ...content.sdgs.map(({ code }) => code),
  // Who looks for a goal finds its targets too.
  ...unique(content.sdgs.flatMap(({ code }) => [code, code.split('.')[0] ?? code])).flatMap((code) =>
    ['SDG ', 'SDG', 'ODD ', 'ODS ', 'ЦУР '].map((name) => name + code),
  ),
  ...content.gdc.map(({ code }) => `GDC ${code}`),
]

/** C7.eHea is a part of C7: who looks for the whole line finds its parts too. Entries never name the whole. */
export const linesAndWholes = (lines: readonly string[]): string[] =>
  unique(lines.flatMap((code) => [code, code.split('.')[0] ?? code]))

/** The values by which an entry is found and counted. */
export function facetsOf(found: FoundActivity, codes: ActivityCodes): SearchDocument['facets'] {
  const { content, organization, language, state } = found
  const countries =
    content.countries.length > 0 ? content.countries : [organization?.country ?? ''].filter(Boolean)
  const regions = [...content.regions, ...countries.flatMap((country) => codes.regionOf.get(country) ?? [])]
  return {
    'action-line': content.actionLines.map(({ code }) => code),
    theme: content.actionLines.flatMap(({ themes }) => themes),
    sdg: unique(content.sdgs.map(({ code }) => code.split('.')[0] ?? code)),
    target: content.sdgs.map(({ code }) => code).filter((code) => code.includes('.')),
    gdc: content.gdc.map(({ code }) => code),
    beneficiary: content.beneficiaries.map(({ code }) => code),
    country: unique(countries),
    region: unique(regions),
    group: unique(countries.flatMap((country) => codes.groupsOf.get(country) ?? [])),
    organization: organization === null ? [] : [organization.id],
    stakeholder: organization === null ? [] : [organization.type],
    type: content.type === null ? [] : [content.type],
    year: yearsOf(content, found.firstPublishedAt),
    status: content.status === null ? [] : [content.status],
    reach: content.reach === null ? [] : [content.reach],
    state: [state],
    language: [language],
    confirmed: [monthOf(found.confirmedAt ?? found.changedAt ?? new Date(0))],
  }
}

const mostYears = 40

/** Every year in which the activity goes on, as far as it was said; the year of the entry where nothing was. */
export function yearsOf({ start, end, status }: ActivityContent, entered: Date | null): string[] {
  const enteredIn = (entered ?? new Date(0)).getUTCFullYear()
  const first = start === null ? enteredIn : Number(firstDay(start).slice(0, 4))
  const known = end === null ? null : Number(lastDay(end).slice(0, 4))
  const last = known ?? (status === 'completed' ? first : Math.max(first, enteredIn))
  return Array.from({ length: Math.min(last - first + 1, mostYears) }, (_, year) => String(first + year))
}

const unique = (values: readonly string[]): string[] => [...new Set(values)]

function cardOf(found: FoundActivity, content: ActivityContent): ActivityCard {
  const changedAt = found.changedAt ?? new Date(0)
  return {
    id: found.id,
    language: found.language,
    unchecked: uncheckedIn({ [found.language]: content.title }, found.translations, 'title'),
    summary: shortened(content.summary || content.objective || content.content, longestSummary),
    organization: found.organization,
    type: content.type,
    reach: content.reach,
    countries: content.countries,
    regions: content.regions,
    status: content.status,
    start: content.start,
    end: content.end,
    actionLines: content.actionLines.map(({ code }) => code),
    sdgs: content.sdgs.map(({ code }) => code),
    gdc: content.gdc.map(({ code }) => code),
    state: found.state,
    licence: found.licence,
    revision: found.publishedRevision ?? 1,
    firstPublishedAt: found.firstPublishedAt ?? changedAt,
    changedAt,
    confirmedAt: found.confirmedAt ?? changedAt,
    example: found.isExample,
  }
}
