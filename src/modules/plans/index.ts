import './consultation/tables.ts'
import './indicators/tables.ts'
import './progress/tables.ts'
import './coordination/tables.ts'
import './tables.ts'

export * from './item.ts'
export * from './plan.ts'
export * from './paths.ts'
export { linePlanShape, plansOfLine, type LinePlan } from './line-queries.ts'
export { rollUpLine } from './progress/pages/roll-up-part.ts'
export { purposeKeys } from './plan-names.ts'
export { commentPaths } from './consultation/comment-paths.ts'
export { dispositionKeys } from './consultation/comment-shape.ts'
export { dispositions } from './consultation/comment.ts'
export { planRights } from './plan-rights.ts'
export { loadPlanTypes } from './plan-types/type-commands.ts'
export {
  isWaitedFor,
  outstandingReports,
  waitingCounts,
  waitings,
  type OutstandingReports,
  type Waiting,
} from './progress/waiting-queries.ts'
export {
  indicatorFacts,
  planFacts,
  type IndicatorFact,
  type IndicatorFigure,
  type PlanFact,
} from './progress/fact-queries.ts'
export { standings, type Standing } from './progress/standing.ts'
export { ratingKeys, standingKeys } from './progress/words.ts'
export { returnedReport } from './progress/report-queries.ts'
export { dueMatterCount } from './coordination/matters/matter-queries.ts'
export { isStaff } from './coordination/staff.ts'
export { taskForcePaths } from './coordination/task-force-paths.ts'
export { readDemoPlans } from './demo/demo-plans.ts'
export { clearDemoPlans } from './demo/clear-plan-commands.ts'
export { demoPlanLives } from './demo/demo-plan-commands.ts'
export type { MadePlan } from './demo/demo-item-commands.ts'
