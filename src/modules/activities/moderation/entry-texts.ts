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
        : written(field),
    isProse: prose.includes(field),
  }))
}

const writtenOf =
  (place: Place, codes: ActivityCodes, content: ActivityContent) =>
  (field: Exclude<EntryField, 'organization'>): string => {
    const { t, language } = place
    const name = (trees: readonly CodeTree[], code: string) => codeName(place, codes, trees, code)
    const tags = (trees: readonly CodeTree[], all: readonly Tag[]) =>
      all.map(({ code, why }) => withWhy(name(trees, code), why)).join('\n')
    switch (field) {
      case 'type':
        return content.type === null ? '' : name(['activity-types'], content.type)
      case 'reach':
        return content.reach === null ? '' : t(reachKeys[content.reach])
      case 'status':
        return content.status === null ? '' : t(progressKeys[content.status])
      case 'countries':
        return content.countries.map((code) => name(['countries'], code)).join('\n')
      case 'regions':
        return content.regions.map((code) => name(['itu-regions'], code)).join('\n')
      case 'actionLines':
        return content.actionLines.map((line) => lineText(name, line)).join('\n')
      case 'sdgs':
        return tags(['sdg-targets', 'sdgs'], content.sdgs)
      case 'gdc':
        return tags(['gdc-objectives'], content.gdc)
      case 'beneficiaries':
        return tags(['beneficiaries'], content.beneficiaries)
      case 'genevaTargets':
        return content.genevaTargets.map((code) => name(['geneva-targets'], code)).join('\n')
      case 'budget':
        return content.budget === null
          ? ''
          : `${number(language, content.budget.amount)} ${content.budget.currency}`
      case 'picture':
        return content.picture === null ? '' : content.picture.alt || content.picture.checksum.slice(0, 12)
      case 'attachments':
        return content.attachments.map((one) => one.name).join('\n')
      default:
        return content[field] ?? ''
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
