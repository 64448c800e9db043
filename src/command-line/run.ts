import { parseArgs } from 'node:util'
import { DirectoryInUse } from '#platform/database/directory-lock.ts'
import { SchemaMismatch } from '#platform/database/migrate.ts'
import { DamagedDatabase } from '#platform/database/open.ts'
import { readSettings, SettingsError } from '#platform/settings.ts'
import { unreadableSentence } from '#parser/sentences.ts'
import { Unreadable } from '#parser/source.ts'
import { terminalLanguage, wordsIn, type Say, type Words } from './say.ts'
import { exitCodes, WrongUse, type Call, type Verb } from './verb.ts'
import { verbs } from './verbs.ts'

/** Runs one call of `actionline` and resolves to its exit code. Only here failures become sentences. */
export async function runCommandLine(
  given: string[],
  env: Record<string, string | undefined>,
): Promise<number> {
  const language = terminalLanguage(env)
  const words = wordsIn(language)
  const say = printer(words, process.stdout)
  const complain = printer(words, process.stderr)
  process.stdout.on('error', endQuietly)
  try {
    const verb = verbOf(given)
    if (verb === null) return overview(given, words, say, complain)
    const { values, positionals } = read(verb, given.slice(verb.name.split(' ').length))
    if (values['help']) {
      say(verb.help)
      return exitCodes.fine
    }
    if (positionals.length !== verb.operands)
      throw new WrongUse('wrong.operands', {
        verb: verb.name,
        count: verb.takes ?? String(verb.operands),
      })
    const settings = () => readSettings(env, process.cwd())
    return await verb.run({
      operands: positionals,
      options: values,
      language,
      words,
      say,
      complain,
      settings,
    })
  } catch (error) {
    return explain(error, { language, complain })
  }
}

const printer =
  (words: Words, stream: NodeJS.WriteStream): Say =>
  (key, values) =>
    void stream.write(`${words(key, values)}\n`)

/** `actionline parse FILE | head` closes the pipe early; that is no failure of ours. */
function endQuietly(error: NodeJS.ErrnoException) {
  if (error.code === 'EPIPE') process.exit(exitCodes.fine)
  throw error
}

/** The verb that the first words name; 'register load' has two. */
function verbOf(given: string[]): Verb | null {
  const named = (verb: Verb) => verb.name.split(' ').every((word, place) => given[place] === word)
  return verbs.find(named) ?? null
}

function overview(given: string[], words: Words, say: Say, complain: Say): number {
  const asked = given[0] === '--help' || given[0] === '-h' || given[0] === 'help'
  if (!asked && given.length > 0) {
    complain('wrong.verb', {
      verb: given.slice(0, 2).join(' '),
      verbs: verbs.map(({ name }) => name).join(', '),
    })
    return exitCodes.wrongUse
  }
  const widest = Math.max(...verbs.map(({ name }) => name.length))
  const list = verbs.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${words(summary)}`).join('\n')
  const tell = asked ? say : complain
  tell('overview', { verbs: list })
  return asked ? exitCodes.fine : exitCodes.wrongUse
}

function read(verb: Verb, rest: string[]) {
  const options = { ...verb.options, help: { type: 'boolean' as const, short: 'h' } }
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true, strict: true })
    return { values: values as Call['options'], positionals }
  } catch (error) {
    // Node words what is wrong with an option in English; it names the option.
    throw new WrongUse('wrong.option', {
      verb: verb.name,
      reason: (error as Error).message.split('.')[0] ?? '',
    })
  }
}

function explain(error: unknown, { language, complain }: Pick<Call, 'language' | 'complain'>): number {
  if (error instanceof WrongUse) {
    complain(error.key, error.values)
    return exitCodes.wrongUse
  }
  if (error instanceof SettingsError) {
    complain('wrong.settings', { problems: error.problems.map((problem) => `  ${problem}`).join('\n') })
    return exitCodes.wrongUse
  }
  if (error instanceof Unreadable) {
    process.stderr.write(`${unreadableSentence(error, language)}\n`)
    return exitCodes.unreadable
  }
  if (isOfGivenFile(error)) {
    complain('failed', { reason: (error as Error).message })
    return exitCodes.unreadable
  }
  if (
    error instanceof DirectoryInUse ||
    error instanceof DamagedDatabase ||
    error instanceof SchemaMismatch ||
    isExpected(error)
  ) {
    complain('failed', { reason: (error as Error).message })
    return exitCodes.failed
  }
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
  return exitCodes.failed
}

/** The file that was named is not there, is a folder or may not be opened: as unreadable as a damaged one. */
function isOfGivenFile(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException
  return typeof code === 'string' && (syscall === 'open' || syscall === 'read')
}

/** What the system says of files, ports and servers needs no stack. */
function isExpected(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return typeof code === 'string' && /^(E[A-Z]+|28\w{3}|3D000|57P03)$/.test(code)
}
