import fs from 'node:fs'
import { takeCallStep } from '#modules/activities/calls/call-commands.ts'
import { sendEntry } from '#modules/activities/index.ts'
import { proposeLink } from '#modules/matrix/links/link-commands.ts'
import { settleOverlap } from '#modules/plans/coordination/overlaps/overlap-commands.ts'
import { pairSeen } from '#modules/plans/coordination/overlaps/overlap-queries.ts'
import type { Db } from '#platform/database/tables.ts'
import { makeComment, takeCommentStep } from '#modules/plans/consultation/comment-commands.ts'
import { writeSource } from '#platform/texts/texts.ts'
import { addressOf, pathParameter } from '#platform/web/address.ts'
import { insertPeople, newOrganization } from './accounts-samples.ts'
import { draftEntry, publishedEntry, sentEntry } from './activity-samples.ts'
import { newCall } from './call-samples.ts'
import { planMoment, planWithItems, takeSteps } from './plan-samples.ts'
import { reportsOfOffice } from './busy-reports.ts'
import { importLamps } from './lamp-resolutions.ts'
import { progressForms } from './progress-samples.ts'
import { samplePaths } from './sample-pages.ts'
import { newMatter, newPair } from './task-force-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from './test-site.ts'

const office = ['administrator', 'secretariat', 'verifier', 'translator'] as const

/** Who opens what: each form is tried by them in turn. */
const people = {
  officer: person('officer', ...office.map((role) => ({ role, scope: null }))),
  amina: person('amina', { role: 'focal-point', scope: 'body:itu-tsb' }),
  dina: person('dina', { role: 'delegate', scope: 'organization:sample-organization' }),
  eve: person('eve'),
}

const duty = 'wtsa-75-hammamet-2016/instructs-director-tsb/6'

/** Where links to forms stand, besides the sample pages. */
const seeds = [
  '/account',
  '/account/data',
  '/desk',
  '/invitations',
  '/imports',
  '/claims',
  '/moderation',
  '/moderation/figures',
  '/evidence',
  '/people/amina',
  ...['', '/edit', '/merger', '/closure', '/domains', '/claim'].map(
    (part) => `/organizations/sample-organization${part}`,
  ),
  ...['/roles/new', '/access'].map((part) => `/people/amina${part}`),
  `/duties/${duty}/1`,
  `/task-force/gaps/${duty}/1`,
  `/translation/fr/duty/${duty}#1`,
  ...['owners', 'plan', 'report', 'consideration', 'evidence'].map((part) => `/keeping/${part}/${duty}/1`),
]

/** A form that can be opened: its address without language, and who opens it. */
export type OpenForm = { path: string; address: string; as: SignedIn }

/** A site on which people have begun to work, so that nearly every form can be opened. */
export type BusySite = TestSite & {
  officer: SignedIn
  eve: SignedIn
  forms: OpenForm[]
  /** Forms that need a record in a certain state, a real session, or somebody signed out. */
  closed: string[]
}

export async function busySite(): Promise<BusySite> {
  const site = await testSite()
  await insertPeople(site.db, Object.keys(people))
  await newOrganization(site.db, { id: 'sample-organization' })
  const everybody = Object.values(people).map((one) => site.as(one))
  const [officer, , , eve] = everybody as [SignedIn, SignedIn, SignedIn, SignedIn]
  const started = await begin(site)
  const all = site.app.resources.allForms.map(({ path }) => path)
  const plain = all.filter((path) => !path.includes(':'))
  const seen = new Set([...samplePaths(site.app), ...seeds, ...started, ...plain])
  for (const one of everybody) for (const path of await linksOn(one, [...seeds, ...started])) seen.add(path)
  for (const path of await linksOn(officer, [...seen].filter(isOfDraft))) seen.add(path)
  for (const path of seen) if (/^\/imports\/[^/]+\/duties\/[^/]+$/.test(path)) seen.add(`${path}/removal`)
  const forms: OpenForm[] = []
  for (const path of all) {
    const open = await opened(everybody, [...seen].filter((one) => patternOf(path).test(one)).slice(0, 4))
    if (open) forms.push({ path, ...open })
  }
  const closed = all.filter((path) => !forms.some((form) => form.path === path)).toSorted()
  return { ...site, officer, eve, forms, closed }
}

const isOfDraft = (path: string) => path.startsWith('/imports/')

async function opened(everybody: SignedIn[], addresses: string[]): Promise<Omit<OpenForm, 'path'> | null> {
  for (const address of addresses) {
    for (const as of everybody) {
      const { status, text } = await as.get(addressOf('en', address))
      if (status === 200 && /<form[^>]*id="form"/.test(text)) return { address, as }
    }
  }
  return null
}

/** Puts records there whose forms are to be opened; resolves to where they are. */
async function begin(site: TestSite): Promise<string[]> {
  const [officer, eve] = [site.as(people.officer), site.as(people.eve)]
  const at = new Date('2026-11-20T12:00:00Z')
  const words = { kind: 'duty', id: `${duty}#1`, field: 'verb', language: 'en', text: 'One. Two.' } as const
  await site.db.transaction().execute((tx) => writeSource(tx, words, 'amina', at))
  const draft = await draftWithDecision(officer)
  const evidence = await evidenceOfAmina(site)
  const claim = await eve.post('/en/organizations/sample-organization/claim', { words: 'I work there.' })
  const proposal = await eve.post('/en/organizations/new', { 'name-en': 'Islands', type: 'civil-society' })
  await officer.post('/en/people/amina/roles/new', { role: 'translator' })
  await officer.post('/en/invitations/new', { email: 'z@z.example', language: 'zh', role: 'translator' })
  await importLamps(site.db, 2010)
  const lamps = await importLamps(site.db, 2014)
  return [
    draft,
    ...evidence,
    ...(await entriesOfAmina(site.db, at)),
    ...(await importOfOfficer(officer)),
    ...(await callsOfOffice(site.db, at)),
    ...(await plansOfOffice(site.db)),
    ...(await reportsOfOffice(site.db)),
    await proposedLink(site.db, at),
    ...(await progressForms(site.db)),
    pathOf(claim),
    `${pathOf(claim)}/withdrawal`,
    `${pathOf(proposal)}/approval`,
    `/revisions/${lamps}/pairing`,
    `/revisions/${lamps}/texts/en/correction`,
    ...(await invitationPaths(site.db)),
    ...(await reportPaths(site.db)),
  ]
}

/** A draft in which a unit was found right, so that there is a decision to take back. */
async function draftWithDecision(officer: SignedIn): Promise<string> {
  const bytes = fs.readFileSync('demo/reading-rooms-2024-en.txt')
  const path = pathOf(await officer.post('/en/import', {}, { file: { name: 'rooms.txt', bytes } }))
  const { text } = await officer.get(`/en${path}`)
  const check = new RegExp(`action="/en(${path}/units/[^"]+/check)"`).exec(text)?.[1] ?? ''
  await officer.post(`/en${check}`)
  return path
}

/** Two pieces on a duty that was taken over: one stands, one is contested. */
async function evidenceOfAmina(site: TestSite): Promise<string[]> {
  const amina = site.as(people.amina)
  await amina.post(`/en/keeping/owners/${duty}/1`, { owner: 'body:itu-dir-tsb' })
  await amina.post(`/en/keeping/report/${duty}/1`, { occurrence: '2026', text: 'We have begun.' })
  const source = { kind: 'record', record: '/duties/wtsa-75-hammamet-2016/resolves/1/1' }
  const said = { shows: 'It was sent.', happened: '2026-10-01', visibility: 'public', occurrences: ['2026'] }
  const add = async () => pathOf(await amina.post(`/en/keeping/evidence/${duty}/1`, { ...said, ...source }))
  const [standing, contested] = [await add(), await add()]
  await site.as(people.dina).post(`/en${contested}/contest`, { text: 'It is another one.' })
  return [
    standing,
    ...['correction', 'verification', 'contest', 'withdrawal'].map((step) => `${standing}/${step}`),
    contested,
    ...['answer', 'contest-withdrawal'].map((step) => `${contested}/${step}`),
  ]
}

/** A draft, one that waits, one whose update waits, and a published one. */
async function entriesOfAmina(db: Db, at: Date): Promise<string[]> {
  const entry = { actor: people.amina, at, organization: 'sample-organization' }
  const [draft, sent] = [await draftEntry(db, entry), await sentEntry(db, entry)]
  const [published, updated] = [await publishedEntry(db, entry), await publishedEntry(db, entry)]
  await sendEntry(db, { actor: people.amina, at, id: updated })
  return [
    `/entries/${draft}`,
    ...['send', 'discard'].map((step) => `/entries/${draft}/steps/${step}`),
    ...['', '/notes', '/care', '/steps/publish', '/steps/return'].map((part) => `/moderation/${sent}${part}`),
    ...['publish-update', 'return-update'].map((step) => `/moderation/${updated}/steps/${step}`),
    `/entries/${sent}/steps/recall`,
    `/entries/${published}/steps/archive`,
  ]
}

/** A draft, one that is open, and one that was closed. */
/** A link of the Matrix that waits for the secretariat. */
async function proposedLink(db: Db, at: Date): Promise<string> {
  const proposed = await proposeLink(db, {
    ...{ actor: people.officer, at, line: 'C2', goal: '9.b', objective: '1', language: 'en', agency: 'itu' },
    ...{ from: '2026-01-01', until: null, rationale: { en: 'Factories that are connected.' } },
  })
  if ('issues' in proposed) throw new Error(JSON.stringify(proposed.issues))
  return `/matrix/links/${proposed.link.id}`
}

async function callsOfOffice(db: Db, at: Date): Promise<string[]> {
  const [draft, open, closed] = [await newCall(db), await newCall(db), await newCall(db)]
  for (const id of [open, closed]) await takeCallStep(db, 'open', { actor: people.officer, at, id })
  await takeCallStep(db, 'close', { actor: people.officer, at, id: closed })
  return [draft, open, closed].map((id) => `/calls/${id}`)
}

/** A draft, one that waits to be presented and one that was, and one that is carried out, with their items. */
async function plansOfOffice(db: Db): Promise<string[]> {
  const stages = [
    [],
    ['consult', 'coordinate'],
    ['consult', 'coordinate', 'present'],
    ['consult', 'coordinate', 'present', 'note'],
  ] as const
  const paths: string[] = []
  for (const steps of stages) {
    const { plan, outcome, first } = await planWithItems(db)
    await takeSteps(db, plan, steps)
    paths.push(
      `/plans/${plan}`,
      `/plan-items/${outcome}`,
      `/plan-items/${first}`,
      `/plan-items/${first}/place`,
    )
  }
  return [...paths, ...(await commentsOfEve(db)), ...(await mattersOfOffice(db)), '/plan-types/road-map']
}

/** Something to consider, something that was closed, and two items that look like one, with another two that are joint. */
async function mattersOfOffice(db: Db): Promise<string[]> {
  const [open, closed] = [await newMatter(db), await newMatter(db, 'closed')]
  const pairs = [await newPair(db), await newPair(db)]
  for (const id of pairs.slice(1)) {
    const pair = await pairSeen(db, id)
    if (pair !== null) await settleOverlap(db, 'join', { actor: people.officer, at: planMoment, pair })
  }
  return [
    '/task-force/overlaps',
    ...[open, closed].map((id) => `/task-force/matters/${id}`),
    ...pairs.map((id) => `/task-force/overlaps/${id}`),
  ]
}

/** A plan that is open for comments, with one that stands and one that was set aside. */
async function commentsOfEve(db: Db): Promise<string[]> {
  const { plan, first } = await planWithItems(db)
  await takeSteps(db, plan, ['consult'])
  const at = new Date('2026-11-20T12:00:00Z')
  const said = { actor: people.eve, at, plan, organization: null, named: false, language: 'en' } as const
  const standing = await makeComment(db, { ...said, item: first, text: 'By night.' })
  const aside = await makeComment(db, { ...said, item: null, text: 'Buy lamps.' })
  if ('issues' in standing || 'issues' in aside) throw new Error('comments are not taken')
  await takeCommentStep(db, 'set-aside', { actor: people.officer, at, id: aside.id, reason: 'advertising' })
  return [
    `/plans/${plan}`,
    `/plan-items/${first}`,
    ...[standing, aside].map(({ id }) => `/plan-comments/${id}`),
  ]
}

/** A file whose columns are to be matched. */
async function importOfOfficer(officer: SignedIn): Promise<string[]> {
  const file = { name: 'boats.csv', bytes: Buffer.from('title,summary\nBoats,They bring a network.\n') }
  const fields = { mode: 'draft', language: 'en', licence: 'CC-BY-4.0' }
  const columns = pathOf(await officer.post('/en/activity-imports/new', fields, { file }))
  return ['columns', 'entering', 'stop'].map((step) => columns.replace(/columns$/, step))
}

const pathOf = ({ location, text }: { location: string | null; text: string }): string => {
  if (location === null) throw new Error(text)
  return location.replace(/^\/en/, '').replace(/\?.*$/, '')
}

/** The link of the mail, which nobody else knows. */
async function invitationPaths(db: Db): Promise<string[]> {
  const mails = await db
    .selectFrom('outbox')
    .select('content')
    .where('kind', '=', 'accounts.invitation')
    .execute()
  return mails.flatMap(({ content }) => {
    const body = content?.body ?? []
    return body.flatMap((part) => (part.part === 'link' ? [part.of.to] : []))
  })
}

async function reportPaths(db: Db): Promise<string[]> {
  const reports = await db.selectFrom('duty_reports').select('id').execute()
  return reports.map(({ id }) => `/keeping/report-withdrawal/${id}`)
}

/** Addresses without language that the pages lead to. */
async function linksOn(as: SignedIn, paths: string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    const { text } = await as.get(addressOf('en', path))
    for (const [, link = ''] of text.matchAll(/(?:href|action)="\/en(\/[^"#?]*)/g))
      found.push(decodeURIComponent(link))
  }
  return found
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/:\w+\{\.\+\}/g, '.+').replaceAll(pathParameter, '[^/]+')}$`)
