import { stateWord } from '../access/words.ts'
import type { MessageKey, MessageValues, Translate } from '../messages.ts'
import type { ActorName } from './subject.ts'
import type { TimelineRow } from './timeline-queries.ts'

/** What somebody did, as a sentence: `act.<module>.<verb>` with {actor} and the facts that it names. */
export function actSentence(
  t: Translate,
  { act, facts }: Pick<TimelineRow, 'act' | 'facts'>,
  actor: string,
): string {
  const [module = '', verb = ''] = act.split('.')
  const key = `act.${module}.${verb}`
  const values: MessageValues = { ...plainFacts(facts), actor }
  if (t.knows(key) && gapsOf(t, key).every((gap) => gap in values)) return t(key, values)
  return t('history.act.other', { actor, act })
}

/** Who did it: by name only where the reader may know it. */
export function actorWords(t: Translate, actor: string, name: ActorName | null): string {
  if (name === null) return t(platformActors[actor] ?? 'history.actor.person')
  if (name.kind === 'name') return name.name
  if (name.kind === 'erased') return t('history.actor.erased')
  const role = t(`role.${name.role}` as MessageKey)
  return name.of === null
    ? t('history.actor.role', { role })
    : t('history.actor.role-of', { role, of: name.of })
}

export const stateChange = (t: Translate, noun: string, { from, to }: Pick<TimelineRow, 'from' | 'to'>) => ({
  from: from === null ? null : { code: from, label: stateWord(t, noun, from) },
  to: to === null ? null : { code: to, label: stateWord(t, noun, to) },
})

const platformActors: Record<string, MessageKey> = {
  'command-line': 'history.actor.operator',
  start: 'history.actor.platform',
  jobs: 'history.actor.platform',
  visitor: 'history.actor.visitor',
}

/** Lists and nested facts are for programs. */
const plainFacts = (facts: Record<string, unknown>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(facts).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )

/** The values that a message asks for: an older line may lack one. */
const gapsOf = (t: Translate, key: MessageKey): string[] => [
  ...new Set([...t.template(key).matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, gap = '']) => gap)),
]
