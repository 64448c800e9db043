import './tables.ts'

export * from './report.ts'
export * from './paths.ts'
export { loadReportTemplates } from './templates/template-commands.ts'
export { verifyReport, type Verified } from './freezing/edition-queries.ts'
export { clearDemoReports } from './demo/clear-report-commands.ts'
export { demoReportLives } from './demo/demo-report-commands.ts'
