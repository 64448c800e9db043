import { fieldAsked } from './answers.ts'

/** What somebody has put right on the page that shows what was understood. */
export type Mended = {
  /** What was typed in the place of answers. */
  answers: Record<string, string>
  /** The organization that was chosen; null when nobody was asked yet. */
  organization: string | null
  into: 'entry' | 'new' | null
}

/** Reads the fields of the page; those that were emptied are named, and say nothing. */
export function mendedIn(values: Record<string, unknown>): Mended {
  const textIn = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  const names = [values['mended'] ?? []]
    .flat()
    .map(String)
    .filter((name) => fieldAsked(name) !== null)
  const into = textIn('into')
  return {
    answers: Object.fromEntries(names.map((name) => [name, textIn(`answer-${name}`).trim()])),
    organization: values['read'] === 'yes' ? textIn('organization') : null,
    into: into === 'entry' || into === 'new' ? into : null,
  }
}
