import assert from 'node:assert/strict'
import fs from 'node:fs'
import { before, describe, test } from 'node:test'
import { parse, type DefaultTreeAdapterMap } from 'parse5'
import { writeSource } from '#platform/texts/texts.ts'
import { addressOf } from '#platform/web/address.ts'
import { insertPeople, newOrganization } from './accounts-samples.ts'
import { samplePaths } from './sample-pages.ts'
import { person, testSite, type SignedIn, type TestSite } from './test-site.ts'

type Element = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['node']

/** Who may open what: each form is tried by them in turn. */
const people = {
  officer: person(
    'officer',
    ...(['administrator', 'secretariat', 'verifier', 'translator'] as const).map((role) => ({
      role,
      scope: null,
    })),
  ),
  amina: person('amina', { role: 'focal-point', scope: 'body:itu-tsb' }),
  eve: person('eve'),
}

const duty = 'wtsa-75-hammamet-2016/instructs-director-tsb/6'

/** Where links to forms stand, besides the sample pages. */
const seeds = [
  ...[
    '/account',
    '/account/data',
    '/desk',
    '/invitations',
    '/imports',
    '/claims',
    '/evidence',
    '/people/amina',
  ],
  ...['', '/edit', '/merger', '/closure', '/domains', '/claim', '/approval'].map(
    (part) => `/organizations/sample-organization${part}`,
  ),
  ...['/roles/new', '/access'].map((part) => `/people/amina${part}`),
  `/duties/${duty}/1`,
  `/translation/fr/duty/${duty}#1`,
  ...['owners', 'plan', 'report', 'consideration', 'evidence'].map((part) => `/keeping/${part}/${duty}/1`),
]

describe('every form', () => {
  let site: TestSite
  /** For each form that can be opened here its address, and who opens it. */
  const opened = new Map<string, { address: string; as: SignedIn }>()

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, Object.keys(people))
    await newOrganization(site.db, { id: 'sample-organization' })
    const everybody = Object.values(people).map((one) => site.as(one))
    const started = await start(site)
    const forms = site.app.resources.allForms.map(({ path }) => ({ path, pattern: patternOf(path) }))
    const plain = forms.map(({ path }) => path).filter((path) => !path.includes(':'))
    const seen = new Set([...samplePaths(site.app), ...seeds, ...started, ...plain])
    const [officer, amina] = everybody
    for (const path of await linksOn(officer, [...seen])) seen.add(path)
    for (const path of await linksOn(amina, [...seeds, ...started])) seen.add(path)
    for (const path of await linksOn(
      officer,
      [...seen].filter((one) => one.startsWith('/imports/')),
    ))
      seen.add(path)
    for (const { path, pattern } of forms) {
      const addresses = [...seen].filter((one) => pattern.test(one)).slice(0, 4)
      for (const address of addresses) {
        for (const as of everybody) {
          if (opened.has(path)) break
          const { status, text } = await as.get(addressOf('en', address))
          if (status === 200 && /<form[^>]*id="form"/.test(text)) opened.set(path, { address, as })
        }
      }
    }
  })

  test('can be opened here, or has said why not', () => {
    const closed = site.app.resources.allForms.map(({ path }) => path).filter((path) => !opened.has(path))
    assert.deepEqual(closed.toSorted(), closedHere)
  })

  test('keeps what was typed when the language is switched', async () => {
    const faults: string[] = []
    for (const [path, { address, as }] of opened) {
      const typed = fill(fieldsOf((await as.get(addressOf('en', address))).text))
      const body = new URLSearchParams([...typed, ['_show', 'language']])
      const answer = await as.send(addressOf('ar', address), body)
      const shown = { status: answer.status, text: await answer.text() }
      if (shown.status !== 200) faults.push(`${path}: ${shown.status}`)
      if (!shown.text.includes('<html lang="ar" dir="rtl">')) faults.push(`${path}: is not in Arabic`)
      const kept = fieldsOf(shown.text)
      for (const [name, value] of typed) {
        const field = kept.find(
          (one) => one.name === name && (one.options === null || one.options.includes(value)),
        )
        if (field && !field.values.includes(value) && field.type !== 'password')
          faults.push(`${path}: loses ${name}`)
      }
    }
    assert.deepEqual(faults, [])
  })
})

/** Puts records there whose forms are to be opened; resolves to where they are. */
async function start({ db, as }: TestSite): Promise<string[]> {
  const [officer, amina, eve] = [as(people.officer), as(people.amina), as(people.eve)]
  const at = new Date('2026-11-20T12:00:00Z')
  const words = { kind: 'duty', id: `${duty}#1`, field: 'verb', language: 'en', text: 'One. Two.' } as const
  await db.transaction().execute((tx) => writeSource(tx, words, 'amina', at))
  const bytes = fs.readFileSync('demo/reading-rooms-2024-en.txt')
  const draft = await officer.post('/en/import', {}, { file: { name: 'rooms.txt', bytes } })
  await amina.post(`/en/keeping/owners/${duty}/1`, { owner: 'body:itu-dir-tsb' })
  const report = { kind: 'record', record: '/duties/wtsa-75-hammamet-2016/resolves/1/1' }
  const said = { shows: 'It was sent.', happened: '2026-10-01', visibility: 'public', occurrences: ['2026'] }
  const evidence = await amina.post(`/en/keeping/evidence/${duty}/1`, { ...said, ...report })
  await amina.post(`/en/keeping/report/${duty}/1`, { occurrence: '2026', text: 'We have begun.' })
  await eve.post('/en/organizations/sample-organization/claim', { words: 'I work there.' })
  return [draft, evidence].flatMap(({ location }) => {
    const path = (location ?? '').replace(/^\/en/, '').replace(/\?.*$/, '')
    const steps = ['correction', 'verification', 'contest', 'withdrawal'].map((step) => `${path}/${step}`)
    return path === '' ? [] : [path, ...(path.startsWith('/evidence/') ? steps : [])]
  })
}

/** Addresses without language that the pages lead to. */
async function linksOn(as: SignedIn | undefined, paths: string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    const { text } = (await as?.get(addressOf('en', path))) ?? { text: '' }
    for (const [, link = ''] of text.matchAll(/(?:href|action)="\/en(\/[^"#?]*)/g))
      found.push(decodeURIComponent(link))
  }
  return found
}

/** Forms that need a record in a certain state, or somebody signed out; each is opened by the tests of its own room. */
const closedHere: string[] = [
  '/account/erasure',
  '/account/security',
  '/account/security/backup-codes',
  '/account/security/backup-codes/new',
  '/account/security/passkeys/:passkey/remove',
  '/account/security/passkeys/add',
  '/account/security/password',
  '/account/security/second-factor',
  '/account/security/second-factor/confirm',
  '/account/security/second-factor/end',
  '/account/security/sessions/:session/end',
  '/account/security/sessions/others/end',
  '/claims/:claim/withdrawal',
  '/evidence/:evidence/answer',
  '/evidence/:evidence/contest-withdrawal',
  '/imports/:import/asides/:aside',
  '/imports/:import/duties/:duty/removal',
  '/imports/:import/withdrawal',
  '/invitation/:token',
  '/invitations/:invitation/withdrawal',
  '/keeping/report-withdrawal/:report',
  '/machine-translations/:to/:kind/:id{.+}',
  '/notices/read',
  '/notices/stop/:token',
  '/operations/mail/:mail/again',
  '/operations/mail/:mail/drop',
  '/organizations/:organization/approval',
  '/revisions/:revision/pairing',
  '/revisions/:revision/texts/:language/correction',
  '/roles/:role/end',
  '/sign-in/link/open',
  '/sign-in/new-password',
  '/sign-in/with/:provider',
  '/sign-in/with/:provider/back',
  '/sign-up/confirm',
  '/translation-reviews/:to/:kind/:id{.+}',
]

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/:\w+\{\.\+\}/g, '.+').replaceAll(/:\w+(?:\{[^}]*\})?/g, '[^/]+')}$`)

type Field = {
  name: string
  type: string
  /** What stands in it, or is chosen of it. */
  values: string[]
  /** What can be chosen; null for what is typed. */
  options: string[] | null
}

/** The fields of the form of a page that people fill in. */
function fieldsOf(text: string): Field[] {
  const form = find(parse(text), (one) => attribute(one, 'id') === 'form' && one.tagName === 'form')[0]
  const controls = form ? find(form, (one) => ['input', 'textarea', 'select'].includes(one.tagName)) : []
  const fields = controls.flatMap((control): Field[] => {
    const name = attribute(control, 'name') ?? ''
    const type = control.tagName === 'input' ? (attribute(control, 'type') ?? 'text') : control.tagName
    if (name === '' || name.startsWith('_') || ['hidden', 'file', 'submit'].includes(type)) return []
    if (type === 'textarea')
      return [{ name, type, values: [textOf(control).replace(/^\n/, '')], options: null }]
    if (type === 'select') {
      const options = find(control, (one) => one.tagName === 'option')
      const chosen = options.filter((one) => attribute(one, 'selected') !== undefined)
      const value = (one: Element) => attribute(one, 'value') ?? ''
      return [{ name, type, values: chosen.map(value), options: options.map(value) }]
    }
    const value = attribute(control, 'value') ?? ''
    if (type !== 'checkbox' && type !== 'radio') return [{ name, type, values: [value], options: null }]
    return [
      { name, type, values: attribute(control, 'checked') === undefined ? [] : [value], options: [value] },
    ]
  })
  return fields
}

/** Something typed into every field: in several scripts, with signs that markup knows. */
function fill(fields: Field[]): [string, string][] {
  const filled = fields.flatMap(({ name, type, options }): [string, string][] => {
    if (options !== null) return options.length > 0 ? [[name, options.at(-1) ?? '']] : []
    const typed: Record<string, string> = {
      date: '2027-03-04',
      number: '7',
      email: 'a@b.example',
      url: 'https://a.example/<x>',
      textarea: 'Zwei\nعربي «中文» <b> & "x"',
    }
    return [[name, typed[type] ?? 'عربي «中文» <b> & "x"']]
  })
  // Of several radio buttons one.
  return [...new Map(filled.map(([name, value]) => [name, [name, value] as [string, string]])).values()]
}

function find(node: Node, fits: (one: Element) => boolean): Element[] {
  const own = 'tagName' in node && fits(node) ? [node] : []
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap((child) => find(child, fits))] : own
}

const attribute = (one: Element, name: string): string | undefined =>
  one.attrs.find((each) => each.name === name)?.value

const textOf = (node: Node): string =>
  'value' in node && node.nodeName === '#text'
    ? node.value
    : 'childNodes' in node
      ? node.childNodes.map(textOf).join('')
      : ''
