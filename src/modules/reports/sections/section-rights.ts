import { defineRights } from '#platform/access/rights.ts'
import { from } from '#platform/access/workflow.ts'
import { sectionStates } from './section.ts'
import { sectionWorkflow as flow } from './section-workflow.ts'

const office = { secretariat: 'any', administrator: 'any' } as const
const unit = { 'focal-point': 'own', facilitator: 'own', chair: 'own', ...office } as const

/** People of the owning body, or the facilitators of the owning line, write a section; the body or the secretariat clears it. */
export const sectionRights = defineRights({
  noun: 'report-section',
  states: sectionStates,
  actions: {
    /** Who writes it, and by when. */
    edit: { by: office },
    write: { by: unit, in: ['asked', 'returned'] },
    /** Live parts: figures, tables, charts. */
    ask: { by: unit, in: ['asked', 'returned'] },
    'hand-in': { by: unit, in: from(flow, 'hand-in') },
    clear: { by: { chair: 'own', 'focal-point': 'own', ...office }, in: from(flow, 'clear') },
    'send-back': { by: unit, in: from(flow, 'send-back') },
  },
})
