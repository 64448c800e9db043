import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { takeTurn } from '#platform/database/turns.ts'
import type { Issue } from '#platform/errors.ts'
import { latestFacts, record } from '#platform/history.ts'
import { sha256OfBytes } from '#platform/sha256.ts'
import type { By } from '../held-plan-commands.ts'
import { purposes } from '../plan.ts'
import { mostLevels, type PlanType } from './plan-type.ts'
import { planTypeRights } from './type-rights.ts'
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

/** A type that the secretariat declares or changes. Levels that items stand on stay; others that are left out go. */
export const saveType = (
  db: Db,
  { actor, at, type, isNew }: By & { type: PlanType; isNew: boolean },
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx): Promise<{ issues: Issue[] } | { id: string }> => {
    permit(planTypeRights, isNew ? 'make' : 'edit', actor, {
      state: isNew || type.offered ? 'offered' : 'retired',
    })
    await takeTurn(tx, act)
    const known = await tx
      .selectFrom('plan_types')
      .select('sort')
      .where('id', '=', type.id)
      .executeTakeFirst()
    if (isNew && known !== undefined) return { issues: [{ field: 'code', key: 'plans.types.taken' }] }
    const used = await usedLevels(tx, type.id)
    const missing = used.filter((code) => !type.levels.some((level) => level.code === code))
    if (missing.length > 0)
      return {
        issues: [{ field: 'code-1', key: 'plans.types.level-used', values: { codes: missing.join(', ') } }],
      }
    await tx
      .deleteFrom('plan_levels')
      .where('type', '=', type.id)
      .where(
        'code',
        'not in',
        type.levels.map(({ code }) => code),
      )
      .execute()
    await putType(tx, type, known?.sort ?? 1000)
    const about = { kind: 'plan-type', id: type.id }
    await record(tx, { act: 'plans.save-type', subject: about, actor: actor.id }, at)
    return { id: type.id }
  })

async function usedLevels(tx: Tx, type: string): Promise<string[]> {
  const found = await tx
    .selectFrom('plan_items')
    .select('level')
    .distinct()
    .where('type', '=', type)
    .execute()
  return found.map(({ level }) => level)
}
