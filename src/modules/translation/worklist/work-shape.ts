import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey, Translate } from '#platform/messages.ts'
import { textStates, type TextKinds, type TextState } from '#platform/texts/texts.ts'
import { translationPaths } from '../paths.ts'
import type { WorkRow } from './work-queries.ts'

const number = z.int().nonnegative()

/** The texts of one record in one language, with the number of its segments in each state. */
export const workShape = z.object({
  kind: z.object({ code: z.string(), label: z.string() }),
  id: z.string(),
  title: z.string(),
  language: z.enum(languageCodes),
  original: z.enum(languageCodes),
  state: z.object({ code: z.enum(textStates), label: z.string() }),
  since: z.iso.datetime(),
  version: number,
  segments: number,
  counts: z.object({
    original: number,
    reviewed: number,
    human: number,
    machine: number,
    outdated: number,
    missing: number,
  }),
  /** Where it is translated, and where it is read. */
  translate: z.string(),
  read: z.string(),
})

export type WorkRecord = z.infer<typeof workShape>

export const workRecord = (
  { t }: { t: Translate },
  kinds: TextKinds,
  title: (kind: string, id: string) => string,
  { kind, id, language, state, since, ...row }: WorkRow,
): WorkRecord => ({
  ...row,
  kind: { code: kind, label: kindName({ t }, kinds, kind) },
  id,
  title: title(kind, id),
  language,
  state: { code: state, label: t(stateKeys[state]) },
  since: since.toISOString(),
  translate: translationPaths.record(language, kind, id),
  read: kinds[kind]?.pathOf(id) ?? '/',
})

export const kindName = ({ t }: { t: Translate }, kinds: TextKinds, kind: string): string => {
  const name = kinds[kind]?.name
  return name === undefined ? kind : t(name)
}

export const stateKeys = {
  original: 'state.translation.original',
  reviewed: 'state.translation.reviewed',
  human: 'state.translation.human',
  machine: 'state.translation.machine',
  outdated: 'state.translation.outdated',
  missing: 'state.translation.missing',
} as const satisfies Record<TextState, MessageKey>
