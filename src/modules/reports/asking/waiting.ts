import { has, scopesOf, type Actor, type Scope } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import { reportRights } from '../report-rights.ts'
import { clearanceThing, type Report, type ReportState } from '../report.ts'
import { sectionRights } from '../sections/section-rights.ts'
import { isOpenFor, sectionThing, type Section } from '../sections/section.ts'

/** For what somebody is waited for in reports: to write or clear a section, to clear a report, to settle what was said. */
export const waitings = ['write', 'clear-section', 'clear-report', 'settle'] as const

export type Waiting = (typeof waitings)[number]

/** Whether anything of reports can wait for somebody at all. */
export const isWaitedFor = (actor: Actor): boolean =>
  has(actor, 'secretariat') || has(actor, 'administrator') || standsForSome(actor)

const standsForSome = (actor: Actor): boolean =>
  (['focal-point', 'chair', 'facilitator'] as const)
    .flatMap((role) => scopesOf(actor, role))
    .some((scope: Scope) => scope.startsWith('body:') || scope.startsWith('action-line:'))

type Said = { comments: number; suggestions: number }

/** What of a section waits for an actor, by the rights table. */
export const sectionWaits = (
  actor: Actor,
  section: Section,
  report: Pick<Report, 'lead' | 'state'>,
  open: Said,
): Waiting[] => {
  const thing = sectionThing(section, report)
  const isOpen = isOpenFor(report.state)
  return [
    ...(isOpen && may(sectionRights, 'write', actor, thing) ? ['write' as const] : []),
    ...(isOpen && may(sectionRights, 'clear', actor, thing) ? ['clear-section' as const] : []),
    ...(open.comments + open.suggestions > 0 && isOwn(actor, thing.within ?? []) ? ['settle' as const] : []),
  ]
}

/** What was said waits for those who write, whatever the state of the section; the secretariat has enough with its own. */
const isOwn = (actor: Actor, within: readonly Scope[]): boolean =>
  (['focal-point', 'chair', 'facilitator'] as const)
    .flatMap((role) => scopesOf(actor, role))
    .some((scope) => within.includes(scope))

const clearances = ['clear-sector', 'clear-task-force', 'clear'] as const

/** Whether a report waits to be cleared by whom an actor stands for. */
export const isToClear = (actor: Actor, report: Pick<Report, 'lead'> & { state: ReportState }): boolean =>
  clearances.some((step) => may(reportRights, step, actor, clearanceThing(report, step)))
