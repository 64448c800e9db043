import { z } from 'zod'
import { coded, codedShape, revisionRef, revisionRefShape, type Reader } from '../shapes.ts'
import { changeRecord, changeShape, linkKeys, stateKeys } from './changes-shape.ts'
import type { LineageDuty, LineageStep } from './lineage-queries.ts'
import { linkKinds, pairingStates } from './succession.ts'

const dutyShape = z.object({ id: z.string(), revision: revisionRefShape, address: z.string() })

/** The line of a duty through all revisions, oldest step first. */
export const lineageShape = z.array(
  z.object({
    kind: codedShape(linkKinds),
    state: codedShape(pairingStates),
    before: dutyShape.nullable(),
    after: dutyShape.nullable(),
    changes: z.array(changeShape),
    /** The revision that brought the change. */
    pairing: revisionRefShape,
  }),
)

export type LineageRecord = z.infer<typeof lineageShape>

export function lineageRecord(reader: Reader, steps: LineageStep[]): LineageRecord {
  const duty = (held: LineageDuty | null) =>
    held === null ? null : { ...held, revision: revisionRef(reader, held.revision) }
  return steps.map((step) => ({
    kind: coded(reader, step.kind, linkKeys),
    state: coded(reader, step.state, stateKeys),
    before: duty(step.before),
    after: duty(step.after),
    changes: step.changes.map((change) => changeRecord(reader, change)),
    pairing: revisionRef(reader, step.pairing),
  }))
}
