import { actorOf } from '#modules/accounts/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import type { ActivityContent, ProseField } from '../content.ts'
import { archiveEntry, confirmEntry, saveEntry, sendEntry, startEntry } from '../entry/entry-commands.ts'
import { archiveByRule, askOwner } from '../moderation/confirmation-commands.ts'
import { publishEntry, returnEntry } from '../moderation/decision-commands.ts'
import type { DemoEntry, DemoReturns } from './demo-activities.ts'
import { contactOf, contributorId } from './demo-contributor-commands.ts'
import { administrator, officer } from './demo-office.ts'
import { daysAfter, planOf, type DemoPlan } from './demo-plan.ts'
import { translateDemo } from './demo-translation-commands.ts'
import type { Life } from './in-order-of-time.ts'

/** What is there before the first entry. */
export type DemoGround = {
  now: Date
  returns: DemoReturns
  /** Ids of organizations by what the files call them; filled as they come. */
  organizations: ReadonlyMap<string, string>
}

/** The life of one entry, each step through the command that people use. */
export async function* lifeOf(db: Db, entry: DemoEntry, place: number, ground: DemoGround): Life {
  const plan = planOf(entry, place, ground.now)
  yield plan.entered
  const writer = await actorOf(db, contributorId(entry.contributor), plan.entered)
  const id = await enter(db, entry, place, { plan, writer, ground })
  if (entry.fate === 'draft') return
  yield plan.sent
  sound(entry, await sendEntry(db, { actor: writer, at: plan.sent, id }))
  if (entry.fate === 'submitted') return
  if (plan.isReturned) {
    yield plan.returned
    const said = ground.returns.entries[entry.key] ?? ground.returns.incomplete[entry.language]
    sound(entry, await returnEntry(db, { actor: officer, at: plan.returned, id, ...said }))
    if (entry.fate === 'returned') return
    yield plan.mended
    await send(db, entry, { actor: writer, at: plan.mended, id })
  }
  yield plan.published
  await publish(db, entry, id, plan.published)
  yield plan.translated
  await translateDemo(db, { id, entry, isReviewed: plan.isReviewed, at: plan.translated })
  yield* keptUpToDate(db, entry, { id, plan, writer, now: ground.now })
}

type Kept = { id: string; plan: DemoPlan; writer: Actor; now: Date }

/** From its publication to today: asked about in time, answered or not, brought up to date, archived. */
async function* keptUpToDate(db: Db, entry: DemoEntry, kept: Kept): Life {
  const { id, plan, writer, now } = kept
  let update = plan.updated
  let since = plan.translated
  for (;;) {
    const asked = await dueDays(db, id, since)
    if (update !== null && (asked === null || update < asked.on)) {
      yield update
      await send(db, entry, { actor: writer, at: update, id })
      if (entry.fate === 'update-pending') return
      since = daysAfter(update, 3)
      yield since
      await publish(db, entry, id, since)
      update = null
    } else if (asked === null) {
      if (entry.fate !== 'archived') return
      yield plan.archived
      return archiveEntry(db, { actor: writer, at: plan.archived, id })
    } else if (entry.fate === 'archived' || (entry.fate === 'confirm-due' && update === null)) {
      yield* unanswered(db, id, asked)
      return
    } else {
      const answered = plan.isLate ? daysAfter(asked.until, 20) : daysAfter(asked.on, 4)
      // Nothing is left half answered: whoever has not been asked yet is asked by the rule tonight.
      if (answered > now) return
      if (plan.isLate) yield* unanswered(db, id, asked)
      else yield* askedOnly(db, id, asked)
      yield answered
      await confirmEntry(db, { actor: writer, at: answered, id })
      since = answered
    }
  }
}

type Due = { on: Date; until: Date }

async function* askedOnly(db: Db, id: string, { on }: Due): Life {
  yield on
  await askOwner(db, id, on)
}

async function* unanswered(db: Db, id: string, due: Due): Life {
  yield* askedOnly(db, id, due)
  yield due.until
  await archiveByRule(db, id, due.until)
}

/** When the rule asks about an entry, not before something else has ended; and when it has waited long enough for an answer. */
async function dueDays(db: Db, id: string, since: Date): Promise<Due | null> {
  const row = await db
    .selectFrom('activities')
    .select(['confirm_on', 'archive_on'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (row.confirm_on === null || row.archive_on === null) return null
  const on = new Date(`${row.confirm_on}T03:20:00Z`)
  return { on: on < since ? since : on, until: new Date(`${row.archive_on}T03:20:00Z`) }
}

async function enter(
  db: Db,
  entry: DemoEntry,
  place: number,
  { plan, writer, ground }: { plan: DemoPlan; writer: Actor; ground: DemoGround },
): Promise<string> {
  const whole = contentOf(entry)
  const started = await startEntry(db, {
    actor: writer,
    at: plan.entered,
    language: entry.language,
    organization: ground.organizations.get(entry.organization) ?? null,
    content: plan.isIncomplete ? { ...whole, ...withoutLast(whole) } : unfinished(entry, whole, place),
    contact: contactOf(entry),
    isExample: true,
  })
  return sound(entry, started).id
}

const parts = ['results', 'lessons', 'challenges', 'partnerships', 'sustainability', 'objective'] as const

/** What is added later. */
function withoutLast(content: ActivityContent): Partial<Record<ProseField, string>> {
  const part = parts.find((field) => content[field] !== '')
  return part === undefined ? {} : { [part]: '' }
}

/** Every second draft is far from its end. */
const unfinished = (entry: DemoEntry, whole: ActivityContent, place: number): ActivityContent =>
  entry.fate === 'draft' && place % 2 === 0 ? { ...whole, actionLines: [], results: '' } : whole

const contentOf = ({
  key: _key,
  organization: _organization,
  contributor: _contributor,
  fate: _fate,
  agedMonths: _agedMonths,
  duplicateOf: _duplicateOf,
  translations: _translations,
  language: _language,
  ...content
}: DemoEntry): ActivityContent => ({ ...content, picture: null, attachments: [] })

async function send(db: Db, entry: DemoEntry, by: { actor: Actor; at: Date; id: string }) {
  sound(entry, await saveEntry(db, { ...by, changes: { content: contentOf(entry) } }))
  sound(entry, await sendEntry(db, by))
}

/** Where two pairs of eyes are asked for, the second is the administrator's. */
async function publish(db: Db, entry: DemoEntry, id: string, at: Date) {
  const { state } = sound(entry, await publishEntry(db, { actor: officer, at, id }))
  if (state === 'approved') sound(entry, await publishEntry(db, { actor: administrator, at, id }))
}

function sound<Outcome extends object>(
  { key }: DemoEntry,
  outcome: Outcome | { issues: Issue[] },
): Exclude<Outcome, { issues: Issue[] }> {
  if ('issues' in outcome) throw new Error(`${key} is not sound: ${JSON.stringify(outcome.issues)}`)
  return outcome as Exclude<Outcome, { issues: Issue[] }>
}
