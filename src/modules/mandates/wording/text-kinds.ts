import type { TextKinds } from '#platform/texts/texts.ts'
import { mandatePaths } from '../paths.ts'
import { mostMilestones } from '../keeping/owner.ts'
import {
  dutyKeepers,
  dutyTitles,
  evidenceKeepers,
  evidenceTitles,
  provisionTitles,
  reportKeepers,
  reportTitles,
} from './wording-queries.ts'

export const milestoneField = (place: number) => `milestone-${place + 1}`

const milestones = Object.fromEntries(
  Array.from({ length: mostMilestones }, (_, place) => [milestoneField(place), 'wording.milestone' as const]),
)

/** Records of mandates whose words are kept in six languages. Those of the register that is shipped are complete in its files. */
export const mandateTexts: TextKinds = {
  duty: {
    name: 'wording.duty',
    fields: { verb: 'wording.verb', deliverable: 'wording.deliverable', deadline: 'wording.deadline' },
    titlesOf: dutyTitles,
    pathOf: mandatePaths.duty,
    ownersOf: dutyKeepers,
  },
  provision: {
    name: 'wording.provision',
    fields: { paraphrase: 'wording.paraphrase' },
    titlesOf: provisionTitles,
    pathOf: (id) => mandatePaths.provision(id.split('/')[0] ?? '', id.slice(id.indexOf('/') + 1)),
    ownersOf: async () => ({ owners: [], within: [] }),
  },
  evidence: {
    name: 'wording.evidence',
    fields: { shows: 'wording.shows' },
    titlesOf: evidenceTitles,
    pathOf: mandatePaths.evidenceOf,
    ownersOf: evidenceKeepers,
  },
  plan: {
    name: 'wording.plan',
    fields: { text: 'wording.plan.text', ...milestones },
    titlesOf: dutyTitles,
    pathOf: mandatePaths.duty,
    ownersOf: dutyKeepers,
  },
  'duty-report': {
    name: 'wording.report',
    fields: { text: 'wording.report.text' },
    titlesOf: reportTitles,
    pathOf: mandatePaths.report,
    ownersOf: reportKeepers,
  },
}
