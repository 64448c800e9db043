import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Activity } from '../activity.ts'
import { codeTrees, type CodeTree, type CodeTrees } from '../codes-queries.ts'
import { limits, mostLetters, proseFields, type ActivityContent } from '../content.ts'
import { isInOrder, isPartialDate } from '../dates.ts'
import { longIssue } from '../uses.ts'
import { isOrganization } from './organization-queries.ts'

export type ContentToCheck = {
  actor: Actor
  organization: string | null
  language: LanguageCode
  content: ActivityContent
  before?: Activity
}

/** What is wrong with what was entered, whether or not it is complete: unknown codes, impossible dates, texts that are too long. */
export async function issuesOfContent(db: Db, checked: ContentToCheck): Promise<Issue[]> {
  const codes = await codeTrees(db)
  const issues = issuesOfCodes(codes, checked)
  const { organization, before, actor } = checked
  if (
    organization !== null &&
    organization !== before?.organization &&
    !(await isOrganization(db, actor, organization))
  )
    issues.push(unknownOrganization(organization))
  return issues
}

export const unknownOrganization = (organization: string): Issue => ({
  field: 'organization',
  key: 'activities.organization.unknown',
  values: { organization },
})

/** The same without the database, for those who check many: the organization is for them to look up. */
export const issuesOfCodes = (
  codes: CodeTrees,
  { content, language }: Pick<ContentToCheck, 'content' | 'language'>,
): Issue[] => [
  ...proseFields.flatMap((field) => textIssues(field, content[field], language, limits[field])),
  ...wrongCodes(codes, content),
  ...[...content.actionLines, ...content.sdgs, ...content.gdc, ...content.beneficiaries].flatMap(
    ({ code, why }) => textIssues(`why-${code}`, why, language, limits.why),
  ),
  ...themeIssues(codes, content),
  ...dateIssues(content),
  ...websiteIssues(content),
  ...budgetIssues(content),
]

function textIssues(
  field: string,
  text: string,
  language: LanguageCode,
  limit: (typeof limits)['why'],
): Issue[] {
  if (text.length > mostLetters(limit))
    return [{ field, key: 'activities.too-many-letters', values: { limit: mostLetters(limit) } }]
  const long = longIssue(field, text, language, limit)
  return long === null ? [] : [long]
}

function wrongCodes(codes: CodeTrees, content: ActivityContent): Issue[] {
  const tagged = (tags: readonly { code: string }[]) => tags.map(({ code }) => code)
  const lists: [string, readonly string[], readonly CodeTree[]][] = [
    ['type', content.type === null ? [] : [content.type], ['activity-types']],
    ['countries', content.countries, ['countries']],
    ['regions', content.regions, ['itu-regions']],
    ['actionLines', tagged(content.actionLines), ['action-lines']],
    ['sdgs', tagged(content.sdgs), ['sdg-targets', 'sdgs']],
    ['gdc', tagged(content.gdc), ['gdc-objectives']],
    ['beneficiaries', tagged(content.beneficiaries), ['beneficiaries']],
    ['genevaTargets', content.genevaTargets, ['geneva-targets']],
  ]
  return lists.flatMap(([field, given, trees]) => [
    ...given
      .filter((code) => !trees.some((tree) => codes[tree].has(code)) || code === 'C7')
      .map((code) => ({
        field,
        key: 'activities.code.unknown' as const,
        values: { code },
        validValues: nearOnes(
          code,
          trees.flatMap((tree) => [...codes[tree].keys()]).filter((one) => one !== 'C7'),
        ).slice(0, 40),
      })),
    ...(new Set(given).size < given.length ? [{ field, key: 'activities.code.twice' as const }] : []),
  ])
}

/** Of 186 goals and targets those of the same goal, when there is such a goal. */
function nearOnes(code: string, all: readonly string[]): readonly string[] {
  const beginning = (one: string) => one.split('.')[0]?.toLowerCase()
  const near = all.filter((one) => beginning(one) === beginning(code))
  return near.length > 0 ? near : all
}

const themeIssues = (codes: CodeTrees, { actionLines }: ActivityContent): Issue[] =>
  actionLines.flatMap(({ code, themes }) =>
    themes
      .filter((theme) => codes.lineOfTheme.get(theme) !== code)
      .map((theme) => ({
        field: `themes-${code}`,
        key: 'activities.code.unknown' as const,
        values: { code: theme },
      })),
  )

function dateIssues({ start, end }: ActivityContent): Issue[] {
  const wrong = [
    ['start', start],
    ['end', end],
  ] as const
  const impossible = wrong
    .filter(([, day]) => day !== null && !isPartialDate(day))
    .map(([field]) => ({ field, key: 'form.value.wrong' as const, rule: 'rule.partial-date' as const }))
  if (impossible.length > 0 || start === null || end === null) return impossible
  return isInOrder(start, end) ? [] : [{ field: 'end', key: 'activities.end-before-start' }]
}

function websiteIssues({ website }: ActivityContent): Issue[] {
  if (website === null || (website.length <= 300 && isWebAddress(website))) return []
  return [{ field: 'website', key: 'form.value.wrong', rule: 'rule.web-address' }]
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, hostname } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === '' && hostname.includes('.')
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

function budgetIssues({ budget }: ActivityContent): Issue[] {
  if (budget === null) return []
  const isAmount = Number.isFinite(budget.amount) && budget.amount >= 0 && budget.amount < 1e15
  return [
    ...(isAmount
      ? []
      : [{ field: 'amount', key: 'form.value.wrong' as const, rule: 'rule.amount' as const }]),
    ...(currencies.has(budget.currency)
      ? []
      : [
          {
            field: 'currency',
            key: 'activities.currency.unknown' as const,
            values: { code: budget.currency },
          },
        ]),
  ]
}
