import type { Execute } from '../database/open.ts'

export type { Execute }

/** Jobs that are marked as running. */
export async function activeJobs(
  execute: Execute,
  schema: string,
): Promise<{ name: string; ids: string[] }[]> {
  const { rows } = await execute(
    `select name, array_agg(id::text) as ids from ${schema}.job where state = 'active' group by name`,
  )
  return rows as { name: string; ids: string[] }[]
}
