import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'

/** Who does something, and when. */
export type By = { actor: Actor; at: Date }

/** What a line of history tells of it. */
export type Line = By & { act: string; reason?: string; facts?: Record<string, unknown> }

export type States = { from: string | null; to: string }

/** One line of history about a plan or something that belongs to plans. */
export const note = (
  tx: Tx,
  subject: { kind: string; id: string },
  { actor, at, act, reason, facts }: Line,
  states?: States,
): Promise<void> =>
  record(
    tx,
    {
      act: `plans.${act}`,
      subject,
      actor: actor.id,
      ...(states === undefined ? {} : { states }),
      ...(reason === undefined ? {} : { reason }),
      ...(facts === undefined ? {} : { facts }),
    },
    at,
  )

/** The state before and after, where it has changed. */
export const statesOf = (from: string, to: string): States | undefined =>
  from === to ? undefined : { from, to }
