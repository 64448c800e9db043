import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { pairedElsewhere } from '../succession/lineage-queries.ts'
import type { When } from '../duties/look.ts'
import { mandatePaths } from '../paths.ts'
import type { ProvisionDetail, ProvisionPage } from './provision.ts'
import { revisionAround } from './revision-queries.ts'

/** One provision with what stands above, below and beside it, and its like in other revisions. */
export async function provisionByAddress(
  db: Db,
  revision: string,
  address: string,
  when: When,
): Promise<ProvisionPage | null> {
  const whole = await revisionAround(db, revision, address, when)
  const section = whole?.sections.find((one) =>
    one.provisions.some((provision) => provision.address === address),
  )
  if (!whole || !section) return null
  const all = whole.sections.flatMap(({ provisions }) => provisions)
  const place = all.findIndex((provision) => provision.address === address)
  const provision = all[place]
  if (!provision) return null
  const { provisions: _, ...head } = section
  const { id, name, title, status, year } = whole
  return {
    revision: { id, instrument: whole.instrument.id, name, title, status, year },
    section: head,
    above: above(all, provision),
    provision,
    below: all.filter((one) => one.address.startsWith(`${address}/`)),
    before: all[place - 1]?.address ?? null,
    after: all[place + 1]?.address ?? null,
    elsewhere: await pairedElsewhere(db, id, address),
  }
}

function above(all: ProvisionDetail[], provision: ProvisionDetail): ProvisionPage['above'] {
  const parent = all.find(({ address }) => address === provision.parent)
  if (!parent) return []
  const { address, label, paraphrase } = parent
  return [...above(all, parent), { address, label, paraphrase }]
}

const mostAddresses = 500_000

/** The addresses of all provisions, for the site map. */
export async function provisionAddresses(db: Db): Promise<string[]> {
  const found = await sql<{ revision: string; address: string }>`
    select revision, address from provisions order by revision, sort limit ${mostAddresses}`.execute(db)
  return found.rows.map(({ revision, address }) => mandatePaths.provision(revision, address))
}

/** Whether a revision has a provision at this address, with or without an imported text. */
export const hasProvision = async (db: Db, revision: string, address: string): Promise<boolean> =>
  (await db
    .selectFrom('provisions')
    .select('address')
    .where('revision', '=', revision)
    .where('address', '=', address)
    .executeTakeFirst()) !== undefined
