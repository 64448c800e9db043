import type { JSONColumnType } from 'kysely'
import type { Translated } from '#platform/languages.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    bodies: {
      id: string
      acronym: string | null
      kind: string
      parent: string | null
      aliases: string[]
      name_status: 'official' | 'mixed' | 'own'
      sort: number
    }
    body_names: {
      body: string
      place: number
      from_date: string | null
      to_date: string | null
      name: JSONColumnType<Translated>
    }
  }
}
