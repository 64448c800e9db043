import type { TextKinds } from '#platform/texts/texts.ts'
import { mandatePaths } from '../paths.ts'
import { dutyKeepers, dutyTitles, provisionTitles } from './wording-queries.ts'

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
}
