import type { Db } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import { startCall, takeCallStep } from '../calls/call-commands.ts'
import { usualRemindDays } from '../calls/call.ts'
import { changeTargets } from '../calls/target-commands.ts'
import { changeWords } from '../calls/word-commands.ts'
import { dayAfterMonths } from '../dates.ts'
import type { DemoCall } from './demo-calls.ts'
import { officer } from './demo-office.ts'
import { daysAfter } from './demo-plan.ts'
import type { Life } from './in-order-of-time.ts'

/** The life of one call, each step through the command that people use; nobody is written to. */
export async function* callLife(
  db: Db,
  call: DemoCall,
  { now, organizations }: { now: Date; organizations: ReadonlyMap<string, string> },
): Life {
  const opensOn = dayAfterMonths(dayOf(now), -call.opensMonthsAgo)
  const cutOff = dayAfterMonths(dayOf(now), -call.cutOffMonthsAgo)
  const opened = new Date(`${opensOn}T08:00:00Z`)
  const made = daysAfter(opened, -12)
  yield made
  const id = await make(db, call, { opensOn, cutOff, made })
  yield opened
  const by = { actor: officer, at: opened, id }
  sound(await changeTargets(db, { ...by, list: listOf(call, organizations) }))
  await takeCallStep(db, 'open', by)
  if (!call.isClosed) return
  const closed = daysAfter(new Date(`${cutOff}T08:00:00Z`), 20)
  yield closed
  await takeCallStep(db, 'close', { ...by, at: closed })
}

async function make(
  db: Db,
  { language, words }: DemoCall,
  { opensOn, cutOff, made }: { opensOn: string; cutOff: string; made: Date },
): Promise<string> {
  const by = { actor: officer, at: made }
  const remindDays = usualRemindDays
  const { id } = sound(
    await startCall(db, {
      ...by,
      ...{ language, opensOn, cutOff, remindDays, words: words[language], isExample: true },
    }),
  )
  for (const other of languageCodes)
    if (other !== language) await changeWords(db, { ...by, id, language: other, words: words[other] })
  return id
}

/** Organizations that have joined by then. */
const listOf = (call: DemoCall, organizations: ReadonlyMap<string, string>): string =>
  [
    ...Object.entries(call.targets),
    ...Object.entries(call.organizations).flatMap(([key, count]): [string, number][] => {
      const id = organizations.get(key)
      return id === undefined ? [] : [[id, count]]
    }),
  ]
    .map(([code, count]) => `${code}; ${count}`)
    .join('\n')

function sound<Outcome extends object>(
  outcome: Outcome | { issues: Issue[] },
): Exclude<Outcome, { issues: Issue[] }> {
  if ('issues' in outcome) throw new Error(`a call is not sound: ${JSON.stringify(outcome.issues)}`)
  return outcome as Exclude<Outcome, { issues: Issue[] }>
}
