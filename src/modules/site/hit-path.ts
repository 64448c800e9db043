import { accountPaths } from '#modules/accounts/index.ts'
import { frameworkPaths } from '#modules/frameworks/index.ts'
import { mandatePaths, type SearchHit } from '#modules/mandates/index.ts'
import { sitePaths } from './paths.ts'

/** Where the record of a search hit is shown, without the language; null when no page shows it. */
export function hitPath({ kind, id, revision, address }: SearchHit): string | null {
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
      return sitePaths.objectives
  }
}
