import { z } from 'zod'
import { grantedRoles, type Scope } from '#platform/access/actor.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import { codedShape, named, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { PersonRole, PersonRow } from './person-queries.ts'
import { personStates } from './person.ts'

const scopeShape = z.object({ code: z.string(), name: saidShape }).nullable()

/** A person as those who administer accounts see them; nobody else does. */
export const personRowShape = z.object({
  id: z.string(),
  name: z.string(),
  ownName: z.string().nullable(),
  email: z.string().nullable(),
  confirmed: z.boolean(),
  language: z.enum(languageCodes),
  nameIsPublic: z.boolean(),
  state: codedShape(personStates),
  joined: z.string(),
  roles: z.array(z.object({ role: codedShape(grantedRoles), scope: scopeShape })),
})

export type PersonRowRecord = z.infer<typeof personRowShape>

type Reader = Pick<Visit, 'language' | 't'>
type Names = Map<string, Translated>

export const personRow = (reader: Reader, row: PersonRow, names: Names): PersonRowRecord => ({
  id: row.id,
  name: row.name,
  ownName: row.ownName,
  email: row.email,
  confirmed: row.isConfirmed,
  language: row.language,
  nameIsPublic: row.nameIsPublic,
  state: { code: row.state, label: reader.t(`state.person.${row.state}`) },
  joined: row.joined.toISOString(),
  roles: row.roles.map(({ role, scope }) => ({
    role: { code: role, label: reader.t(`role.${role}`) },
    scope: scopeOf(reader, scope, names),
  })),
})

const heldRoleShape = z.object({
  id: z.string(),
  role: codedShape(grantedRoles),
  scope: scopeShape,
  from: z.string(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  held: z.boolean(),
  ended: z.boolean(),
})

export type HeldRoleRecord = z.infer<typeof heldRoleShape>

export const heldRole = (reader: Reader, row: PersonRole, names: Names): HeldRoleRecord => ({
  id: row.id,
  role: { code: row.role, label: reader.t(`role.${row.role}`) },
  scope: scopeOf(reader, row.scope, names),
  from: row.from,
  to: row.to,
  reason: row.reason,
  held: row.isHeld,
  ended: row.isEnded,
})

/** With every role that they hold or held. */
export const personShape = personRowShape.extend({ allRoles: z.array(heldRoleShape) })

export type PersonRecord = z.infer<typeof personShape>

const scopeOf = (reader: Reader, scope: Scope | null, names: Names) =>
  scope && { code: scope, name: named(reader, names.get(scope) ?? {}, scope) }
