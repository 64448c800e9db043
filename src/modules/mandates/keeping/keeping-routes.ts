import { z } from 'zod'
import { holdingsAbout } from '#platform/web/holdings.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { lookOf } from '../duties/look.ts'
import { dutyPage as shownDuty } from '../pages/duty-page.ts'
import { dutyId } from '../paths.ts'
import { readerOf } from '../reader.ts'
import { dutyPage } from './duty-page-queries.ts'
import { dutyPageRecord, dutyPageShape } from './duty-page-shape.ts'
import { ownerRoutes } from './owner-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { reportRoutes } from './report-routes.ts'

/** A duty of its own, and what its owners do with it. */
export function keepingRoutes(site: Site): void {
  site.record({
    path: '/duties/:revision/:place{.+}',
    name: 'duty',
    summary:
      'One duty: who answers for it, the plan, the due dates and all evidence. The last part is its number at the provision.',
    query: z.strictObject({}),
    read: (visit, parameters) => read(site, visit, parameters),
    shape: dutyPageShape,
    page: shownDuty,
  })
  ownerRoutes(site)
  planRoutes(site)
  reportRoutes(site)
}

async function read(site: Site, visit: Visit, { revision = '', place = '' }: Record<string, string>) {
  const page = await dutyPage(visit.db, dutyId(revision, place), lookOf(visit))
  if (page === null) return null
  const held = await holdingsAbout(site, visit, { kind: 'duty', id: page.duty.id })
  return dutyPageRecord(await readerOf(visit), page, { actor: visit.actor, held })
}
