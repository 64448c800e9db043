import { z } from 'zod'
import { searchKinds, type SearchHit, type SearchKind } from '#modules/mandates/index.ts'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { hitPath } from './hit-path.ts'

const matches = z.array(z.tuple([z.int(), z.int()]))

/** A record that was found, with the places of the words in its title and in a part of its text. */
export const hitShape = z.object({
  kind: z.object({ code: z.enum(searchKinds), label: z.string() }),
  id: z.string(),
  /** Address of its page, without language; null when it has none. */
  path: z.string().nullable(),
  language: z.enum(languageCodes),
  title: z.string(),
  titleMatches: matches,
  snippet: z.string(),
  snippetMatches: matches,
  exact: z.boolean(),
})

export type HitRecord = z.infer<typeof hitShape>

export const hitRecord = ({ t }: Visit, hit: SearchHit): HitRecord => ({
  kind: { code: hit.kind, label: t(oneKeys[hit.kind]) },
  id: hit.id,
  path: hitPath(hit),
  language: hit.language,
  title: hit.title,
  titleMatches: hit.titleMatches,
  snippet: hit.snippet,
  snippetMatches: hit.snippetMatches,
  exact: hit.exact,
})

export const kindKeys = {
  instrument: 'search.kind.instrument',
  provision: 'search.kind.provision',
  duty: 'search.kind.duty',
  body: 'search.kind.body',
  'action-line': 'search.kind.action-line',
  sdg: 'search.kind.sdg',
  'sdg-target': 'search.kind.sdg-target',
  'gdc-objective': 'search.kind.gdc-objective',
} satisfies Record<SearchKind, MessageKey>

const oneKeys = {
  instrument: 'search.one.instrument',
  provision: 'search.one.provision',
  duty: 'search.one.duty',
  body: 'search.one.body',
  'action-line': 'search.one.action-line',
  sdg: 'search.one.sdg',
  'sdg-target': 'search.one.sdg-target',
  'gdc-objective': 'search.one.gdc-objective',
} satisfies Record<SearchKind, MessageKey>
