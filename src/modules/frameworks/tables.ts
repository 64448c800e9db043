import type { JSONColumnType } from 'kysely'
import type { Translated } from '#platform/languages.ts'
import type { LabelStatus } from './framework.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    frameworks: {
      id: string
      version: string
      valid_from: number | null
      valid_to: number | null
      is_current: boolean
      source: string | null
    }
    framework_nodes: {
      framework: string
      version: string
      code: string
      parent: string | null
      sort: number
      label: JSONColumnType<Translated>
      short: JSONColumnType<Translated>
      description: JSONColumnType<Translated>
      label_status: JSONColumnType<LabelStatus>
      valid_from: number | null
      valid_to: number | null
      facts: JSONColumnType<Record<string, unknown>>
    }
    framework_links: {
      from_framework: string
      from_version: string
      from_code: string
      to_framework: string
      to_version: string
      to_code: string
      basis: 'official' | 'own-analysis'
    }
    framework_memberships: {
      group_framework: string
      group_version: string
      group_code: string
      country_framework: 'countries'
      country_version: string
      country: string
      role: 'member' | 'associate'
      from_date: string | null
      to_date: string | null
      certainty: 'known' | 'scheduled' | 'uncertain' | 'geographic'
      note: string | null
    }
  }
}
