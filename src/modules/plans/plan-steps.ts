import { planWorkflow } from './plan-workflow.ts'

export type PlanStep = keyof typeof planWorkflow.steps

/** In the order in which a plan takes them. */
export const planSteps = Object.keys(planWorkflow.steps) as PlanStep[]
