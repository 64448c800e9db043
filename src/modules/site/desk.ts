import { accountPaths, openClaims } from '#modules/accounts/index.ts'
import { activityPaths, activityRights, waitingCount, wantingCount } from '#modules/activities/index.ts'
import {
  dutyList,
  evidenceList,
  importList,
  lookOf,
  mandatePaths,
  openPairings,
  reviewPaths,
} from '#modules/mandates/index.ts'
import { linkRights, matrixPaths, waitingLinkCount } from '#modules/matrix/index.ts'
import { noticePaths, noticesOf } from '#modules/notices/index.ts'
import {
  dueMatterCount,
  isStaff,
  isWaitedFor,
  planPaths,
  taskForcePaths,
  waitings,
  waitingCounts,
} from '#modules/plans/index.ts'
import {
  isWaitedFor as isWaitedForInReports,
  reportPaths,
  reportWaitingCounts,
  waitings as reportWaitings,
} from '#modules/reports/index.ts'
import { translationPaths } from '#modules/translation/index.ts'
import { has, scopesOf, type Scope } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import { signedIn } from '#platform/access/signed-in.ts'
import type { Translated } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import { sitePaths } from './paths.ts'

/** Something that waits for the reader, or a room of theirs: `count` null where nothing is counted. */
export type DeskEntry = {
  label: MessageKey
  /** Of a body or an organization, when there is an entry for each. */
  scope: Scope | null
  /** What it is about, when there is an entry for each. */
  name: Translated | null
  count: number | null
  path: string
  query: Record<string, string>
}

const one = { limit: 1 }

/** What waits for whoever is signed in, by their roles. The number of questions depends on the roles, never on what waits. */
export async function deskOf(visit: Visit): Promise<DeskEntry[]> {
  const { db, actor } = visit
  const person = signedIn(actor)
  const { unread } = await noticesOf(db, person, one)
  const entries = [
    entry('desk.notices', unread, noticePaths.list),
    ...(await dutiesKept(visit)),
    ...(await stocktaking(visit)),
    ...(await matrixLinks(visit)),
    ...(await planReports(visit)),
    ...(await reportWork(visit)),
  ]
  if (has(actor, 'verifier')) {
    const { total } = await evidenceList(db, { strength: 'documented' }, lookOf(visit), one)
    entries.push(entry('desk.to-verify', total, mandatePaths.evidence, { strength: 'documented' }))
  }
  if (has(actor, 'secretariat') || has(actor, 'focal-point')) entries.push(...(await reviews(visit)))
  if (isStaff(actor)) entries.push(...(await taskForce(visit)))
  if (has(actor, 'translator')) entries.push(entry('desk.translation', null, translationPaths.list))
  return [...entries, ...rooms(visit)]
}

async function dutiesKept({ db, actor, now }: Visit): Promise<DeskEntry[]> {
  const scopes = [...new Set([...scopesOf(actor, 'focal-point'), ...scopesOf(actor, 'representative')])]
  const entries: DeskEntry[] = []
  for (const scope of scopes.slice(0, mostScopes)) {
    const { total } = await dutyList(db, { owner: scope }, now, one)
    entries.push({ ...entry('desk.duties', total, mandatePaths.duties, { owner: scope }), scope })
  }
  return entries
}

const mostScopes = 10

/** Entries of the Stocktaking: those that want something of whoever keeps them, and those that wait for the secretariat. */
async function stocktaking({ db, actor }: Visit): Promise<DeskEntry[]> {
  const wanting = entry('desk.entries', await wantingCount(db, actor), activityPaths.myEntries)
  if (!may(activityRights, 'moderate', actor, { state: 'submitted' })) return [wanting]
  return [wanting, entry('desk.moderation', await waitingCount(db), activityPaths.moderation)]
}

/** Links of the Matrix that wait for the secretariat. */
async function matrixLinks({ db, actor }: Visit): Promise<DeskEntry[]> {
  if (!may(linkRights, 'agree', actor, { state: 'proposed' })) return []
  return [entry('desk.matrix', await waitingLinkCount(db), matrixPaths.links, { state: 'proposed' })]
}

/** Progress reports of plans: to write for those who lead them, to review for others. */
async function planReports({ db, actor, now }: Visit): Promise<DeskEntry[]> {
  const asked = waitings.filter((waits) => isWaitedFor(actor, waits))
  if (asked.length === 0) return []
  const counts = await waitingCounts(db, actor, now)
  const labels = { write: 'desk.reports', review: 'desk.reviews' } as const
  return asked.map((waits) => entry(labels[waits], counts[waits], planPaths.reports, { waits }))
}

/** Reports to bodies: sections to write and to clear, reports to clear, what was said of one's sections. */
async function reportWork({ db, actor, now }: Visit): Promise<DeskEntry[]> {
  if (!isWaitedForInReports(actor)) return []
  const counts = await reportWaitingCounts(db, actor, now)
  const labels = {
    write: 'desk.report-write',
    'clear-section': 'desk.report-clear-section',
    'clear-report': 'desk.report-clear',
    settle: 'desk.report-settle',
  } as const
  return reportWaitings.map((waits) => entry(labels[waits], counts[waits], reportPaths.waiting, { waits }))
}

async function reviews({ db, actor }: Visit): Promise<DeskEntry[]> {
  const drafts = await importList(db, actor, { state: 'draft' }, one)
  const pairings = await openPairings(db, actor, { limit: mostPairings })
  const claims = await openClaims(db, actor, one)
  // Of focal points, only those of the Union's bodies import.
  const imports =
    has(actor, 'secretariat') || scopesOf(actor, 'focal-point').some((scope) => scope.startsWith('body:'))
  return [
    ...(imports ? [entry('desk.imports', drafts.total, reviewPaths.imports, { state: 'draft' })] : []),
    ...(imports ? [entry('desk.import', null, reviewPaths.open)] : []),
    ...pairings.rows.map(({ revision, undecided }) => ({
      ...entry('desk.pairing', undecided, mandatePaths.pairing(revision.id)),
      name: revision.name,
    })),
    entry('desk.claims', claims.total, accountPaths.claims),
  ]
}

const mostPairings = 10

/** What is due of the matters of the task force, and the way to its pages. */
async function taskForce({ db, actor, now }: Visit): Promise<DeskEntry[]> {
  return [
    entry('desk.matters', await dueMatterCount(db, actor, dayOf(now)), taskForcePaths.matters),
    entry('desk.task-force', null, taskForcePaths.whole),
  ]
}

/** Where officers and administrators work. */
function rooms({ actor }: Visit): DeskEntry[] {
  const isOfficer = has(actor, 'secretariat') || has(actor, 'administrator')
  const officers = [
    entry('desk.people', null, accountPaths.people),
    entry('desk.invitations', null, accountPaths.invitations),
  ]
  const administrators = [
    entry('desk.mails', null, sitePaths.mails),
    entry('desk.jobs', null, sitePaths.jobs),
  ]
  return [...(isOfficer ? officers : []), ...(has(actor, 'administrator') ? administrators : [])]
}

const entry = (
  label: MessageKey,
  count: number | null,
  path: string,
  query: Record<string, string> = {},
): DeskEntry => ({ label, scope: null, name: null, count, path, query })
