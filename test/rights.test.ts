import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import {
  grantedRoles,
  roles,
  visitor,
  type Actor,
  type GrantedRole,
  type Role,
  type Scope,
} from '#platform/access/actor.ts'
import { decide, type Right, type Rights } from '#platform/access/rights.ts'
import { pathParameter } from '#platform/web/address.ts'
import { modules } from '../src/modules.ts'
import { insertPeople } from './accounts-samples.ts'
import { specimenPeople, specimens, unmadeStates, withoutSpecimens, type Specimen } from './specimens.ts'
import { person, testSite, type TestSite } from './test-site.ts'

const tables = modules.flatMap(({ rights = [] }) => rights)

const scopeKinds: Partial<Record<GrantedRole, readonly string[]>> = {
  representative: ['organization'],
  member: ['organization'],
  delegate: ['organization'],
  facilitator: ['action-line'],
  chair: ['body'],
  'regional-officer': ['region'],
  'focal-point': ['organization', 'body'],
  verifier: ['body'],
}

type Asker = { role: Role; reach: 'own' | 'other'; actor: Actor }

/** Everybody who could ask: each role, for what the thing belongs to and for something else. */
function askersOf({ keepers, within }: Pick<Specimen, 'keepers' | 'within'>): Asker[] {
  const granted = grantedRoles.flatMap((role): Asker[] => {
    const kinds = scopeKinds[role]
    if (kinds === undefined)
      return [{ role, reach: 'other', actor: person(`${role}-any`, { role, scope: null }) }]
    const own = within.find((scope) => kinds.some((kind) => scope.startsWith(`${kind}:`)))
    const other = `${kinds[0]}:elsewhere` as Scope
    return [
      { role, reach: 'other', actor: person(`${role}-other`, { role, scope: other }) },
      ...(own ? [{ role, reach: 'own' as const, actor: person(`${role}-own`, { role, scope: own }) }] : []),
    ]
  })
  return [
    { role: 'visitor', reach: 'other', actor: visitor },
    { role: 'person', reach: 'other', actor: person('anybody') },
    ...keepers.map((id): Asker => ({ role: 'owner', reach: 'own', actor: person(id) })),
    ...granted,
  ]
}

type Verdict = 'yes' | 'role' | 'own-work' | 'state'

const judgesOthersOnly: readonly Role[] = ['owner', 'focal-point', 'representative', 'facilitator']

/** What the table says of one cell, read without the code that decides. */
function verdictOf(rights: Rights, right: Right, state: string, { role, reach }: Asker): Verdict {
  const held: Role[] = role === 'visitor' ? ['visitor'] : ['visitor', 'person', role]
  const isAllowed = held.some((one) => {
    const cell = right.by[one]
    if (cell === undefined) return false
    return cell === 'any' || one === 'visitor' || one === 'person' || one === 'owner' || reach === 'own'
  })
  // A role that is for nothing in particular is for everything.
  const isForAll = scopeKinds[role as GrantedRole] === undefined && right.by[role] !== undefined
  if (!isAllowed && !isForAll) return 'role'
  if (right.notByOwner === true && reach === 'own' && judgesOthersOnly.includes(role)) return 'own-work'
  return (right.in ?? rights.states).includes(state) ? 'yes' : 'state'
}

describe('every cell of the rights table', () => {
  const thing = {
    keepers: ['keeper'],
    within: ['organization:own', 'body:own', 'action-line:own', 'region:own'] as const,
  }
  for (const rights of tables) {
    for (const [action, right] of Object.entries(rights.actions)) {
      test(`is decided as it stands there: ${rights.noun}, ${action}`, () => {
        for (const state of rights.states) {
          for (const asker of askersOf(thing)) {
            const decision = decide(rights, action, asker.actor, {
              state,
              owners: thing.keepers,
              within: thing.within,
            })
            const verdict = decision.allowed ? 'yes' : decision.why === 'signed-out' ? 'role' : decision.why
            const cell = `${state}, ${asker.role}, ${asker.reach}`
            assert.equal(verdict, verdictOf(rights, right, state, asker), cell)
            if (!decision.allowed)
              assert.deepEqual(
                decision.who.map(({ role }) => role).sort(),
                roles.filter((role) => right.by[role]).sort(),
                cell,
              )
          }
        }
      })
    }
  }
})

describe('the forms of a record', () => {
  let site: TestSite

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, specimenPeople)
  })

  for (const { noun, make, others } of specimens) {
    const rights = tables.find((one) => one.noun === noun)
    for (const state of rights?.states ?? []) {
      if (unmadeStates[`${noun} ${state}`] !== undefined) continue
      describe(`${noun}, ${state}`, () => {
        let specimen: Specimen

        before(async () => {
          specimen = await make(site, state)
        })

        for (const [action, right] of Object.entries(rights?.actions ?? {})) {
          if (others[action] !== undefined) continue
          test(`${action}: answer each role as the table says`, async () => {
            assert.ok(rights)
            const path = pathOf(site, `${noun}.${action}`, specimen)
            for (const asker of askersOf(specimen)) {
              const verdict = verdictOf(rights, right, state, asker)
              const isSeen = specimen.isSeenBy?.(asker.actor) ?? true
              const answer =
                asker.actor === visitor ? await asVisitor(site, path) : await site.as(asker.actor).get(path)
              const cell = `${path} ${asker.role} ${asker.reach}`
              const expected = isLedToSignIn(asker, specimen) ? 303 : statusOf(verdict, asker, isSeen)
              assert.deepEqual([cell, answer.status], [cell, expected])
              if (answer.status === 403) assert.match(answer.text, /Who can do it:/, cell)
            }
          })
        }
      })
    }
  }
})

test('every noun of the table has specimens, or says where its forms are tested', () => {
  const known = [...specimens.map(({ noun }) => noun), ...Object.keys(withoutSpecimens)]
  assert.deepEqual(
    tables.map(({ noun }) => noun).filter((noun) => !known.includes(noun)),
    [],
  )
})

const asVisitor = async (site: TestSite, path: string) => {
  const answer = await site.ask(path)
  return { status: answer.status, text: await answer.text() }
}

const isLedToSignIn = ({ actor }: Asker, { isOnlyForPeople = false }: Specimen) =>
  actor === visitor && isOnlyForPeople

/** Those who are signed out are led to signing in; what somebody may not see is not there. */
function statusOf(verdict: Verdict, { actor }: Asker, isSeen: boolean): number {
  if (!isSeen) return 404
  if (verdict === 'yes') return 200
  if (verdict === 'state') return 409
  return actor === visitor ? 303 : 403
}

function pathOf(site: TestSite, right: string, { parameters }: Specimen): string {
  const form = site.app.resources.allForms.find((one) => one.right === right)
  assert.ok(form, `there is no form for ${right}`)
  return `/en${form.path.replaceAll(pathParameter, (_, name: string) => parameters[name] ?? '')}`
}
