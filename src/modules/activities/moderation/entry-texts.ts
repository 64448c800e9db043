import type { FrameworkNode } from '#modules/frameworks/index.ts'
import { inLanguage, type Translated } from '#platform/languages.ts'
import { number } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ActivityCodes, CodeTree } from '../codes-queries.ts'
import { proseFields, type ActivityContent, type LineTag, type Tag } from '../content.ts'
import { codeLabel } from '../entry/choices.ts'
import { progressKeys, reachKeys } from '../published/activity-shape.ts'

/** What one field of an entry says, in words that can be laid beside those of another version. */
export type EntryText = { field: EntryField; text: string; isProse: boolean }

export const entryFields = [
  'title',
  'organization',
  'type',
  'website',
  'summary',
  'objective',
  'content',
  'results',
  'reach',
  'countries',
  'regions',
  'status',
  'start',
  'end',
  'actionLines',
  'sdgs',
  'gdc',
  'beneficiaries',
  'genevaTargets',
  'replicability',
  'sustainability',
  'values',
  'partnerships',
  'challenges',
  'lessons',
  'budget',
  'funding',
  'picture',
  'attachments',
] as const

export type EntryField = (typeof entryFields)[number]

type Place = Pick<Visit, 'language' | 't'>

/** All fields in the order of the form, each as one text: codes with their names in the reader's language. */
export function entryTexts(
  place: Place,
  codes: ActivityCodes,
  content: ActivityContent,
  organization: Translated | null,
): EntryText[] {
  const written = writtenOf(place, codes, content)
  const prose: readonly string[] = proseFields
  return entryFields.map((field) => ({
    field,
    text:
      field === 'organization'
        ? organization === null
          ? ''
          : (inLanguage(organization, place.language)?.text ?? '')
        : written[field],
    isProse: prose.includes(field),
  }))
}

function writtenOf(
  place: Place,
  codes: ActivityCodes,
  content: ActivityContent,
): Record<Exclude<EntryField, 'organization'>, string> {
  const { t, language } = place
  const name = (trees: readonly CodeTree[], code: string) => codeName(place, codes, trees, code)
  const names = (tree: CodeTree, all: readonly string[]) => all.map((code) => name([tree], code)).join('\n')
  const tags = (trees: readonly CodeTree[], all: readonly Tag[]) =>
    all.map(({ code, why }) => withWhy(name(trees, code), why)).join('\n')
  const { type, reach, status, budget, picture } = content
  return {
    title: content.title,
    type: type === null ? '' : name(['activity-types'], type),
    website: content.website ?? '',
    summary: content.summary,
    objective: content.objective,
    content: content.content,
    results: content.results,
    reach: reach === null ? '' : t(reachKeys[reach]),
    countries: names('countries', content.countries),
    regions: names('itu-regions', content.regions),
    status: status === null ? '' : t(progressKeys[status]),
    start: content.start ?? '',
    end: content.end ?? '',
    actionLines: content.actionLines.map((line) => lineText(name, line)).join('\n'),
    sdgs: tags(['sdg-targets', 'sdgs'], content.sdgs),
    gdc: tags(['gdc-objectives'], content.gdc),
    beneficiaries: tags(['beneficiaries'], content.beneficiaries),
    genevaTargets: names('geneva-targets', content.genevaTargets),
    replicability: content.replicability,
    sustainability: content.sustainability,
    values: content.values,
    partnerships: content.partnerships,
    challenges: content.challenges,
    lessons: content.lessons,
    budget: budget === null ? '' : `${number(language, budget.amount)} ${budget.currency}`,
    funding: content.funding,
    picture: picture === null ? '' : picture.alt || picture.checksum.slice(0, 12),
    attachments: content.attachments.map((one) => one.name).join('\n'),
  }
}

const lineText = (name: (trees: readonly CodeTree[], code: string) => string, line: LineTag): string =>
  [
    withWhy(name(['action-lines'], line.code), line.why),
    ...line.themes.map((theme) => `· ${name(['themes'], theme)}`),
  ].join('\n')

const withWhy = (name: string, why: string): string => (why === '' ? name : `${name} — ${why}`)

/** 'C2 · Infrastructure'; a code that is a word itself is left out before its name. */
function codeName(place: Place, codes: ActivityCodes, trees: readonly CodeTree[], code: string): string {
  const node: FrameworkNode | undefined = trees
    .map((tree) => codes[tree].get(code))
    .find((one) => one !== undefined)
  if (node === undefined) return code
  const label = codeLabel(place, node)
  return /\d/.test(code) ? `${code} · ${label}` : label
}
