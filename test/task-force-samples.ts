import {
  startMatter,
  takeMatterStep,
  type MatterHeader,
} from '#modules/plans/coordination/matters/matter-commands.ts'
import type { MatterState } from '#modules/plans/coordination/matters/matter.ts'
import { pairName } from '#modules/plans/coordination/overlaps/likely-pairs.ts'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { newItem, newPlan, planMoment, takeSteps } from './plan-samples.ts'

const by = { actor: operator, at: planMoment }

/** Something that the Council gave the task force to consider, taken care of by one Bureau; what is not given is usual. */
export async function newMatter(
  db: Db,
  state: MatterState = 'open',
  of: Partial<MatterHeader> = {},
): Promise<string> {
  const made = await startMatter(db, {
    ...by,
    language: 'en',
    words: { title: 'Consider the list of lamps', text: 'The working group asks for one list.' },
    kind: 'output',
    visibility: 'public',
    origin: 'itu-council',
    decidedOn: '2026-10-01',
    carer: 'itu-tsb',
    dueOn: '2026-11-01',
    links: [],
    ...of,
  })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  const at = { ...by, id: made.id, revision: 1 }
  if (state === 'under-way') await takeMatterStep(db, 'take-up', at)
  if (state === 'closed') await takeMatterStep(db, 'close', { ...at, reason: 'Done elsewhere.' })
  if (state === 'taken-into-account')
    await takeMatterStep(db, 'account', { ...at, told: { language: 'en', outcome: 'There is one list.' } })
  return made.id
}

/** Two plans of two units that set out to do the same, open to everybody; resolves to the name of the pair. */
export async function newPair(db: Db): Promise<string> {
  const items: string[] = []
  for (const [lead, actionLine] of [
    ['itu', 'C5'],
    ['itu-tsb', 'C6'],
  ] as const) {
    const plan = await newPlan(db, { lead, actionLine })
    items.push(await newItem(db, { plan, title: 'Teach everybody how lamps are mended' }))
    await takeSteps(db, plan, ['consult'])
  }
  return pairName(items[0] ?? '', items[1] ?? '')
}
