import { z } from 'zod'
import { languageCodes, type Translated } from '#platform/languages.ts'
import type { SearchHit } from '#platform/search/search-document.ts'
import { named, said, saidShape, tagShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { licences } from '../activity.ts'
import type { ActivityCodes, CodeTree } from '../codes-queries.ts'
import { progressStates, reaches } from '../content.ts'
import { ages, ageOf, monthOf } from '../published/age.ts'
import { tagOf } from '../published/activity-shape.ts'
import { readCard } from './activity-card.ts'
import type { FindingNames } from './finding-name-queries.ts'

/** An activity in a list. */
export const activityRowShape = z.object({
  id: z.string(),
  title: saidShape,
  summary: saidShape.nullable(),
  originalLanguage: z.enum(languageCodes),
  organization: z
    .object({
      id: z.string(),
      name: saidShape,
      acronym: z.string().nullable(),
      stakeholder: z.string(),
      country: z.string().nullable(),
    })
    .nullable(),
  type: tagShape.nullable(),
  reach: z.enum(reaches).nullable(),
  status: z.enum(progressStates).nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  countries: z.array(tagShape),
  regions: z.array(tagShape),
  actionLines: z.array(tagShape),
  sdgs: z.array(z.string()),
  gdc: z.array(z.string()),
  state: z.enum(['published', 'update-pending', 'confirm-due', 'archived']),
  age: z.enum(ages),
  licence: z.enum(licences),
  revision: z.int(),
  firstPublishedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime(),
  /** How it was found, when not by the words that were typed. */
  via: z.enum(['thesaurus', 'correction']).nullable(),
  example: z.boolean(),
})

export type ActivityRowRecord = z.infer<typeof activityRowShape>

type Kept = Pick<SearchHit, 'card' | 'titles'> & { month: string; row: ActivityRowRecord }

const keptRows = new WeakMap<ActivityCodes, Map<string, Kept>>()
/** In six languages the rows of four pages of a list. */
const mostKept = 500

/** Worded once: what stands first in a list is shown again and again, also when something else has changed meanwhile. */
export function activityRow(
  visit: Pick<Visit, 'language' | 'now'>,
  { codes }: FindingNames,
  hit: SearchHit,
): ActivityRowRecord {
  const rows = keptRows.get(codes) ?? new Map<string, Kept>()
  keptRows.set(codes, rows)
  const key = `${hit.key} ${visit.language} ${hit.via ?? ''}`
  const month = monthOf(visit.now)
  const known = rows.get(key)
  if (known?.card === hit.card && known.month === month && isSame(known.titles, hit.titles)) return known.row
  const row = wordedRow(visit, codes, hit)
  rows.delete(key)
  rows.set(key, { card: hit.card, titles: hit.titles, month, row })
  for (const oldest of rows.keys()) if (rows.size > mostKept) rows.delete(oldest)
  return row
}

const isSame = (one: Translated, other: Translated): boolean =>
  languageCodes.every((language) => one[language] === other[language])

function wordedRow(
  visit: Pick<Visit, 'language' | 'now'>,
  codes: ActivityCodes,
  { card: written, titles, via }: SearchHit,
): ActivityRowRecord {
  const card = readCard(written)
  const tag = (tree: CodeTree, code: string) => tagOf(visit, codes, [tree], code)
  return {
    id: card.id,
    title: said(visit, titles, card.unchecked) ?? { text: card.id, language: card.language },
    summary: card.summary === '' ? null : { text: card.summary, language: card.language },
    originalLanguage: card.language,
    organization: card.organization && {
      id: card.organization.id,
      name: named(visit, card.organization.name, card.organization.id),
      acronym: card.organization.acronym,
      stakeholder: card.organization.type,
      country: card.organization.country,
    },
    type: card.type === null ? null : tag('activity-types', card.type),
    reach: card.reach,
    status: card.status,
    start: card.start,
    end: card.end,
    countries: card.countries.map((code) => tag('countries', code)),
    regions: card.regions.map((code) => tag('itu-regions', code)),
    actionLines: card.actionLines.map((code) => tag('action-lines', code)),
    sdgs: card.sdgs,
    gdc: card.gdc,
    state: card.state,
    age: ageOf(card.confirmedAt, visit.now),
    licence: card.licence,
    revision: card.revision,
    firstPublishedAt: card.firstPublishedAt.toISOString(),
    changedAt: card.changedAt.toISOString(),
    confirmedAt: card.confirmedAt.toISOString(),
    via,
    example: card.example,
  }
}
