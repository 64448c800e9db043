import { defineWorkflow } from '#platform/access/workflow.ts'
import { reportStates } from './report.ts'

/** From the plan to what the recipient made of it. Nothing that was frozen is ever written again: a correction is a new version. */
export const reportWorkflow = defineWorkflow({
  noun: 'report',
  states: reportStates,
  start: 'planned',
  ends: ['archived', 'discarded'],
  steps: {
    /** Asks the owners of the sections for their text. */
    collect: { from: ['planned'], to: 'collecting' },
    /** What has come is brought together. */
    draft: { from: ['collecting'], to: 'drafting' },
    submit: { from: ['drafting'], to: 'sector-clearance' },
    'clear-sector': { from: ['sector-clearance'], to: 'task-force-clearance' },
    'clear-task-force': { from: ['task-force-clearance'], to: 'final-clearance' },
    clear: { from: ['final-clearance'], to: 'cleared' },
    'send-back': {
      from: ['sector-clearance', 'task-force-clearance', 'final-clearance', 'cleared'],
      to: 'drafting',
      reason: 'required',
    },
    freeze: { from: ['cleared'], to: 'frozen' },
    deliver: { from: ['frozen'], to: 'delivered' },
    consider: { from: ['delivered'], to: 'considered' },
    archive: { from: ['frozen', 'delivered', 'considered'], to: 'archived' },
    discard: { from: ['planned', 'collecting', 'drafting'], to: 'discarded', reason: 'required' },
  },
})

export type ReportStep = keyof typeof reportWorkflow.steps

export const reportSteps = Object.keys(reportWorkflow.steps) as ReportStep[]
