import type { JSONColumnType } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Download } from './download.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    downloads: {
      day: string
      build: string
      made_at: Date
      entries: number
      licences: JSONColumnType<Download['licences']>
      files: JSONColumnType<Download['files']>
      seq: number
    }
  }
}

/** What has been made and is kept, the latest first. */
export async function downloads(db: Db): Promise<Download[]> {
  const rows = await db.selectFrom('downloads').selectAll().orderBy('day', 'desc').execute()
  return rows.map(({ made_at, ...row }) => ({ ...row, madeAt: made_at }))
}
