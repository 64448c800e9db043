import type { MessageKey, Translate } from '../messages.ts'

/** Words for codes of the rights table, the workflows and the history; their modules bring them. A code stands for itself until then. */
export const nounWord = (t: Translate, noun: string): string => wordOf(t, `noun.${noun}`, noun)

export const actionWord = (t: Translate, noun: string, action: string): string =>
  wordOf(t, `action.${noun}.${action}`, action)

export const stateWord = (t: Translate, noun: string, state: string): string =>
  wordOf(t, `state.${noun}.${state}`, state)

const wordOf = (t: Translate, key: string, code: string): string =>
  t.knows(key) ? t(key satisfies MessageKey) : code
