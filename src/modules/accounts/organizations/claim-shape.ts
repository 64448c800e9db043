import { z } from 'zod'
import { codedShape, named, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ClaimRow } from './claim-queries.ts'
import { claimStates } from './claim.ts'

/** A request to act for an organization, as those who decide on it see it. */
export const claimShape = z.object({
  id: z.string(),
  organization: z.object({ id: z.string(), name: saidShape }),
  person: z.object({ id: z.string(), name: z.string(), email: z.string().nullable() }),
  words: z.string().nullable(),
  asked: z.string(),
  state: codedShape(claimStates),
})

export type ClaimRecord = z.infer<typeof claimShape>

export const claimRecord = (reader: Pick<Visit, 'language' | 't'>, row: ClaimRow): ClaimRecord => ({
  id: row.id,
  organization: { id: row.organization, name: named(reader, row.organizationName, row.organization) },
  person: { id: row.person, name: row.personName, email: row.email },
  words: row.words,
  asked: row.asked.toISOString(),
  state: { code: row.state, label: reader.t(`state.claim.${row.state}`) },
})
