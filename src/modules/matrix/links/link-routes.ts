import { dayOf } from '#platform/ui/format.ts'
import { refuseUnknown, refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf, readCursor, writeCursor, type FacetCount } from '#platform/web/listing.ts'
import type { Column, Facet, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { z } from 'zod'
import { tagIn } from '../cell-shape.ts'
import { evidenceKinds } from '../grid/evidence.ts'
import { linkEvidence } from '../grid/link-evidence.ts'
import { matrixPaths } from '../paths.ts'
import type { CellCodes } from './cell-codes-queries.ts'
import {
  facetNames,
  filtered,
  linkQuery,
  proposedHere,
  type FacetName,
  type LinkFilters,
} from './link-list.ts'
import { allLinks, linkById } from './link-queries.ts'
import {
  linkRecord,
  linkRow,
  linkRowShape,
  linkShape,
  sourceKeys,
  stateKeys,
  type LinkRecord,
  type LinkRow,
} from './link-shape.ts'
import { linkWords } from './link-words-queries.ts'
import type { LinkSource, LinkState } from './link.ts'
import { linkPage } from './pages/link-page.ts'
import { linksPage } from './pages/links-page.ts'

/** The links of the Matrix, one by one: what everybody reads. */
export function linkRoutes(site: Site): void {
  const kinds = evidenceKinds(site)
  const readLink = async (visit: Visit, { link: id = '' }: PathParameters): Promise<LinkRecord | null> => {
    const link = await linkById(visit.db, id)
    if (link === null) return null
    const evidence = visit.asOf === undefined ? await linkEvidence(visit, kinds, link) : []
    return linkRecord(visit, await linkWords(visit, [link]), link, evidence)
  }
  site.list({
    path: matrixPaths.links,
    name: 'matrix-links',
    summary:
      'Links of the WSIS-SDG Matrix: action line with goal, target or objective of the Global Digital Compact, with agency, rationale, validity and state.',
    query: linkQuery,
    row: linkRowShape,
    read: readLinks,
    page: linksPage,
    columns: linkColumns,
  })
  site.record({
    path: matrixPaths.link(':link'),
    name: 'matrix-link',
    summary: 'One link of the WSIS-SDG Matrix, with the evidence behind it counted now.',
    query: z.strictObject({}),
    shape: linkShape,
    read: readLink,
    page: linkPage,
  })
  site.api.read({
    path: matrixPaths.link(':link'),
    name: 'api-matrix-link',
    summary: 'One link of the WSIS-SDG Matrix, with its revision as ETag.',
    query: z.strictObject({}),
    shape: linkShape,
    read: async (visit, _query, parameters) => {
      const body = await readLink(visit, parameters)
      return body === null ? null : { body, revision: body.revision }
    },
  })
  site.addresses(async ({ db }) => (await allLinks(db)).map(({ id }) => matrixPaths.link(id)))
}

async function readLinks(
  visit: Visit,
  { after, limit: most, ...asked }: z.infer<typeof linkQuery>,
): Promise<Listing<LinkRow>> {
  const { db, now } = visit
  const limit = limitOf(most === undefined ? {} : { limit: Number(most) })
  const skip = await refusingCursor((async () => readCursor(after, ['place'])?.[0] ?? 0)())
  const { rows: found, counts } = filtered(await allLinks(db), asked, dayOf(now))
  const shown = found.slice(skip, skip + limit)
  const words = await linkWords(visit, shown)
  refuseUnknownCodes(words.codes, asked)
  return {
    rows: shown.map((link) => linkRow(visit, words, link)),
    total: found.length,
    next: skip + shown.length < found.length ? writeCursor([skip + shown.length]) : null,
    facets: facetNames.map((name) => facetOf(visit, words.codes, name, counts[name], asked[name])),
  }
}

export function refuseUnknownCodes(
  codes: CellCodes,
  asked: Pick<LinkFilters, 'action-line' | 'sdg' | 'target' | 'gdc'>,
): void {
  refuseUnknown([
    { field: 'action-line', value: asked['action-line'], valid: [...codes.lines.keys()] },
    { field: 'sdg', value: asked.sdg, valid: [...codes.goals.keys()] },
    { field: 'target', value: asked.target, valid: [...codes.targets.keys()] },
    { field: 'gdc', value: asked.gdc, valid: [...codes.objectives.keys()] },
  ])
}

const treeOf = { 'action-line': 'lines', sdg: 'goals', gdc: 'objectives' } as const

function facetOf(
  visit: Visit,
  codes: CellCodes,
  name: FacetName,
  counts: readonly FacetCount[],
  chosen: string | undefined,
): Facet {
  const label = (value: string): string => {
    if (name === 'state') return visit.t(stateKeys[value as LinkState])
    if (name === 'source')
      return visit.t(value === proposedHere ? 'matrix.source.here' : sourceKeys[value as LinkSource])
    const said = tagIn(visit, codes, treeOf[name], value).label?.text
    return said === undefined ? value : `${value} · ${said}`
  }
  const order = name === 'state' || name === 'source' ? null : [...codes[treeOf[name]].keys()]
  const missing = chosen === undefined || counts.some(({ value }) => value === chosen) ? [] : [chosen]
  return {
    name,
    values: [...counts, ...missing.map((value) => ({ value, count: 0 }))]
      .toSorted((one, other) =>
        order === null ? other.count - one.count : order.indexOf(one.value) - order.indexOf(other.value),
      )
      .map(({ value, count }) => ({ value, label: label(value), count, chosen: value === chosen })),
  }
}

export const linkColumns: Column<LinkRow>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'action_line', value: (row) => row.line.code },
  { name: 'action_line_name', value: (row) => row.line.label?.text },
  { name: 'sdg', value: (row) => row.goal?.code },
  { name: 'sdg_name', value: (row) => row.goal?.label?.text },
  { name: 'target', value: (row) => row.target?.code },
  { name: 'target_name', value: (row) => row.target?.label?.text },
  { name: 'gdc', value: (row) => row.objective?.code },
  { name: 'gdc_name', value: (row) => row.objective?.label?.text },
  { name: 'agency', value: (row) => row.agency?.scope },
  { name: 'agency_name', value: (row) => row.agency?.name.text },
  { name: 'rationale', value: (row) => row.rationale.text },
  { name: 'rationale_language', value: (row) => row.rationale.language },
  { name: 'rationale_state', value: (row) => row.rationale.state },
  { name: 'original_language', value: (row) => row.originalLanguage },
  { name: 'valid_from', value: (row) => row.validFrom },
  { name: 'valid_until', value: (row) => row.validUntil },
  { name: 'source', value: (row) => row.source?.code },
  { name: 'source_label', value: (row) => row.source?.label },
  { name: 'basis', value: (row) => row.basis?.code },
  { name: 'by_line', value: (row) => row.byLine },
  { name: 'by_goal', value: (row) => row.byGoal },
  { name: 'doubt', value: (row) => row.doubt?.text },
  { name: 'revision', value: (row) => row.revision },
  { name: 'changed', value: (row) => row.changedAt },
  { name: 'example', value: (row) => row.example },
]
