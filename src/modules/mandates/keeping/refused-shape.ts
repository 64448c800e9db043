import { z } from 'zod'
import { roles } from '#platform/access/actor.ts'

/** Why something cannot be done by whoever asks, and who could: as the rights table says it. */
export const refusedShape = z.object({
  allowed: z.literal(false),
  why: z.enum(['signed-out', 'role', 'own-work', 'state']),
  right: z.string(),
  who: z.array(z.object({ role: z.enum(roles), reach: z.enum(['any', 'own']) })),
  states: z.array(z.string()).readonly(),
  state: z.string(),
})
