import { proposeLink, takeLinkStep } from '#modules/matrix/links/link-commands.ts'
import { operator } from '#platform/access/actor.ts'
import type { Specimen, SpecimensOf } from './specimens.ts'
import { testDay, type TestSite } from './test-site.ts'

/** How the forms of links of the Matrix are tested. */
export const matrixSpecimens: SpecimensOf = {
  noun: 'matrix-link',
  make: link,
  others: {
    propose: 'concerns no link yet: links.test.ts',
    edit: 'the form of `amend` where the link is agreed: links.test.ts',
    amend: 'the form of `edit`: links.test.ts',
  },
}

const at = new Date(`${testDay}T12:00:00Z`)

let made = 0

/** Everybody reads links, whatever their state. Each holds in a year of its own, so that none is there already. */
async function link({ db }: TestSite, state: string): Promise<Specimen> {
  made += 1
  const year = 2020 + made
  const proposed = await proposeLink(db, {
    ...{ actor: operator, at, line: 'C2', goal: '9.b', objective: null, language: 'en', agency: 'itu' },
    ...{ from: `${year}-01-01`, until: `${year}-12-31`, rationale: { en: 'Factories that are connected.' } },
  })
  if ('issues' in proposed) throw new Error(JSON.stringify(proposed.issues))
  const { id } = proposed.link
  if (state === 'agreed') await takeLinkStep(db, 'agree', { actor: operator, at, id })
  if (state === 'withdrawn') await takeLinkStep(db, 'withdraw', { actor: operator, at, id, reason: 'Test.' })
  return { state, parameters: { link: id }, keepers: [], within: ['action-line:C2'] }
}
