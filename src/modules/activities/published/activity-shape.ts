import { z } from 'zod'
import type { FrameworkNode } from '#modules/frameworks/index.ts'
import { languageCodes, type LanguageCode, type Translated } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { TextRead } from '#platform/texts/texts.ts'
import { dayOf } from '#platform/ui/format.ts'
import { coded, codedShape, named, said, saidShape, tagShape, type Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { licences, publicStates, type Activity, type Licence } from '../activity.ts'
import type { ActivityCodes, CodeTree } from '../codes-queries.ts'
import {
  progressStates,
  proseFields,
  reaches,
  whyField,
  type ActivityContent,
  type ProseField,
  type Progress,
  type Reach,
  type ReasonedList,
  type Tag,
} from '../content.ts'
import { activityPaths } from '../paths.ts'
import { ageOf, ages, type Age } from './age.ts'

export type OrganizationRef = {
  id: string
  name: Translated
  acronym: string | null
  type: string
  country: string | null
}

/** All that the record of one published activity is made of. */
export type Published = {
  activity: Pick<
    Activity,
    'id' | 'state' | 'licence' | 'isExample' | 'firstPublishedAt' | 'confirmedAt' | 'mergedInto'
  >
  content: ActivityContent
  /** The number of the revision that is read, and the language in which it was written. */
  revision: number
  language: LanguageCode
  /** When it was published, and replaced if a later one has taken its place. */
  publishedAt: Date
  replacedAt: Date | null
  organization: OrganizationRef | null
  /** Translations of the present revision, by field. */
  texts: Record<string, TextRead | undefined>
  /** Numbers of all revisions that can be read. */
  revisions: number[]
  /** Where it leads when it has been merged. */
  mergedInto: { id: string; title: string; language: LanguageCode } | null
}

const taggedShape = tagShape.extend({ why: saidShape.nullable() })

/** A published activity in the reader's language where there is a translation, and in the original otherwise. */
export const activityShape = z.object({
  id: z.string(),
  state: codedShape([...publicStates, 'merged']),
  revision: z.int(),
  revisions: z.array(z.int()),
  title: saidShape,
  originalLanguage: z.enum(languageCodes),
  texts: z.record(z.enum(proseFields), saidShape.nullable()),
  organization: z
    .object({
      id: z.string(),
      name: saidShape,
      acronym: z.string().nullable(),
      type: tagShape,
      country: tagShape.nullable(),
    })
    .nullable(),
  type: tagShape.nullable(),
  website: z.string().nullable(),
  reach: codedShape(reaches).nullable(),
  countries: z.array(tagShape),
  regions: z.array(tagShape),
  status: codedShape(progressStates).nullable(),
  /** A year, a month or a day. */
  start: z.string().nullable(),
  end: z.string().nullable(),
  actionLines: z.array(taggedShape.extend({ themes: z.array(tagShape) })),
  sdgs: z.array(taggedShape),
  gdc: z.array(taggedShape),
  beneficiaries: z.array(taggedShape),
  genevaTargets: z.array(tagShape),
  budget: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  picture: z
    .object({
      path: z.string(),
      smallPath: z.string(),
      width: z.int(),
      height: z.int(),
      smallWidth: z.int(),
      smallHeight: z.int(),
      alt: z.string(),
    })
    .nullable(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), size: z.int(), path: z.string() })),
  licence: z.enum(licences),
  firstPublishedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime(),
  replacedAt: z.iso.datetime().nullable(),
  /** The last day on which somebody said that it holds. */
  confirmedOn: z.iso.date().nullable(),
  age: codedShape(ages),
  mergedInto: z.object({ id: z.string(), title: saidShape }).nullable(),
  example: z.boolean(),
})

export type ActivityRecord = z.infer<typeof activityShape>

export function activityRecord(visit: Visit, codes: ActivityCodes, published: Published): ActivityRecord {
  const { activity, content, organization, language } = published
  const tag = (trees: readonly CodeTree[], code: string) => tagOf(visit, codes, trees, code)
  const tagged = (trees: readonly CodeTree[], list: ReasonedList, { code, why }: Tag) => ({
    ...tag(trees, code),
    why: why === '' ? null : (translatedSaid(published, whyField(list, code)) ?? { text: why, language }),
  })
  return {
    id: activity.id,
    state: coded(visit, shownState(activity), stateKeys),
    revision: published.revision,
    revisions: published.revisions,
    title: textSaid(published, 'title') ?? { text: activity.id, language },
    originalLanguage: language,
    texts: Object.fromEntries(
      proseFields.map((field) => [field, textSaid(published, field)]),
    ) as ActivityRecord['texts'],
    organization: organization && {
      id: organization.id,
      name: named(visit, organization.name, organization.id),
      acronym: organization.acronym,
      type: tag(['stakeholder-types'], organization.type),
      country: organization.country === null ? null : tag(['countries'], organization.country),
    },
    type: content.type === null ? null : tag(['activity-types'], content.type),
    website: content.website,
    reach: content.reach && coded(visit, content.reach, reachKeys),
    countries: content.countries.map((code) => tag(['countries'], code)),
    regions: content.regions.map((code) => tag(['itu-regions'], code)),
    status: content.status && coded(visit, content.status, progressKeys),
    start: content.start,
    end: content.end,
    actionLines: content.actionLines.map((line) => ({
      ...tagged(['action-lines'], 'actionLines', line),
      themes: line.themes.map((theme) => tag(['themes'], theme)),
    })),
    sdgs: content.sdgs.map((one) => tagged(['sdg-targets', 'sdgs'], 'sdgs', one)),
    gdc: content.gdc.map((one) => tagged(['gdc-objectives'], 'gdc', one)),
    beneficiaries: content.beneficiaries.map((one) => tagged(['beneficiaries'], 'beneficiaries', one)),
    genevaTargets: content.genevaTargets.map((code) => tag(['geneva-targets'], code)),
    budget: content.budget,
    picture: pictureOf(activity.id, content),
    attachments: content.attachments.map(({ checksum, name, type, size }) => ({
      name,
      type,
      size,
      path: activityPaths.attachment(activity.id, checksum),
    })),
    licence: activity.licence,
    firstPublishedAt: (activity.firstPublishedAt ?? published.publishedAt).toISOString(),
    publishedAt: published.publishedAt.toISOString(),
    replacedAt: published.replacedAt?.toISOString() ?? null,
    confirmedOn: activity.confirmedAt && dayOf(activity.confirmedAt),
    age: coded(visit, ageOf(activity.confirmedAt ?? published.publishedAt, visit.now), ageKeys),
    mergedInto: published.mergedInto && {
      id: published.mergedInto.id,
      title: { text: published.mergedInto.title, language: published.mergedInto.language },
    },
    example: activity.isExample,
  }
}

export const tagOf = (
  visit: Pick<Visit, 'language'>,
  codes: ActivityCodes,
  trees: readonly CodeTree[],
  code: string,
): z.infer<typeof tagShape> => {
  let node: FrameworkNode | undefined
  for (const tree of trees) node ??= codes[tree].get(code)
  return { code, label: node === undefined ? null : (said(visit, node.short) ?? said(visit, node.label)) }
}

/** A field as the reader gets it: translated where somebody has, else as it was written. Earlier revisions have no translations. */
function textSaid(published: Published, field: ProseField): Said | null {
  const { content, language } = published
  return (
    translatedSaid(published, field) ?? (content[field] === '' ? null : { text: content[field], language })
  )
}

function translatedSaid({ texts, replacedAt }: Published, field: string): Said | null {
  const read = replacedAt === null ? texts[field] : undefined
  if (read === undefined || read.isFallback) return null
  const state = read.state === 'machine' || read.state === 'outdated' ? { state: read.state } : {}
  return { text: read.text, language: read.language, ...state }
}

function pictureOf(id: string, { picture }: ActivityContent): ActivityRecord['picture'] {
  if (picture === null) return null
  return {
    path: activityPaths.picture(id, picture.checksum),
    smallPath: activityPaths.picture(id, picture.small.checksum),
    width: picture.width,
    height: picture.height,
    smallWidth: picture.small.width,
    smallHeight: picture.small.height,
    alt: picture.alt,
  }
}

type ShownState = (typeof publicStates)[number] | 'merged'

const shownState = ({ state }: Pick<Activity, 'state'>): ShownState =>
  publicStates.find((one) => one === state) ?? 'merged'

const stateKeys = {
  published: 'state.activity.published',
  'update-pending': 'state.activity.update-pending',
  'confirm-due': 'state.activity.confirm-due',
  archived: 'state.activity.archived',
  merged: 'state.activity.merged',
} satisfies Record<ShownState, MessageKey>

export const reachKeys = {
  local: 'activities.reach.local',
  national: 'activities.reach.national',
  regional: 'activities.reach.regional',
  international: 'activities.reach.international',
} satisfies Record<Reach, MessageKey>

export const progressKeys = {
  planned: 'activities.status.planned',
  ongoing: 'activities.status.ongoing',
  completed: 'activities.status.completed',
} satisfies Record<Progress, MessageKey>

export const ageKeys = {
  fresh: 'activities.age.fresh',
  ageing: 'activities.age.ageing',
  old: 'activities.age.old',
} satisfies Record<Age, MessageKey>

/** Where each licence is written out. */
export const licenceAddresses: Record<Licence, string | null> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-3.0-IGO': 'https://creativecommons.org/licenses/by/3.0/igo/',
  'all-rights-reserved': null,
}
