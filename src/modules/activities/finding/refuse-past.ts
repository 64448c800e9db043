import { onlyOfNow } from '#platform/past/as-of.ts'
import type { Visit } from '#platform/web/visit.ts'

/** What is counted in memory is known of today only. */
export function refusePast({ asOf }: Pick<Visit, 'asOf'>): void {
  if (asOf !== undefined) throw onlyOfNow()
}
