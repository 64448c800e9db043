import { z } from 'zod'
import {
  provisionWords,
  searchKinds,
  type RevisionRef,
  type SearchHit,
  type SearchKind,
} from '#modules/mandates/index.ts'
import { inLanguage, languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { hitPath } from './hit-path.ts'

const matches = z.array(z.tuple([z.int(), z.int()]))

/** A record that was found, with the places of the words in its title and in a part of its text. */
export const hitShape = z.object({
  kind: z.object({ code: z.enum(searchKinds), label: z.string() }),
  id: z.string(),
  /** What people call the place in a text, 'Resolution 140 (Rev. Dubai, 2018) · resolves 6 i'; the id for other records. */
  name: z.string(),
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

/** The revisions that the hits come from, by id. */
type Revisions = Map<string, RevisionRef>

export const hitRecord = (visit: Visit, hit: SearchHit, revisions: Revisions): HitRecord => ({
  kind: { code: hit.kind, label: visit.t(oneKeys[hit.kind]) },
  id: hit.id,
  name: nameOf(visit, hit, revisions),
  path: hitPath(hit),
  language: hit.language,
  title: hit.title,
  titleMatches: hit.titleMatches,
  snippet: hit.snippet,
  snippetMatches: hit.snippetMatches,
  exact: hit.exact,
})

function nameOf({ t, language }: Visit, { id, revision, address }: SearchHit, revisions: Revisions): string {
  if (revision === null) return id
  const text = inLanguage(revisions.get(revision)?.name ?? {}, language)?.text ?? revision
  return address === null ? text : `${text} · ${provisionWords(t, address, null)}`
}

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
