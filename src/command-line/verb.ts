import type { parseArgs } from 'node:util'
import type { LanguageCode } from '#platform/languages.ts'
import type { Settings } from '#platform/settings.ts'
import type { CommandKey, Say, Words } from './say.ts'

/** What one word of the command line does. */
export type Verb = {
  /** 'parse', 'register load'. */
  name: string
  /** One line for the list of verbs, and the whole help of this one. */
  summary: CommandKey
  help: CommandKey
  options?: NonNullable<Parameters<typeof parseArgs>[0]>['options']
  /** How many words must follow: 1 for `parse FILE`. */
  operands: number
  /** What the one word is that must follow, where that is no file. */
  takes?: 'symbol'
  /** Resolves to the exit code. */
  run: (call: Call) => Promise<number>
}

export type Call = {
  operands: string[]
  options: Record<string, string | boolean | undefined>
  /** Language of the terminal. */
  language: LanguageCode
  words: Words
  /** Prints a sentence on standard output. */
  say: Say
  /** Prints a sentence on standard error. */
  complain: Say
  settings: () => Settings
}

export const exitCodes = { fine: 0, failed: 1, wrongUse: 2, unreadable: 3 } as const

/** The call itself is wrong: the sentence is shown with a pointer to the help. */
export class WrongUse extends Error {
  readonly key: CommandKey
  readonly values: Record<string, string>

  constructor(key: CommandKey, values: Record<string, string> = {}) {
    super(key)
    this.name = 'WrongUse'
    this.key = key
    this.values = values
  }
}
