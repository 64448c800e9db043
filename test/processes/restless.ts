import { mandatePaths } from '#modules/mandates/index.ts'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { addressOf } from '#platform/web/address.ts'
import { takeDuty } from '../../src/modules/mandates/keeping/owner-commands.ts'
import { openForm, sendForm, signedIn, type Fields, type SentFile, type Signed } from './crowd.ts'
import { newOrganization } from './hundred-ground.ts'

export const stepKinds = ['plan', 'evidence', 'ask', 'grant', 'invite', 'open', 'confirm'] as const

/** Something that somebody did: what they wrote, and whether they had the answer. */
export type Step = { kind: (typeof stepKinds)[number]; words: string; status: number | null }

/** People who act without a pause, and what they have to do with. */
export type Stage = {
  keeper: Signed
  asker: Signed
  officer: Signed
  administrator: Signed
  duty: string
  organizations: string[]
  /** All that was done so far, in every life of the program. */
  steps: Step[]
}

export async function setStage(db: Db): Promise<Stage> {
  const duty = 'wtsa-75-hammamet-2016/instructs-director-tsb/1#1'
  await takeDuty(db, { actor: operator, at: new Date(), duty, owner: 'body:itu-dir-tsb' })
  const organizations: string[] = []
  for (let place = 0; place < 40; place += 1) organizations.push(await newOrganization(db, place))
  return {
    keeper: await signedIn(db, 'keeper', [{ role: 'focal-point', scope: 'body:itu-tsb' }]),
    asker: await signedIn(db, 'asker', []),
    officer: await signedIn(db, 'officer', [{ role: 'secretariat', scope: null }]),
    administrator: await signedIn(db, 'operator', [{ role: 'administrator', scope: null }]),
    duty,
    organizations,
    steps: [],
  }
}

/** They act until the site answers no more. */
export async function actUntilKilled(site: string, stage: Stage): Promise<void> {
  const ways = [writePlans, addEvidence, askAndGrant, invite, importTexts]
  await Promise.all(
    ways.map(async (way) => {
      try {
        for (;;) await way(site, stage)
      } catch (error) {
        // The connection broke, or nobody listens any more: that is what was waited for.
        if (!(error instanceof TypeError)) throw error
      }
    }),
  )
}

type Doing = { kind: Step['kind']; who: Signed; path: string; words: string; fields: Fields; file?: SentFile }

/** Opens a form and sends it. What is on its way when the program is killed stays noted, without a status. */
async function take(site: string, { steps }: Stage, doing: Doing): Promise<string> {
  const { kind, who, words, fields, file } = doing
  const shown = await openForm(site, who, addressOf('en', doing.path))
  const step: Step = { kind, words, status: null }
  steps.push(step)
  const { status, location } = await sendForm(site, who, shown, { fields, file })
  step.status = status
  return location ?? ''
}

const numberOf = ({ steps }: Stage) => steps.length + 1

function writePlans(site: string, stage: Stage) {
  const words = `Plan number ${numberOf(stage)}.`
  const path = mandatePaths.plan(stage.duty)
  return take(site, stage, { kind: 'plan', who: stage.keeper, path, words, fields: { text: words } })
}

function addEvidence(site: string, stage: Stage) {
  const words = `Shown as number ${numberOf(stage)}.`
  const fields = { kind: 'file', shows: words, happened: '2024-05-06', visibility: 'public' }
  const file = { name: 'report.pdf', bytes: Buffer.from(`%PDF-1.4 ${words}`) }
  const path = mandatePaths.newEvidence(stage.duty)
  return take(site, stage, { kind: 'evidence', who: stage.keeper, path, words, fields, file })
}

async function askAndGrant(site: string, stage: Stage) {
  const organization = stage.organizations.shift()
  if (organization === undefined) throw new TypeError('no organization is left')
  const words = `Asked as number ${numberOf(stage)}.`
  const path = `/organizations/${organization}/claim`
  await take(site, stage, { kind: 'ask', who: stage.asker, path, words, fields: { words } })
  const answer = await fetch(`${site}/en/claims.json`, { headers: { Cookie: stage.officer.cookie } })
  const { rows } = (await answer.json()) as { rows: { id: string; words: string }[] }
  for (const { id, words: asked } of rows) {
    const reason = `${asked} Granted as number ${numberOf(stage)}.`
    const fields = { decision: 'grant', reason }
    await take(site, stage, {
      kind: 'grant',
      who: stage.officer,
      path: `/claims/${id}`,
      words: reason,
      fields,
    })
  }
}

function invite(site: string, stage: Stage) {
  const number = numberOf(stage)
  const words = `Invited as number ${number}.`
  const fields = {
    email: `guest-${number}@guests.example`,
    language: 'en',
    role: 'translator',
    reason: words,
  }
  return take(site, stage, { kind: 'invite', who: stage.officer, path: '/invitations/new', words, fields })
}

async function importTexts(site: string, stage: Stage) {
  const number = 1000 + numberOf(stage)
  const words = `nets-${number}.txt`
  const file = { name: words, bytes: Buffer.from(nets(number)) }
  const path = '/import'
  const opened = await take(site, stage, { kind: 'open', who: stage.keeper, path, words, fields: {}, file })
  const draft = /\/imports\/[0-9a-f-]{36}/.exec(opened)?.[0]
  if (draft === undefined) return
  const confirmation = `${draft}/confirmation`
  await take(site, stage, { kind: 'confirm', who: stage.keeper, path: confirmation, words, fields: {} })
}

export const netsUnits = 12

const nets = (number: number) => `RESOLUTION ${number} (DOHA, 2026)

Nets of fishers

The Plenipotentiary Conference of the International Telecommunication Union (Doha, 2026),

resolves

${Array.from({ length: netsUnits }, (_, place) => `${place + 1} that net ${number} in boat ${place + 1} should be mended`).join(';\n\n')}.
`
