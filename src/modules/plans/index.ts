import './tables.ts'

export * from './item.ts'
export * from './plan.ts'
export * from './paths.ts'
export { planRefShape, type PlanRef } from './plan-names.ts'
export { plansOfLine } from './line-queries.ts'
export { planRights } from './plan-rights.ts'
export { loadPlanTypes } from './plan-types/type-commands.ts'
