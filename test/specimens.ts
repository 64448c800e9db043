import { askClaim, decideClaim, withdrawClaim } from '#modules/accounts/organizations/claim-commands.ts'
import {
  approveOrganization,
  closeOrganization,
  declineOrganization,
  proposeOrganization,
} from '#modules/accounts/organizations/organization-commands.ts'
import { mergeOrganization } from '#modules/accounts/organizations/merge-commands.ts'
import { archiveEntry, discardEntry } from '#modules/activities/entry/entry-commands.ts'
import { mergeEntry } from '#modules/activities/moderation/merge-commands.ts'
import { askOwners } from '#modules/activities/moderation/confirmation-commands.ts'
import { returnEntry, saveEntry, sendEntry } from '#modules/activities/index.ts'
import { mandatePaths } from '#modules/mandates/index.ts'
import { has, operator, scopesOf, type Actor, type Scope } from '#platform/access/actor.ts'
import { newOrganization } from './accounts-samples.ts'
import { draftEntry, publishedEntry, sentEntry } from './activity-samples.ts'
import { callSpecimens } from './call-specimens.ts'
import { matrixSpecimens } from './matrix-specimens.ts'
import { planSpecimens } from './plan-specimens.ts'
import { reportSpecimens } from './report-specimens.ts'
import { progressSpecimens } from './progress-specimens.ts'
import { taskForceSpecimens } from './task-force-specimens.ts'
import { person, testDay, type TestSite } from './test-site.ts'

/** A thing in a state, made by the commands, with what the rights table must know of it. */
export type Specimen = {
  state: string
  /** Values of the parameters in the addresses of its forms. */
  parameters: Record<string, string>
  /** People who keep it. */
  keepers: readonly string[]
  /** What it belongs to. */
  within: readonly Scope[]
  /** For whom it exists at all. */
  isSeenBy?: (actor: Actor) => boolean
  /** Visitors are led to signing in before it is looked up, so that they cannot tell whether it exists. */
  isOnlyForPeople?: boolean
}

/** How the forms of one noun are tested: what makes one in each state, and which forms ask more than one cell. */
export type SpecimensOf = {
  noun: string
  make: (site: TestSite, state: string) => Promise<Specimen>
  /** Actions whose form asks another cell, or more than one; each with what holds it. */
  others: Readonly<Record<string, string>>
}

const at = new Date(`${testDay}T12:00:00Z`)

/** People of all specimens; the tests put them into the table. */
export const specimenPeople = ['keeper', 'contester', 'checker', 'merger'] as const

const keeper = person('keeper')
let made = 0
const fresh = () => `specimen-${(made += 1)}`

export const specimens: readonly SpecimensOf[] = [
  {
    noun: 'organization',
    make: organization,
    others: {
      propose: 'concerns no organization yet: organizations.test.ts',
      'see-undecided': 'no form: organization-pages.test.ts',
      'see-people': 'no form: organization-pages.test.ts',
      classify: 'fields of the form of `edit`: organizations.test.ts',
      decline: 'the form of `approve`, with the same cells',
      'verify-own-domain': 'the form of `list-domain`: rules.test.ts',
      'verify-domain': 'the form of `list-domain`: rules.test.ts',
    },
  },
  {
    noun: 'claim',
    make: claim,
    others: {
      see: 'the page of a claim: claims.test.ts',
      'ask-about': 'asked before every other cell: claims.test.ts',
      grant: 'the form asks `see` and `judge` too: claims.test.ts',
      refuse: 'the form of `grant`: claims.test.ts',
      judge: 'asked with `grant`: claims.test.ts',
      'list-all': 'no form: claims.test.ts',
    },
  },
  {
    noun: 'evidence',
    make: evidence,
    others: {
      document: 'a correction that brings a file: evidence-pages.test.ts',
      reopen: 'a correction of what is verified: evidence-pages.test.ts',
      settle: 'who raised a contest may withdraw it by the same form: evidence-pages.test.ts',
    },
  },
  {
    noun: 'duty',
    make: duty,
    others: {
      'give-back': 'asked of one owner, not of the duty: keeping-pages.test.ts',
      'add-evidence': 'asked of all that have to do with the duty: evidence-pages.test.ts',
      consider: 'asked of all that have to do with the duty: keeping-pages.test.ts',
    },
  },
  {
    noun: 'activity',
    make: activity,
    others: {
      enter: 'concerns no entry yet: entry-pages.test.ts',
      'see-work': 'no form: entry-pages.test.ts',
      submit: 'the form of a step of new and of published entries: entry-pages.test.ts',
      update: 'the form of `submit`: entry-pages.test.ts',
      recall: 'the form of a step of new and of published entries: entry-pages.test.ts',
      'recall-update': 'the form of `recall`: entry-pages.test.ts',
      ask: 'done by rule: confirmation.test.ts',
      import: 'concerns no entry yet',
      'import-published': 'concerns no entry yet',
    },
  },
  callSpecimens,
  matrixSpecimens,
  ...planSpecimens,
  ...reportSpecimens,
  ...progressSpecimens,
  ...taskForceSpecimens,
]

/** Nouns whose cells are tested without specimens, and where their forms are. */
export const withoutSpecimens: Readonly<Record<string, string>> = {
  role: 'roles.test.ts',
  invitation: 'roles.test.ts',
  person: 'people.test.ts',
  pairing: 'pairing-requests.test.ts',
  import: 'review.test.ts',
  'revision-text': 'review.test.ts',
  contest: 'evidence-pages.test.ts',
  translation: 'translation-pages.test.ts',
  'translation-file': 'exchange-pages.test.ts',
  'plan-comment': 'consultation.test.ts',
  'plan-overlap': 'task-force-pages.test.ts',
  mail: 'operations.test.ts',
  job: 'operations.test.ts',
  'matrix-version': 'versions.test.ts',
}

async function organization({ db }: TestSite, state: string): Promise<Specimen> {
  const name = fresh()
  const fields = {
    name: { en: name },
    acronym: null,
    stakeholderType: 'civil-society',
    country: 'KE',
    region: null,
    website: null,
    ror: null,
    iati: null,
  }
  const outcome = await proposeOrganization(db, { actor: keeper, at, fields })
  if (!('id' in outcome)) throw new Error(JSON.stringify(outcome))
  const { id } = outcome
  const by = { actor: operator, at, id }
  if (state === 'declined') await declineOrganization(db, { ...by, reason: 'Not one.' })
  if (state === 'approved' || state === 'closed') await approveOrganization(db, by)
  if (state === 'closed') await closeOrganization(db, { ...by, reason: 'It is no more.' })
  if (state === 'merged') await mergeOrganization(db, { ...by, into: await newOrganization(db) })
  const keepers = state === 'proposed' ? ['keeper'] : []
  const isOpen = state !== 'proposed' && state !== 'declined'
  const within = [`organization:${id}`, 'region:africa'] as const
  return {
    state,
    parameters: { organization: id },
    keepers,
    within,
    isSeenBy: (actor) =>
      isOpen ||
      keepers.includes(actor.person ?? '') ||
      has(actor, 'secretariat') ||
      has(actor, 'administrator') ||
      scopesOf(actor, 'regional-officer').includes('region:africa'),
  }
}

async function claim({ db }: TestSite, state: string): Promise<Specimen> {
  const organizationId = await newOrganization(db)
  const outcome = await askClaim(db, { actor: keeper, at, organization: organizationId })
  if (!('id' in outcome)) throw new Error(JSON.stringify(outcome))
  const { id } = outcome
  if (state === 'withdrawn') await withdrawClaim(db, { actor: keeper, at, id })
  if (state === 'granted' || state === 'refused')
    await decideClaim(db, {
      actor: operator,
      at,
      id,
      decision: state === 'granted' ? 'grant' : 'refuse',
      reason: 'Because.',
    })
  const within = [`organization:${organizationId}`] as const
  return {
    state,
    isOnlyForPeople: true,
    parameters: { claim: id },
    keepers: ['keeper'],
    within,
    isSeenBy: (actor) =>
      actor.person === 'keeper' ||
      has(actor, 'secretariat') ||
      has(actor, 'administrator') ||
      scopesOf(actor, 'focal-point').includes(within[0]),
  }
}

const dutyWithBody = { id: 'wtsa-75-hammamet-2016/instructs-director-tsb/6#1', body: 'body:itu-tsb' } as const
const page = mandatePaths.duty(dutyWithBody.id).replace('/duties/', '')
const [revision = '', ...place] = page.split('/')

/** Linked by the keeper; every step by the form that people use. */
async function evidence(site: TestSite, state: string): Promise<Specimen> {
  const linker = site.as(person('keeper', { role: 'focal-point', scope: dutyWithBody.body }))
  const [checker, contester] = [
    site.as(person('checker', { role: 'verifier', scope: null })),
    site.as(person('contester', { role: 'delegate', scope: 'organization:elsewhere' })),
  ]
  const fields = {
    shows: 'The report was sent.',
    happened: '2026-10-01',
    visibility: 'public',
    occurrences: ['2026'],
  }
  const source: Record<string, string> =
    state === 'reported'
      ? { kind: 'address', url: 'https://www.example.org/a', title: 'A page', seen: '2026-10-02' }
      : { kind: 'file' }
  const file = { file: { name: 'report.pdf', bytes: new TextEncoder().encode('%PDF-1.4 a report') } }
  const added = await linker.post(
    `/en/keeping/evidence/${page}`,
    { ...fields, ...source },
    state === 'reported' ? undefined : file,
  )
  const id = /evidence\/([0-9a-f-]{36})/.exec(added.location ?? '')?.[1]
  if (id === undefined) throw new Error(added.text)
  if (state === 'verified') await checker.post(`/en/evidence/${id}/verification`)
  if (state === 'contested')
    await contester.post(`/en/evidence/${id}/contest`, { text: 'It is another one.' })
  if (state === 'withdrawn') await linker.post(`/en/evidence/${id}/withdrawal`, { text: 'A mistake.' })
  return { state, parameters: { evidence: id }, keepers: ['keeper'], within: [dutyWithBody.body] }
}

/** Taken over for its body; one that was replaced needs two revisions, which succession.test.ts has. */
async function duty(site: TestSite, state: string): Promise<Specimen> {
  const focalPoint = site.as(person('keeper', { role: 'focal-point', scope: dutyWithBody.body }))
  if (state === 'answered') {
    const taken = await focalPoint.post(`/en/keeping/owners/${page}`, { owner: dutyWithBody.body })
    if (taken.status !== 303) throw new Error(taken.text)
  }
  return {
    state,
    parameters: { revision, place: place.join('/') },
    keepers: [],
    within: [dutyWithBody.body],
  }
}

/** Entered by the keeper for an organization; each state by the commands that lead to it. */
async function activity({ db }: TestSite, state: string): Promise<Specimen> {
  const organizationId = await newOrganization(db)
  const long = new Date('2025-01-10T12:00:00Z')
  const entry = { actor: keeper, at: state === 'confirm-due' ? long : at, organization: organizationId }
  const isNew = ['draft', 'submitted', 'returned', 'discarded'].includes(state)
  const id = isNew
    ? await (state === 'draft' || state === 'discarded' ? draftEntry : sentEntry)(db, entry)
    : await publishedEntry(db, entry)
  const by = { actor: keeper, at, id }
  if (state === 'returned') await returnEntry(db, { ...by, actor: operator, reasons: ['dates'], words: '' })
  if (state === 'discarded') await discardEntry(db, by)
  if (state === 'archived') await archiveEntry(db, by)
  if (state === 'confirm-due') await askOwners(db, at)
  if (state === 'merged') {
    const into = await publishedEntry(db, entry)
    await mergeEntry(db, { ...by, actor: operator, into })
  }
  if (state === 'update-pending') {
    await saveEntry(db, { ...by, changes: { content: { results: 'Two more boats.' } } })
    await sendEntry(db, by)
  }
  const scope = `organization:${organizationId}` as const
  return {
    state,
    parameters: { entry: id },
    keepers: ['keeper'],
    within: [scope],
    isSeenBy: (actor) =>
      actor.person === 'keeper' ||
      has(actor, 'secretariat') ||
      has(actor, 'administrator') ||
      scopesOf(actor, 'representative').includes(scope) ||
      scopesOf(actor, 'focal-point').includes(scope),
  }
}

/** States that no specimen is made in, each with the reason. */
export const unmadeStates: Readonly<Record<string, string>> = {
  'duty replaced': 'needs two revisions and a confirmed pairing: pairing-requests.test.ts',
}
