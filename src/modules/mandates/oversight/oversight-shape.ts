import { z } from 'zod'
import type { MessageKey } from '#platform/messages.ts'
import { dueDateRecord, dueDateShape, stateKeys, strengthKeys } from '../duties/duty-shape.ts'
import { dutyStates, type DueDate, type DutyState } from '../duties/duty.ts'
import { strengths } from '../evidence/evidence.ts'
import { ownerRecord, ownerShape } from '../keeping/owner-shape.ts'
import { mandatePaths } from '../paths.ts'
import {
  coded,
  codedShape,
  party,
  partyShape,
  revisionRef,
  revisionRefShape,
  said,
  saidShape,
  type Reader,
} from '../shapes.ts'
import type { OversightCell } from './oversight.ts'

/** One operative provision with how it stands: a letter and a word, the last evidence, the next date. */
export const cellShape = z.object({
  revision: revisionRefShape,
  address: z.string(),
  label: z.string().nullable(),
  state: codedShape(dutyStates).nullable(),
  /** The sign of the state in the grid. */
  letter: z.string(),
  addressees: z.array(partyShape),
  owners: z.array(ownerShape),
  lastEvidence: z.object({ happenedOn: z.iso.date(), strength: codedShape(strengths) }).nullable(),
  next: dueDateShape.nullable(),
  paraphrase: saidShape.nullable(),
  duties: z.array(z.string()),
  path: z.string(),
})

export type CellRecord = z.infer<typeof cellShape>

export function cellRecord(reader: Reader, cell: OversightCell): CellRecord {
  const { duties, state } = cell
  const [only] = duties
  const evidence = duties
    .flatMap(({ lastEvidence }) => lastEvidence ?? [])
    .toSorted((a, b) => b.happenedOn.localeCompare(a.happenedOn))[0]
  const next = duties
    .flatMap((duty) => duty.next ?? [])
    .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))[0]
  const once = <One>(all: One[], key: (one: One) => string) => [
    ...new Map(all.map((one) => [key(one), one])).values(),
  ]
  return {
    revision: revisionRef(reader, cell.revision),
    address: cell.address,
    label: cell.label,
    state: state && coded(reader, state, stateKeys),
    letter: state === null ? '–' : reader.t(letterKeys[state]),
    addressees: once(
      duties.flatMap(({ addressees }) => addressees),
      ({ id, name }) => id ?? JSON.stringify(name),
    ).map((one) => party(reader, one)),
    owners: once(
      duties.flatMap(({ owners }) => owners),
      ({ kind, owner, id }) => (owner === null ? id : `${kind} ${owner}`),
    ).map((one) => ownerRecord(reader, one)),
    lastEvidence:
      evidence === undefined
        ? null
        : { happenedOn: evidence.happenedOn, strength: coded(reader, evidence.strength, strengthKeys) },
    next: next === undefined ? null : dueDateRecord(reader, next),
    paraphrase: only === undefined ? null : said(reader, only.paraphrase),
    duties: duties.map(({ id }) => id),
    path:
      duties.length === 1 && only
        ? mandatePaths.duty(only.id)
        : mandatePaths.provision(cell.revision.id, cell.address),
  }
}

const dayOf = ({ starts, year }: DueDate): string => starts ?? `${year ?? 9999}-99`

export const letterKeys = {
  overdue: 'oversight.letter.overdue',
  due: 'oversight.letter.due',
  'under-way': 'oversight.letter.under-way',
  delivered: 'oversight.letter.delivered',
  considered: 'oversight.letter.considered',
  'no-information': 'oversight.letter.no-information',
  upcoming: 'oversight.letter.upcoming',
  'date-unknown': 'oversight.letter.date-unknown',
  continuing: 'oversight.letter.continuing',
} satisfies Record<DutyState, MessageKey>
