import './indicators/tables.ts'
import './progress/tables.ts'
import './tables.ts'

export * from './item.ts'
export * from './plan.ts'
export * from './paths.ts'
export { planRights } from './plan-rights.ts'
export { loadPlanTypes } from './types/type-commands.ts'
export {
  isWaitedFor,
  outstandingReports,
  waitingCounts,
  waitings,
  type OutstandingReports,
  type Waiting,
} from './progress/waiting-queries.ts'
export { returnedReport } from './progress/report-queries.ts'
