import { accountPaths } from '#modules/accounts/index.ts'
import { frameworkPaths } from '#modules/frameworks/index.ts'
import { inLanguage, type Translated } from '#platform/languages.ts'
import type { FoundKind } from '#platform/search/feeding/search-source.ts'
import type { Visit } from '#platform/web/visit.ts'
import { provisionWords } from '../pages/duty-card.ts'
import { mandatePaths } from '../paths.ts'
import type { SearchKind } from './search.ts'

/** What a result of the search shows of a record of the register beside its texts. */
export type RegisterCard = {
  kind: SearchKind
  id: string
  revision: string | null
  address: string | null
  /** As it stands before the provision; null where it has none. */
  label: string | null
  /** Of the revision, if it has one. */
  name: Translated | null
}

export const foundKinds: Record<SearchKind, FoundKind> = {
  instrument: { many: 'search.kind.instrument', one: 'search.one.instrument', told },
  provision: { many: 'search.kind.provision', one: 'search.one.provision', told, isEvidence: true },
  duty: { many: 'search.kind.duty', one: 'search.one.duty', told, isEvidence: true },
  body: { many: 'search.kind.body', one: 'search.one.body', told },
  'action-line': { many: 'search.kind.action-line', one: 'search.one.action-line', told },
  sdg: { many: 'search.kind.sdg', one: 'search.one.sdg', told },
  'sdg-target': { many: 'search.kind.sdg-target', one: 'search.one.sdg-target', told },
  'gdc-objective': { many: 'search.kind.gdc-objective', one: 'search.one.gdc-objective', told },
}

function told(visit: Pick<Visit, 'language' | 't'>, written: string) {
  const card = JSON.parse(written) as RegisterCard
  return { id: card.id, name: placeName(visit, card), path: pathOf(card) }
}

/** What people call the place in a text, 'Resolution 140 (Rev. Dubai, 2018) · resolves 6 i'; the id for other records. */
export function placeName(
  { t, language }: Pick<Visit, 'language' | 't'>,
  { id, revision, address, label, name }: Omit<RegisterCard, 'kind'>,
): string {
  if (revision === null) return id
  const text = inLanguage(name ?? {}, language)?.text ?? revision
  return address === null ? text : `${text} · ${provisionWords(t, address, label)}`
}

function pathOf({ kind, id, revision, address }: RegisterCard): string | null {
  switch (kind) {
    case 'instrument':
      return revision === null ? mandatePaths.instrument(id) : mandatePaths.revision(revision)
    case 'provision':
    case 'duty':
      return revision === null || address === null ? null : mandatePaths.provision(revision, address)
    case 'body':
      return accountPaths.body(id)
    case 'action-line':
      return frameworkPaths.actionLine(id)
    case 'sdg':
      return frameworkPaths.goal(Number(id))
    case 'sdg-target':
      return frameworkPaths.goal(Number(id.split('.')[0]))
    case 'gdc-objective':
      return frameworkPaths.objectives
  }
}
