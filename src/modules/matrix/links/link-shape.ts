import { z } from 'zod'
import { may } from '#platform/access/rights.ts'
import { openSteps } from '#platform/access/workflow.ts'
import type { Scope } from '#platform/access/actor.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import type { TextRead } from '#platform/texts/texts.ts'
import { coded, codedShape, named, said, saidShape, type Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellShape, cellTags } from '../cell-shape.ts'
import type { CellCodes } from './cell-codes-queries.ts'
import { linkRights } from './link-rights.ts'
import { linkSteps, linkWorkflow } from './link-workflow.ts'
import {
  linkBases,
  linkSources,
  linkStates,
  linkThing,
  type Link,
  type LinkBasis,
  type LinkSource,
  type LinkState,
} from './link.ts'

export const agencyShape = z.object({
  /** 'body:itu' or 'organization:…', as `propose` takes it. */
  scope: z.string(),
  name: saidShape,
})

/** A link in a list. */
export const linkRowShape = z.object({
  id: z.string(),
  state: codedShape(linkStates),
  ...cellShape,
  /** Who vouches for it; null where that is not known. */
  agency: agencyShape.nullable(),
  rationale: saidShape.extend({ isFallback: z.boolean() }),
  originalLanguage: z.enum(languageCodes),
  validFrom: z.iso.date(),
  /** The last day; null while it is open. */
  validUntil: z.iso.date().nullable(),
  /** '2017': the Matrix as it stood then; 'own-analysis': found by this platform, not official; null: proposed here. */
  source: codedShape(linkSources).nullable(),
  basis: codedShape(linkBases).nullable(),
  /** Whether the source has it in its table by action line, and in its index by goal. */
  byLine: z.boolean().nullable(),
  byGoal: z.boolean().nullable(),
  doubt: saidShape.nullable(),
  revision: z.int(),
  changedAt: z.iso.datetime(),
  example: z.boolean(),
})

export type LinkRow = z.infer<typeof linkRowShape>

const acts = ['edit', 'amend'] as const

export const linkShape = linkRowShape.extend({
  agreedAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  /** What the reader can do with it now. */
  may: z.array(z.enum(acts)),
  steps: z.array(z.enum(linkSteps)),
  /** Records of each kind that carry the line and what it is linked with, counted now; empty for the past. */
  evidence: z.array(z.object({ kind: z.string(), label: z.string(), count: z.int() })),
})

export type LinkRecord = z.infer<typeof linkShape>

/** What the words of links come from. */
export type LinkWords = {
  codes: CellCodes
  agencies: ReadonlyMap<string, Translated>
  rationaleOf: (id: string) => TextRead | undefined
}

export const linkRow = (visit: Visit, { codes, agencies, rationaleOf }: LinkWords, link: Link): LinkRow => ({
  id: link.id,
  state: coded(visit, link.state, stateKeys),
  ...cellTags(visit, codes, link),
  agency: agencyRecord(visit, agencies, link.agency),
  rationale: rationaleRecord(rationaleOf(link.id), link),
  originalLanguage: link.language,
  validFrom: link.validFrom,
  validUntil: link.validUntil,
  source: link.source === null ? null : coded(visit, link.source, sourceKeys),
  basis: link.basis === null ? null : coded(visit, link.basis, basisKeys),
  byLine: link.byLine,
  byGoal: link.byGoal,
  doubt: link.doubt === null ? null : said(visit, link.doubt),
  revision: link.revision,
  changedAt: link.updatedAt.toISOString(),
  example: link.isExample,
})

export const linkRecord = (
  visit: Visit,
  words: LinkWords,
  link: Link,
  evidence: LinkRecord['evidence'],
): LinkRecord => ({
  ...linkRow(visit, words, link),
  agreedAt: link.agreedAt?.toISOString() ?? null,
  withdrawnAt: link.withdrawnAt?.toISOString() ?? null,
  may: acts.filter((act) => may(linkRights, act, visit.actor, linkThing(link))),
  steps: openSteps(linkWorkflow, linkRights, visit.actor, linkThing(link)),
  evidence,
})

/** An organization that the reader may not see is not named. */
export const agencyRecord = (
  visit: Pick<Visit, 'language'>,
  agencies: ReadonlyMap<string, Translated>,
  agency: Scope | null,
): LinkRow['agency'] => {
  const name = agency === null ? undefined : agencies.get(agency)
  return agency === null || name === undefined ? null : { scope: agency, name: named(visit, name, agency) }
}

/** A machine's words and old ones are labelled. */
function rationaleRecord(
  read: TextRead | undefined,
  { language }: Pick<Link, 'language'>,
): Said & { isFallback: boolean } {
  if (read === undefined) return { text: '', language, isFallback: false }
  const state =
    !read.isFallback && (read.state === 'machine' || read.state === 'outdated') ? read.state : undefined
  return {
    text: read.text,
    language: read.language,
    ...(state === undefined ? {} : { state }),
    isFallback: read.isFallback,
  }
}

export const stateKeys = {
  proposed: 'state.matrix-link.proposed',
  agreed: 'state.matrix-link.agreed',
  withdrawn: 'state.matrix-link.withdrawn',
} as const satisfies Record<LinkState, string>

export const sourceKeys = {
  '2017': 'matrix.source.2017',
  'own-analysis': 'matrix.source.own-analysis',
} as const satisfies Record<LinkSource, string>

export const basisKeys = {
  'rationale-row': 'matrix.basis.rationale-row',
  'row-without-text': 'matrix.basis.row-without-text',
  'goal-index': 'matrix.basis.goal-index',
  'own-analysis': 'matrix.basis.own-analysis',
} as const satisfies Record<LinkBasis, string>
