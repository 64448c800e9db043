import {
  dutyList,
  dutyStates,
  facetsOf,
  occurrenceRecord,
  overview,
  readerOf,
  revisionRef,
  type Reader,
  lookOf,
} from '#modules/mandates/index.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { homePage, type Home } from './pages/home-page.ts'
import { sitePaths } from './paths.ts'

/** The first page: what this is, how the duties stand, what is due next. */
export function homeRoutes(site: Site): void {
  site.page({ path: sitePaths.home, page: async (visit) => homePage(visit, await read(visit)) })
}

const nextAtMost = 6

async function read(visit: Visit): Promise<Home> {
  const [reader, known, { facets }] = await Promise.all([
    readerOf(visit),
    overview(visit.db, lookOf(visit)),
    dutyList(visit.db, {}, lookOf(visit), { limit: 1 }),
  ])
  const [addressees, actionLines] = facetsOf(visit, [
    { naming: { name: 'addressee' }, counts: facets.addressee },
    {
      naming: { name: 'action-line', value: (_, code) => lineName(reader, code) },
      counts: facets.actionLine,
    },
  ])
  return {
    duties: known.duties,
    states: dutyStates.map((state) => ({ state, count: known.states[state] })),
    next: known.next.slice(0, nextAtMost).map((row) => occurrenceRecord(reader, row)),
    addressees: addressees?.values ?? [],
    actionLines: actionLines?.values ?? [],
    revisions: known.revisions
      .filter(({ duties }) => duties > 0)
      .map(({ duties, ...revision }) => ({ ...revisionRef(reader, revision), duties })),
  }
}

const lineName = (reader: Reader, code: string) =>
  `${code} ${reader.actionLines.get(code)?.[reader.language] ?? ''}`
