import { z } from 'zod'
import type { Role } from '#platform/access/actor.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { textStates, type StateCounts, type TextKinds } from '#platform/texts/texts.ts'
import { translationPaths } from '#modules/translation/index.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ParityCount } from './parity-queries.ts'
import { sitePaths } from './paths.ts'

const count = z.int().nonnegative()

/** How many texts of one kind there are in one language, by the state of the text, and who is asked to act. */
export const parityShape = z.object({
  group: z.object({ code: z.enum(['interface', 'mail', 'record', 'document']), label: z.string() }),
  kind: z.object({ code: z.string(), label: z.string() }),
  language: z.enum(languageCodes),
  counts: z.object({
    original: count,
    reviewed: count,
    human: count,
    machine: count,
    outdated: count,
    missing: count,
  }),
  total: count,
  /** Where the texts stand that are counted; with `&state=…` those of one state. */
  opens: z.string(),
  /** Null where nothing is left to do. */
  asked: z
    .object({ role: z.object({ code: z.string(), label: z.string() }), count, path: z.string().nullable() })
    .nullable(),
})

export type ParityRecord = z.infer<typeof parityShape>

type Group = ParityRecord['group']['code']

const groupKeys = {
  interface: 'languages.group.interface',
  mail: 'languages.group.mail',
  record: 'languages.group.record',
  document: 'languages.group.document',
} as const satisfies Record<Group, MessageKey>

const groupOf = (kind: string): Group =>
  kind === 'interface' || kind === 'mail' ? kind : kind === 'official-text' ? 'document' : 'record'

const groups = Object.keys(groupKeys) as Group[]

/** One row per kind and language, the program's words first. */
export function parityRecords(
  { t }: Pick<Visit, 't'>,
  kinds: TextKinds,
  found: readonly ParityCount[],
): ParityRecord[] {
  const byKind = [...Map.groupBy(found, ({ kind }) => kind)]
  const sorted = byKind.toSorted(
    ([a], [b]) => groups.indexOf(groupOf(a)) - groups.indexOf(groupOf(b)) || (a < b ? -1 : 1),
  )
  return sorted.flatMap(([kind, counted]) =>
    languageCodes.map((language) => {
      const counts = countsIn(counted, language)
      const group = groupOf(kind)
      const asked = askedOf(kind, language, counts, kinds)
      return {
        group: { code: group, label: t(groupKeys[group]) },
        kind: { code: kind, label: kindLabel({ t }, kinds, kind) },
        language,
        counts,
        total: textStates.reduce((sum, state) => sum + counts[state], 0),
        opens: `${sitePaths.languageTexts}?kind=${kind}&language=${language}`,
        asked: asked && { ...asked, role: { code: asked.role, label: t(`role.${asked.role}`) } },
      }
    }),
  )
}

const countsIn = (counted: readonly ParityCount[], language: LanguageCode): StateCounts => {
  const counts: StateCounts = { original: 0, reviewed: 0, human: 0, machine: 0, outdated: 0, missing: 0 }
  for (const one of counted) if (one.language === language) counts[one.state] += one.count
  return counts
}

/** Roles, not people: translators translate records, the secretariat imports documents, the administrator keeps the register. */
function askedOf(
  kind: string,
  language: LanguageCode,
  { missing, outdated, machine }: StateCounts,
  kinds: TextKinds,
): { role: Role; count: number; path: string | null } | null {
  const open = missing + outdated + machine
  if (open === 0) return null
  if (Object.hasOwn(kinds, kind))
    return {
      role: 'translator',
      count: open,
      path: `${translationPaths.list}?kind=${kind}&language=${language}`,
    }
  return kind === 'official-text'
    ? { role: 'secretariat', count: open, path: null }
    : { role: 'administrator', count: open, path: null }
}

export function kindLabel({ t }: Pick<Visit, 't'>, kinds: TextKinds, kind: string): string {
  const key = `languages.kind.${kind}`
  if (t.knows(key)) return t(key)
  const name = kinds[kind]?.name
  return name ? t(name) : kind
}
