import './coordination/tables.ts'
import './tables.ts'

export * from './item.ts'
export * from './plan.ts'
export * from './paths.ts'
export { planRights } from './plan-rights.ts'
export { loadPlanTypes } from './types/type-commands.ts'
