import { z } from 'zod'
import { scopeNamesSeenBy } from '#modules/accounts/index.ts'
import { roles, type Role, type Scope } from '#platform/access/actor.ts'
import { nounWord } from '#platform/access/words.ts'
import { inLanguage } from '#platform/languages.ts'
import { versionName, type ActorNames, type SubjectKind, type SubjectName } from '#platform/past/subject.ts'
import { actorWords, actSentence, stateChange } from '#platform/past/timeline.ts'
import type { TimelineRow } from '#platform/past/timeline-queries.ts'
import type { Visit } from '#platform/web/visit.ts'

const named = z.object({ code: z.string(), label: z.string() })

/** One thing that happened. */
export const timelineShape = z.object({
  /** The beginning of the hash of the line of history; names the version of the record, where versions can be read. */
  id: z.string(),
  at: z.iso.datetime(),
  act: z.string(),
  sentence: z.string(),
  actor: z.string(),
  subject: z.object({
    kind: named,
    id: z.string(),
    name: z.string(),
    /** Where the record stands, without the language; null when it has no page. */
    path: z.string().nullable(),
    hasVersions: z.boolean(),
  }),
  from: named.nullable(),
  to: named.nullable(),
  reason: z.string().nullable(),
})

export type TimelineRecord = z.infer<typeof timelineShape>

/** Lines in words: who, what, about what. A fixed number of questions, however many lines. */
export async function timelineRecords(
  visit: Visit,
  kinds: readonly SubjectKind[],
  actorNames: ActorNames,
  rows: readonly TimelineRow[],
): Promise<TimelineRecord[]> {
  const whoIs = await actorNames(visit, rows)
  const names = await subjectNames(visit, kinds, rows)
  const scopes = await scopeNamesSeenBy(visit.db, visit.actor, scopesIn(rows))
  const words = (value: unknown) =>
    isScope(value)
      ? (inLanguage(scopes.get(value) ?? {}, visit.language)?.text ?? visit.t('history.hidden'))
      : isRole(value)
        ? visit.t(`role.${value}`)
        : value
  return rows.map((row) => {
    const { t } = visit
    const kind = kinds.find((one) => one.kind === row.kind)
    const noun = kind?.noun ?? row.kind
    const actor = actorWords(t, row.actor, whoIs(row))
    const name = names.get(`${row.kind} ${row.id}`)
    return {
      id: versionName(row.hash),
      at: row.at.toISOString(),
      act: row.act,
      sentence: actSentence(t, { act: row.act, facts: wordedFacts(row.facts, words) }, actor),
      actor,
      subject: {
        kind: { code: row.kind, label: nounWord(t, noun) },
        id: row.id,
        name: name?.label ?? row.id,
        path: name?.path ?? null,
        hasVersions: kind?.record !== undefined,
      },
      ...stateChange(t, noun, row),
      reason: row.reason,
    }
  })
}

/** Facts name bodies and organizations by their scope, 'body:tsb', and roles by their code. */
const isScope = (value: unknown): value is Scope =>
  typeof value === 'string' && /^(body|organization|action-line|region):./.test(value)

const isRole = (value: unknown): value is Role => (roles as readonly unknown[]).includes(value)

const scopesIn = (rows: readonly TimelineRow[]): Scope[] => [
  ...new Set(rows.flatMap(({ facts }) => Object.values(facts).filter(isScope))),
]

const wordedFacts = (facts: Record<string, unknown>, words: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, words(value)]))

async function subjectNames(visit: Visit, kinds: readonly SubjectKind[], rows: readonly TimelineRow[]) {
  const names = new Map<string, SubjectName>()
  for (const { kind, named: namesOf } of kinds) {
    const ids = [...new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id))]
    if (ids.length === 0) continue
    for (const [id, name] of await namesOf(visit, ids)) names.set(`${kind} ${id}`, name)
  }
  return names
}
