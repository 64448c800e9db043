import type { Issue } from '#platform/errors.ts'

export const shortestPassword = 12
export const longestPassword = 128

/**
 * What is wrong with a password that somebody chooses: its length counts and that it cannot be guessed, not which kinds
 * of characters stand in it (NIST SP 800-63B). `own`: words that an attacker knows, such as the name and the address.
 */
export function passwordIssues(field: string, password: string, own: readonly string[]): Issue[] {
  const length = [...password].length
  if (length < shortestPassword)
    return [{ field, key: 'sign-in.password.short', values: { count: shortestPassword } }]
  if (length > longestPassword)
    return [{ field, key: 'sign-in.password.long', values: { count: longestPassword } }]
  return isGuessable(password, own) ? [{ field, key: 'sign-in.password.weak' }] : []
}

/** Whether hardly anything remains once known words, own words, rows of keys and repetitions are taken out. */
function isGuessable(password: string, own: readonly string[]): boolean {
  const text = password
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[@4310$5!7]/g, (sign) => letters[sign] ?? sign)
  const ownWords = own.flatMap((one) =>
    one
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  )
  const known = [...knownWords, ...ownWords.filter((word) => word.length >= 3)]
  const unknown = known
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ''), text)
  return new Set(withoutRows(unknown)).size < fewestDifferent || new Set(password).size < fewestDifferent
}

const fewestDifferent = 5

const letters: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** What stands most often in lists of stolen passwords, and what this site is called. */
const knownWords = [
  ...['password', 'passwort', 'passw', 'contrasena', 'motdepasse', 'parol', 'пароль', 'qwerty', 'azerty'],
  ...['welcome', 'letmein', 'iloveyou', 'monkey', 'dragon', 'football', 'baseball', 'princess', 'sunshine'],
  ...['master', 'shadow', 'superman', 'batman', 'trustno', 'starwars', 'whatever', 'freedom', 'michael'],
  ...['admin', 'administrator', 'login', 'user', 'guest', 'secret', 'changeme', 'default', 'test', 'root'],
  ...['actionline', 'wsis', 'stocktaking', 'unitednations', 'geneva'],
]

const rows = [
  'oizeasotbg',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'oi2eas6t89o',
  'i2eas6t89oi2eas6t89',
]

/** Runs of four and more signs that lie side by side, forwards or backwards. */
function withoutRows(text: string): string {
  const all = rows.flatMap((row) => [row, [...row].reverse().join('')])
  let left = ''
  for (let place = 0; place < text.length;) {
    const longest = Math.max(...all.map((row) => sharedRun(text, place, row)))
    if (longest < 4) left += text[place]
    place += longest < 4 ? 1 : longest
  }
  return left
}

function sharedRun(text: string, place: number, row: string): number {
  const start = row.indexOf(text[place] ?? '\n')
  if (start < 0) return 0
  let length = 0
  while (place + length < text.length && text[place + length] === row[start + length]) length += 1
  return length
}
