import type { JSONColumnType } from 'kysely'
import type { LanguageCode } from '#platform/languages.ts'
import type { PairKind } from '../comparison/comparison.ts'
import type { DutyChange, LinkKind, PairingState, SideDigests } from './succession.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    pairings: {
      revision: string
      predecessor: string
      state: PairingState
      version: number
      basis: 'official-text' | 'paraphrase'
      language: LanguageCode
      proposed_at: Date
      confirmed_at: Date | null
      confirmed_by: string | null
    }
    provision_proposals: {
      pairing: string
      place: number
      before: string | null
      after: string | null
      score: number | null
      also_like: string[]
    }
    provision_pairs: {
      pairing: string
      place: number
      before: string | null
      after: string | null
      kind: PairKind
      state: PairingState
      decided_by: string | null
      decided_at: Date | null
      before_digests: JSONColumnType<SideDigests>
      after_digests: JSONColumnType<SideDigests>
    }
    duty_links: {
      pairing: string
      place: number
      before: string | null
      after: string | null
      kind: LinkKind
      changes: JSONColumnType<DutyChange[]>
      state: PairingState
    }
    duty_ancestors: { duty: string; ancestor: string; steps: number }
  }
}
