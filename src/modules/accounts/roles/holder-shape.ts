import { z } from 'zod'
import { grantedRoles, type Scope } from '#platform/access/actor.ts'
import { codedShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { dayOf } from './days.ts'
import { publicHoldersOf, type Holder } from './holder-queries.ts'

/** Somebody who agreed to be named beside a role that they hold or held. */
export const publicHolderShape = z.object({
  name: z.string(),
  ownName: z.string().nullable(),
  role: codedShape(grantedRoles),
  from: z.string(),
  to: z.string().nullable(),
  /** Whether they hold it now. */
  held: z.boolean(),
})

export type PublicHolder = z.infer<typeof publicHolderShape>

/** Who holds and held the public roles of a body or an action line, for the pages of others. */
export async function publicHolders(visit: Visit, scope: Scope): Promise<PublicHolder[]> {
  const today = dayOf(visit.now)
  return (await publicHoldersOf(visit.db, scope, today)).map((holder) => asPublic(visit, holder, today))
}

const asPublic = ({ t }: Visit, holder: Holder, today: string): PublicHolder => ({
  name: holder.name,
  ownName: holder.ownName,
  role: { code: holder.role, label: t(`role.${holder.role}`) },
  from: holder.from,
  to: holder.to,
  held: holder.isHeld && (holder.to === null || holder.to >= today),
})
