import './talk/tables.ts'
import './tables.ts'

export * from './report.ts'
export * from './paths.ts'
export { loadReportTemplates } from './templates/template-commands.ts'
export {
  outstandingSections,
  outstandingSectionsOf,
  saidOfSection,
  waitingReport,
  type OutstandingSection,
  type SaidOfSection,
} from './asking/outstanding-queries.ts'
export { reportWaitingCounts } from './asking/waiting-queries.ts'
export { isWaitedFor, waitings, type Waiting } from './asking/waiting.ts'
export { frozenVersions, verifyReport, type Verified } from './freezing/edition-queries.ts'
export { clearDemoReports } from './demo/clear-report-commands.ts'
export { demoReportLives } from './demo/demo-report-commands.ts'
