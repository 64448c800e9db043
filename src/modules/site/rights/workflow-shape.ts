import { z } from 'zod'
import type { Rights } from '#platform/access/rights.ts'
import type { Workflow } from '#platform/access/workflow.ts'
import { actionWord, nounWord, stateWord } from '#platform/access/words.ts'
import type { Translate } from '#platform/messages.ts'
import { sentenceOf } from './rights-shape.ts'

const named = z.object({ code: z.string(), label: z.string() })

/** One step of a workflow. */
export const stepShape = z.object({
  noun: named,
  step: named,
  from: z.array(named),
  to: named,
  reason: z.enum(['required', 'optional', 'none']),
  /** Who may take it, in one sentence. */
  who: z.string(),
})

export type StepRow = z.infer<typeof stepShape>

export const stepRows = (
  t: Translate,
  workflows: readonly Workflow[],
  tables: readonly Rights[],
): StepRow[] =>
  workflows.flatMap(({ noun, steps }) => {
    const rights = tables.find((one) => one.noun === noun)
    const state = (code: string) => ({ code, label: stateWord(t, noun, code) })
    return Object.entries(steps).map(([step, { from, to, reason }]): StepRow => {
      const right = rights?.actions[step]
      return {
        noun: { code: noun, label: nounWord(t, noun) },
        step: { code: step, label: actionWord(t, noun, step) },
        from: from.map(state),
        to: state(to),
        reason: reason ?? 'none',
        who: rights && right ? sentenceOf(t, rights, right) : t('workflows.by-itself'),
      }
    })
  })
