import { z } from 'zod'
import { roles, type Role } from '#platform/access/actor.ts'
import { whoMay, type Reach, type Right, type Rights } from '#platform/access/rights.ts'
import { actionWord, nounWord, stateWord } from '#platform/access/words.ts'
import type { Translate } from '#platform/messages.ts'

const named = z.object({ code: z.string(), label: z.string() })

export const letters = ['any', 'own', 'no'] as const

/** One row of the rights table: an action on a noun in a state, and what each role may. */
export const rightShape = z.object({
  noun: named,
  action: named,
  state: named,
  /** any: for every thing of the noun. own: for what the role covers. no: not at all. */
  may: z.record(z.enum(roles), z.enum(letters)),
  /** Who keeps the thing, or stands for what it belongs to, may not, whatever else they are. */
  notByOwner: z.boolean(),
  /** All of it in one sentence. */
  sentence: z.string(),
})

export type RightRow = z.infer<typeof rightShape>

/** The rights tables as rows: noun × action × state, the roles beside each other. */
export const rightRows = (t: Translate, tables: readonly Rights[]): RightRow[] =>
  tables.flatMap((rights) =>
    Object.entries(rights.actions).flatMap(([action, right]) =>
      rights.states.map((state) => rowOf(t, rights, action, right, state)),
    ),
  )

function rowOf(t: Translate, rights: Rights, action: string, right: Right, state: string): RightRow {
  const { noun } = rights
  const isOpen = (right.in ?? rights.states).includes(state)
  const letterOf = (role: Role): Reach | 'no' => (isOpen ? (right.by[role] ?? 'no') : 'no')
  return {
    noun: { code: noun, label: nounWord(t, noun) },
    action: { code: action, label: actionWord(t, noun, action) },
    state: { code: state, label: stateWord(t, noun, state) },
    may: Object.fromEntries(roles.map((role) => [role, letterOf(role)])) as RightRow['may'],
    notByOwner: right.notByOwner === true,
    sentence: sentenceOf(t, rights, right),
  }
}

/** Who may, when, and what stands against it. */
export function sentenceOf(t: Translate, { noun, states }: Rights, right: Right): string {
  const list = new Intl.ListFormat(t.language.locale, { type: 'disjunction' })
  const who = whoMay(right).map(({ role, reach }) =>
    reach === 'own' && role !== 'owner'
      ? t('rights.own-role', { role: t(`role.${role}`) })
      : t(`role.${role}`),
  )
  const open = right.in ?? states
  const parts = [
    t('rights.who', { who: list.format(who) }),
    ...(open.length < states.length
      ? [t('rights.states', { states: list.format(open.map((state) => stateWord(t, noun, state))) })]
      : []),
    ...(right.notByOwner ? [t('rights.not-by-owner')] : []),
  ]
  return parts.join(t.language.code === 'zh' ? '' : ' ')
}
