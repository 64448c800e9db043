import { operator, type Actor, type Standing } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { askClaim } from '../../src/modules/accounts/organizations/claim-commands.ts'
import {
  approveOrganization,
  proposeOrganization,
} from '../../src/modules/accounts/organizations/organization-commands.ts'
import { addEvidence } from '../../src/modules/mandates/evidence/evidence-commands.ts'
import { recordAt } from '../../src/modules/mandates/evidence/record-kinds.ts'
import { takeDuty } from '../../src/modules/mandates/keeping/owner-commands.ts'
import { writePlan } from '../../src/modules/mandates/keeping/plan-commands.ts'
// What can be cited as evidence is told by the modules when they are declared.
import '../../src/modules.ts'
import { importLamps } from '../lamp-resolutions.ts'
import { openForm, sendForm, type Signed } from './crowd.ts'
import { shownProvision } from './hundred-desks.ts'

/** What the hundred work on; one of each kind for every round where a round uses it up. */
export type Ground = {
  rounds: number
  duties: string[]
  evidence: string[]
  organizations: string[]
  claimed: string[]
  paired: string
  draft: string
  units: string[]
}

type Start = { site: string; rounds: number; askers: Signed[]; reviewer: Signed }

/** Puts all of it there through commands, so that the history accounts for it. */
export async function prepareGround(db: Db, { site, rounds, askers, reviewer }: Start): Promise<Ground> {
  const at = new Date()
  const duties = [1, 2, 3].map((item) => `wtsa-75-hammamet-2016/instructs-director-tsb/${item}#1`)
  const [first = '', second = '', third = ''] = duties
  for (const duty of [first, second]) {
    await takeDuty(db, { actor: operator, at, duty, owner: 'body:itu-dir-tsb' })
    const plan = { version: 0, language: 'en' as const, text: 'One. Two.', milestones: [] }
    await writePlan(db, { actor: operator, at, duty, ...plan })
  }
  const evidence: string[] = []
  for (let round = 0; round < 2 * rounds; round += 1) evidence.push(await shown(db, third, round))
  const organizations: string[] = []
  for (let place = 0; place < rounds + 3; place += 1) organizations.push(await newOrganization(db, place))
  const [one = '', other = '', ...claimed] = organizations
  for (const { id } of askers)
    await askClaim(db, { actor: actorFor(id), at, organization: claimed[0] ?? '', words: 'Asked before.' })
  await importLamps(db, 2010)
  const paired = await importLamps(db, 2014)
  const draft = await openedDraft(site, reviewer)
  const units = await unitsOf(site, reviewer, draft)
  return { rounds, duties, evidence, organizations: [one, other], claimed, paired, draft, units }
}

async function shown(db: Db, duty: string, round: number): Promise<string> {
  const added = await addEvidence(db, {
    actor: operator,
    at: new Date(),
    duty,
    kind: 'record',
    language: 'en',
    record: recordAt(shownProvision, ''),
    url: null,
    title: null,
    seenOn: null,
    file: null,
    shows: `Piece ${round}. It has two sentences.`,
    happenedOn: '2024-05-06',
    visibility: 'public',
    occurrences: [],
  })
  if ('issues' in added) throw new Error(JSON.stringify(added.issues))
  return added.id
}

/** An approved organization of that number. */
export async function newOrganization(db: Db, place: number): Promise<string> {
  const at = new Date()
  const none = { acronym: null, region: null, website: null, ror: null, iati: null }
  const fields = {
    name: { en: `Organization ${place}` },
    stakeholderType: 'civil-society',
    country: 'KE',
    ...none,
  }
  const added = await proposeOrganization(db, { actor: operator, at, fields })
  if ('issues' in added) throw new Error(JSON.stringify(added.issues))
  await approveOrganization(db, { actor: operator, at, id: added.id })
  return added.id
}

const actorFor = (id: string, ...standings: Standing[]): Actor => ({ person: id, id, name: id, standings })

const nets = `RESOLUTION 901 (DOHA, 2026)

Nets of fishers

The Plenipotentiary Conference of the International Telecommunication Union (Doha, 2026),

resolves

${Array.from({ length: 16 }, (_, place) => `${place + 1} that net number ${place + 1} should be mended`).join(';\n\n')}.
`

async function openedDraft(site: string, reviewer: Signed): Promise<string> {
  const form = await openForm(site, reviewer, '/en/import')
  const file = { name: 'nets.txt', bytes: Buffer.from(nets) }
  const { location, text } = await sendForm(site, reviewer, form, { fields: {}, file })
  const id = /\/imports\/([0-9a-f-]{36})/.exec(location ?? '')?.[1]
  if (id === undefined) throw new Error(`no draft was opened: ${text}`)
  return id
}

async function unitsOf(site: string, { cookie }: Signed, draft: string): Promise<string[]> {
  const answer = await fetch(`${site}/en/imports/${draft}.json`, { headers: { Cookie: cookie } })
  const { units } = (await answer.json()) as { units: { id: string }[] }
  return units.map(({ id }) => id)
}
