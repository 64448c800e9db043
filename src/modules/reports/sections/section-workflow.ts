import { defineWorkflow } from '#platform/access/workflow.ts'
import { sectionStates } from './section.ts'

export const sectionWorkflow = defineWorkflow({
  noun: 'report-section',
  states: sectionStates,
  start: 'asked',
  ends: [],
  steps: {
    'hand-in': { from: ['asked', 'returned'], to: 'handed-in' },
    clear: { from: ['handed-in'], to: 'cleared' },
    'send-back': { from: ['handed-in', 'cleared'], to: 'returned', reason: 'required' },
  },
})

export type SectionStep = keyof typeof sectionWorkflow.steps

export const sectionSteps = Object.keys(sectionWorkflow.steps) as SectionStep[]
