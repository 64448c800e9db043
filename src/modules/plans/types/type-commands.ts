import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Db, Tx } from '#platform/database/tables.ts'
import { takeTurn } from '#platform/database/turns.ts'
import { latestFacts, record } from '#platform/history.ts'
import { sha256OfBytes } from '#platform/sha256.ts'
import { purposes } from '../plan.ts'
import { mostLevels, type PlanType } from './plan-type.ts'
import '../tables.ts'

const act = 'plans.load-types'
const subject = { kind: 'plan-types', id: 'all' }
const referenceFolder = path.join(import.meta.dirname, '../../../../reference')

const inSix = z.strictObject({
  ar: z.string().min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
  fr: z.string().min(1),
  ru: z.string().min(1),
  es: z.string().min(1),
})

const typesFile = z.strictObject({
  source: z.string(),
  version: z.string(),
  types: z.array(
    z.strictObject({
      id: z.string(),
      purpose: z.enum(purposes),
      source: z.string(),
      name: inSix,
      about: inSix,
      levels: z
        .array(
          z.strictObject({
            code: z.string(),
            parent: z.string().nullable(),
            one: inSix,
            many: inSix,
            scheduled: z.boolean(),
            resourced: z.boolean(),
            measured: z.boolean(),
          }),
        )
        .min(1)
        .max(mostLevels),
    }),
  ),
})

/** Loads the types of plans that are shipped with the platform, when their file has changed since the last time. */
export async function loadPlanTypes(
  db: Db,
  { folder = referenceFolder, actor, at }: { folder?: string; actor: string; at: Date },
): Promise<{ changed: boolean }> {
  const bytes = fs.readFileSync(path.join(folder, 'plan-types.json'))
  const checksum = sha256OfBytes(bytes)
  if (await isLoaded(db, checksum)) return { changed: false }
  const { types, version } = typesFile.parse(JSON.parse(bytes.toString('utf8')))
  return db.transaction().execute(async (tx) => {
    await takeTurn(tx, act)
    if (await isLoaded(tx, checksum)) return { changed: false }
    for (const [sort, type] of types.entries()) await putType(tx, { ...type, offered: true }, sort)
    const facts = { checksum, version, types: types.length }
    await record(tx, { act, subject, actor, facts }, at)
    return { changed: true }
  })
}

const isLoaded = async (db: Db, checksum: string) =>
  (await latestFacts(db, act, subject))?.checksum === checksum

/** Writes a type with its levels; levels in use keep their codes, and others may be added. */
export async function putType(tx: Tx, type: PlanType, sort: number): Promise<void> {
  const { id, levels, ...rest } = type
  const row = { ...rest, name: JSON.stringify(type.name), about: JSON.stringify(type.about), sort }
  await tx
    .insertInto('plan_types')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  // Out of the way, so that two levels may change places.
  await tx
    .updateTable('plan_levels')
    .set((is) => ({ place: is('place', '+', 1000) }))
    .where('type', '=', id)
    .execute()
  for (const [place, { code, one, many, ...level }] of levels.entries()) {
    const columns = { ...level, one: JSON.stringify(one), many: JSON.stringify(many), place: place + 1 }
    await tx
      .insertInto('plan_levels')
      .values({ type: id, code, ...columns })
      .onConflict((conflict) => conflict.columns(['type', 'code']).doUpdateSet(columns))
      .execute()
  }
}
