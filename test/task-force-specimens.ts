import type { MatterState } from '#modules/plans/coordination/matters/matter.ts'
import type { Specimen, SpecimensOf } from './specimens.ts'
import { newMatter } from './task-force-samples.ts'
import type { TestSite } from './test-site.ts'

/** How the forms of the task force are tested. */
export const taskForceSpecimens: readonly SpecimensOf[] = [
  {
    noun: 'task-force-matter',
    make: matter,
    others: { make: 'concerns no matter yet: matter-pages.test.ts' },
  },
]

async function matter({ db }: TestSite, state: string): Promise<Specimen> {
  const id = await newMatter(db, state as MatterState)
  return { state, parameters: { matter: id, language: 'fr' }, keepers: [], within: ['body:itu-tsb'] }
}
