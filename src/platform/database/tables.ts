import type { Kysely, Transaction } from 'kysely'

/** Every table of the database. Each module adds its own in its `tables.ts` by declaration merging; only the owner writes. */
export interface Tables {
  schema_migrations: { name: string; checksum: string; applied_at: Date }
}

export type Db = Kysely<Tables>

export type Tx = Transaction<Tables>
