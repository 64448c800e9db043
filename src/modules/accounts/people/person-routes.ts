import { z } from 'zod'
import { grantedRoles } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { facetsOf } from '#platform/web/facet-labels.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { rule } from '#platform/web/problem.ts'
import type { Column, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../paths.ts'
import { dayOf } from '../roles/days.ts'
import { scopeNames } from '../roles/scope-queries.ts'
import { accessPage } from './pages/access-page.ts'
import { peoplePage } from './pages/people-page.ts'
import { personPage } from './pages/person-page.ts'
import { personList, personWithRoles } from './person-queries.ts'
import { personRights } from './person-rights.ts'
import { heldRole, personRow, personRowShape, personShape, type PersonRowRecord } from './person-shape.ts'
import { personStates } from './person.ts'
import { disablePerson, enablePerson } from './profile-commands.ts'

const query = z.strictObject({
  role: z.enum(grantedRoles).optional(),
  state: z.enum(personStates).optional(),
  q: z.string().max(200, rule('rule.short-text')).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** Accounts, for those who administer them; for everybody else there is nothing here. */
export function personRoutes(site: Site): void {
  site.list({
    path: accountPaths.people,
    name: 'people',
    summary: 'People with an account, for the secretariat and administrators.',
    query,
    row: personRowShape,
    read,
    page: peoplePage,
    columns,
  })
  site.record({
    path: '/people/:person',
    name: 'person',
    summary: 'One person with all roles that they hold or held, for the secretariat and administrators.',
    query: z.strictObject({}),
    shape: personShape,
    read: readOne,
    page: personPage,
  })
  site.form({
    path: '/people/:person/access',
    name: 'disablePerson',
    summary: 'Shut somebody out, or let them in again.',
    right: 'person.disable',
    fields: z.strictObject({
      step: z.enum(['disable', 'enable']),
      reason: z.string().max(10_000, rule('rule.long-text')).optional(),
    }),
    read: readOne,
    page: accessPage,
    act: async ({ db, actor, now: at }, { id }, { fields: { step, reason } }) => {
      const to = accountPaths.person(id)
      if (step === 'enable') {
        await enablePerson(db, { actor, at, id, reason })
        return { to, done: 'done.person-enabled' }
      }
      if (reason === undefined)
        return { issues: [{ field: 'reason', key: 'form.value.wrong', rule: 'rule.required' }] }
      await disablePerson(db, { actor, at, id, reason })
      return { to, done: 'done.person-disabled' }
    },
  })
}

async function read(visit: Visit, { role, state, q, after, limit }: z.infer<typeof query>) {
  permit(personRights, 'list', visit.actor, { state: 'active' })
  const page = { after, limit: limit === undefined ? undefined : Number(limit) }
  const list = await refusingCursor(personList(visit.db, { role, state, q }, dayOf(visit.now), page))
  const scopes = list.rows.flatMap(({ roles }) => roles.flatMap(({ scope }) => scope ?? []))
  const names = await scopeNames(visit.db, scopes)
  return {
    rows: list.rows.map((row) => personRow(visit, row, names)),
    total: list.total,
    next: list.next,
    facets: facetsOf(visit, [
      { naming: { name: 'role', value: nameRole }, counts: list.facets.role },
      { naming: { name: 'state', value: nameState }, counts: statesToChoose },
    ]),
  }
}

// States are chosen, not counted: most people are active.
const statesToChoose = personStates.map((value) => ({ value, label: null, count: 0 }))

const nameRole = ({ t }: Pick<Visit, 't'>, value: string) =>
  t(`role.${value as (typeof grantedRoles)[number]}`)

const nameState = ({ t }: Pick<Visit, 't'>, value: string) =>
  t(`state.person.${value as (typeof personStates)[number]}`)

async function readOne(visit: Visit, { person = '' }: PathParameters) {
  permit(personRights, 'see', visit.actor, { state: 'active' })
  const found = await personWithRoles(visit.db, person, dayOf(visit.now))
  if (found === null) return null
  const names = await scopeNames(
    visit.db,
    found.allRoles.flatMap(({ scope }) => scope ?? []),
  )
  const allRoles = found.allRoles.map((role) => heldRole(visit, role, names))
  return { ...personRow(visit, found, names), allRoles }
}

const columns: Column<PersonRowRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'name', value: (row) => row.name },
  { name: 'own_name', value: (row) => row.ownName },
  { name: 'email', value: (row) => row.email },
  { name: 'confirmed', value: (row) => row.confirmed },
  { name: 'language', value: (row) => row.language },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'joined', value: (row) => row.joined },
  { name: 'roles', value: (row) => row.roles.map(({ role }) => role.code).join('; ') },
  { name: 'roles_labels', value: (row) => row.roles.map(({ role }) => role.label).join('; ') },
  { name: 'scopes', value: (row) => row.roles.map(({ scope }) => scope?.code ?? '').join('; ') },
]
