import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { addressOf, pathParameter } from '#platform/web/address.ts'
import { modules } from '../src/modules.ts'
import { insertPeople } from './accounts-samples.ts'
import type { BusySite } from './busy-site.ts'
import { fieldsOf, filled } from './form-fields.ts'
import { person } from './test-site.ts'
import { Visitor } from './visitor.ts'

type Form = { path: string; right: string; address: string; typed: [string, string][] }

/** Who nobody has given a role, with what sends a form as their browser would: with their token and with JSON. */
type Stranger = {
  send: (address: string, typed: [string, string][]) => Promise<{ status: number; to: string | null }>
  sendData: (address: string, typed: [string, string][]) => Promise<{ status: number; to: string | null }>
}

/** Tests of a busy site: whoever has no right to a form changes nothing with it. */
export function strangersChangeNothing(busy: () => BusySite): void {
  describe('whoever has no right to it', () => {
    let site: BusySite
    let forms: Form[]

    before(async () => {
      site = busy()
      await insertPeople(site.db, ['stranger'])
      forms = await Promise.all(
        site.app.resources.allForms.map(async ({ path, right }) => {
          const open = site.forms.find((one) => one.path === path)
          const address = addressOf('en', open?.address ?? path.replaceAll(pathParameter, 'none-such'))
          return {
            path,
            right,
            address,
            typed: open ? filled(fieldsOf((await open.as.get(address)).text)) : [],
          }
        }),
      )
    })

    test('each form names a row of the rights table, or that it is for everybody or for oneself', () => {
      const strange = site.app.resources.allForms.filter((form) => isFor(form, 'visitor') === null)
      assert.deepEqual(strange, [])
    })

    for (const [who, enter] of [
      ['visitor', visitor],
      ['person', strangerSignedIn],
    ] as const) {
      test(`changes no row with any form: a ${who}`, async () => {
        const stranger = await enter(site)
        const earlier = await rowsOf(site.db)
        const faults: string[] = []
        for (const { path, right, address, typed } of forms) {
          if (isFor({ path, right }, who)) continue
          for (const way of ['send', 'sendData'] as const) {
            const { status, to } = await stranger[way](address, typed)
            const isRefused =
              [401, 403, 404, 409, 422].includes(status) ||
              (who === 'visitor' && status === 303 && to?.startsWith('/en/sign-in?') === true)
            if (!isRefused) faults.push(`${path} answers ${status} ${to ?? ''} to ${way}`)
          }
        }
        assert.deepEqual(faults, [])
        assert.deepEqual(await rowsOf(site.db), earlier)
      })
    }
  })
}

const tables = modules.flatMap(({ rights = [] }) => rights)

/** Whether a form is for people without any role; null when its right is not known. */
function isFor({ path, right }: Pick<Form, 'path' | 'right'>, who: 'visitor' | 'person'): boolean | null {
  if (right === 'everybody' || right === 'anybody who has the address') return true
  if (right === 'signed in, for oneself') return who === 'person'
  const [noun = '', action = ''] = right.split('.')
  const by = tables.find((one) => one.noun === noun)?.actions[action]?.by
  if (by === undefined) return null
  // An address that names no record is about whoever asks, and everybody keeps themselves.
  const isOwn = by.owner !== undefined && !path.includes(':')
  return by.visitor !== undefined || (who === 'person' && (by.person !== undefined || isOwn))
}

async function visitor({ app }: BusySite): Promise<Stranger> {
  const browser = new Visitor(app)
  const token = tokenIn((await browser.get('/en/sign-in')).text)
  const post = async (path: string, body: string | URLSearchParams, type: Record<string, string> = {}) => {
    const { status, location: to } = await browser.ask(path, { method: 'POST', body, headers: type })
    return { status, to }
  }
  return {
    send: (address, typed) => post(address, new URLSearchParams([...typed, ['_token', token]])),
    sendData: (address, typed) =>
      post(`${address}.json`, JSON.stringify(Object.fromEntries(typed)), {
        'Content-Type': 'application/json',
      }),
  }
}

async function strangerSignedIn(site: BusySite): Promise<Stranger> {
  const stranger = site.as(person('stranger'))
  const token = tokenIn((await stranger.get('/en/organizations/new')).text)
  return {
    send: async (address, typed) => {
      const answer = await stranger.send(address, new URLSearchParams([...typed, ['_token', token]]))
      return { status: answer.status, to: answer.headers.get('Location') }
    },
    sendData: async (address, typed) => ({
      status: (await stranger.json(address, Object.fromEntries(typed))).status,
      to: null,
    }),
  }
}

const tokenIn = (text: string): string => /name="_token"\s+value="([^"]+)"/.exec(text)?.[1] ?? ''

/** For each table how many rows it has, and which transaction wrote the newest of them. */
async function rowsOf(db: Db): Promise<Record<string, string>> {
  const found = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db)
  const rows: Record<string, string> = {}
  for (const { name } of found.rows) {
    const { rows: one } = await sql<{ told: string }>`
      select count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) as told from ${sql.table(name)}`.execute(
      db,
    )
    rows[name] = one[0]?.told ?? ''
  }
  return rows
}
