import { z } from 'zod'
import { publicHolderShape, type PublicHolder } from '#modules/accounts/index.ts'
import {
  dutyRecord,
  dutyShape,
  party,
  partyShape,
  said,
  saidShape,
  type BodyPage,
  type BodyRow,
  type Reader,
} from '#modules/mandates/index.ts'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { holdingShape, type Holding } from '#platform/web/holdings.ts'
import { bodyKindName } from './body-kinds.ts'

const kindShape = z.object({ code: z.string(), label: z.string() })

/** A body in the list: what it is and how many duties name it in which part. */
export const bodyRowShape = z.object({
  id: z.string(),
  acronym: z.string().nullable(),
  name: saidShape.nullable(),
  kind: kindShape,
  parent: partyShape.nullable(),
  asAddressee: z.int().nonnegative(),
  asRecipient: z.int().nonnegative(),
  asVia: z.int().nonnegative(),
})

export type BodyRowRecord = z.infer<typeof bodyRowShape>

export const bodyRowRecord = (reader: Reader, row: BodyRow): BodyRowRecord => ({
  id: row.id,
  acronym: row.acronym,
  name: said(reader, row.name),
  kind: kindOf(reader, row.kind),
  parent: partyOf(reader, row.parent),
  asAddressee: row.asAddressee,
  asRecipient: row.asRecipient,
  asVia: row.asVia,
})

const translatedShape = z.partialRecord(z.enum(languageCodes), z.string())

/** A body with its names and all that it was told, is given or passes on. */
export const bodyShape = z.object({
  id: z.string(),
  acronym: z.string().nullable(),
  name: saidShape.nullable(),
  kind: kindShape,
  nameStatus: z.object({ code: z.enum(['official', 'mixed', 'own']), label: z.string() }),
  names: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), name: translatedShape })),
  aliases: z.array(z.string()),
  parents: z.array(partyShape),
  children: z.array(partyShape),
  asAddressee: z.array(dutyShape),
  asRecipient: z.array(dutyShape),
  asVia: z.array(dutyShape),
  /** People in public roles of the body, as far as they agreed to be named. */
  people: z.array(publicHolderShape),
  /** Plans that it leads, items that it leads and to which it contributes. */
  held: z.array(holdingShape),
})

export type BodyRecord = z.infer<typeof bodyShape>

export const bodyRecord = (
  reader: Reader,
  body: BodyPage,
  { people, held }: { people: PublicHolder[]; held: Holding[] },
): BodyRecord => ({
  id: body.id,
  acronym: body.acronym,
  name: said(reader, body.name),
  kind: kindOf(reader, body.kind),
  nameStatus: { code: body.nameStatus, label: reader.t(nameStatusKeys[body.nameStatus]) },
  names: body.names,
  aliases: body.aliases,
  parents: body.parents.map((one) => party(reader, one)),
  children: body.children.map((one) => party(reader, one)),
  asAddressee: body.asAddressee.map((duty) => dutyRecord(reader, duty)),
  asRecipient: body.asRecipient.map((duty) => dutyRecord(reader, duty)),
  asVia: body.asVia.map((duty) => dutyRecord(reader, duty)),
  people,
  held,
})

const nameStatusKeys = {
  official: 'bodies.name-status.official',
  mixed: 'bodies.name-status.mixed',
  own: 'bodies.name-status.own',
} satisfies Record<BodyPage['nameStatus'], MessageKey>

const kindOf = ({ t }: Reader, kind: string) => ({ code: kind, label: bodyKindName(t, kind) })

function partyOf(reader: Reader, id: string | null) {
  if (id === null) return null
  const known = reader.bodies.get(id)
  return known === undefined ? { id, acronym: null, name: null } : party(reader, known)
}
