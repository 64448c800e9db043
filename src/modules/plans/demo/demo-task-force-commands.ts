import type { Life } from '#modules/activities/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import { changeMatterWords, startMatter, takeMatterStep } from '../coordination/matters/matter-commands.ts'
import type { MatterLink } from '../coordination/matters/matter.ts'
import { pairName } from '../coordination/overlaps/likely-pairs.ts'
import { settleOverlap } from '../coordination/overlaps/overlap-commands.ts'
import { pairSeen } from '../coordination/overlaps/overlap-queries.ts'
import type { MadePlan } from './demo-item-commands.ts'
import { officer } from './demo-people.ts'
import { momentOf, wordsIn, type When } from './demo-plans.ts'
import {
  readDemoTaskForce,
  type DemoMatter,
  type DemoPlanned,
  type DemoSettlement,
} from './demo-task-force.ts'
import { translate } from './demo-translation-commands.ts'
import { sound } from './sound.ts'

type Made = ReadonlyMap<string, MadePlan>

/** What the secretariat does for the task force while the plans live: matters on its list, and pairs that it settles. */
export function taskForceLives(db: Db, made: Made, now: Date): Life[] {
  const { matters, overlaps } = readDemoTaskForce()
  return [
    ...overlaps.map((one) => settlementLife(db, one, made, now)),
    ...matters.map((one) => matterLife(db, one, made, now)),
  ]
}

async function* settlementLife(db: Db, said: DemoSettlement, made: Made, now: Date): Life {
  const at = momentOf(said.on, now)
  yield at
  const ids = { one: idOf(made, said.one), other: idOf(made, said.other) }
  const pair = await pairSeen(db, pairName(ids.one, ids.other))
  if (pair === null) throw new Error(`${said.reason} is said of no pair`)
  const keep = said.keep === undefined ? {} : { keep: ids[said.keep] }
  sound(
    said.reason,
    await settleOverlap(db, said.step, { actor: officer, at, pair, reason: said.reason, ...keep }),
  )
}

async function* matterLife(db: Db, said: DemoMatter, made: Made, now: Date): Life {
  const { kind, visibility, language, origin, carer } = said
  const begun = momentOf(said.decidedOn, now)
  yield begun
  const [decidedOn, dueOn] = [dayIn(said.decidedOn, now), said.dueOn === null ? null : dayIn(said.dueOn, now)]
  const header = { kind, visibility, origin, carer, decidedOn, dueOn, links: linksOf(said, made) }
  const by = { actor: officer, at: begun }
  const words = wordsIn(said, ['title', 'text'], language)
  const { id } = sound(
    said.key,
    await startMatter(db, { ...by, ...header, language, words, isExample: true }),
  )
  let revision = 1
  for (const other of languageCodes) {
    if (other === language) continue
    const asked = { ...by, id, revision, language: other, words: wordsIn(said, ['title', 'text'], other) }
    await changeMatterWords(db, asked)
    revision += 1
  }
  for (const { on, step, reason } of said.steps) {
    const at = momentOf(on, now)
    yield at
    const told = step === 'account' ? { language, outcome: said.outcome?.[language] ?? '' } : undefined
    sound(said.key, await takeMatterStep(db, step, { actor: officer, at, id, revision, reason, told }))
    revision += 1
    if (told !== undefined)
      await translate(db, { kind: 'task-force-matter', id, language }, said, ['outcome'], at)
  }
}

const linksOf = ({ links }: DemoMatter, made: Made): MatterLink[] =>
  links.map((link): MatterLink => {
    if ('duty' in link) return { kind: 'duty', record: link.duty }
    return { kind: link.item === undefined ? 'plan' : 'plan-item', record: idOf(made, link) }
  })

function idOf(made: Made, { plan, item }: DemoPlanned): string {
  const known = made.get(plan)
  const id = item === undefined ? known?.id : known?.items.get(item)
  if (id === undefined) throw new Error(`${plan} ${item ?? ''} is not there yet`)
  return id
}

const dayIn = (on: When, now: Date): string => dayOf(momentOf(on, now))
