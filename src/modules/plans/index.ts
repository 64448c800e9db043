import './tables.ts'

export * from './item.ts'
export * from './plan.ts'
export * from './paths.ts'
export { planRights } from './plan-rights.ts'
export { loadPlanTypes } from './plan-types/type-commands.ts'
export { clearDemoPlans } from './demo/clear-plan-commands.ts'
export { loadDemoPlans } from './demo/demo-plan-commands.ts'
