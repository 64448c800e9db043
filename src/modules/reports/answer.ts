import type { Translated } from '#platform/languages.ts'
import type { Answered } from './report.ts'

/** A due date as forms and addresses name it. */
export const answerCode = ({ duty, occurrence }: Answered): string => `${duty}@${occurrence}`

export function answerOfCode(code: string): Answered {
  const at = code.lastIndexOf('@')
  return at < 0
    ? { duty: code, occurrence: 'unknown' }
    : { duty: code.slice(0, at), occurrence: code.slice(at + 1) }
}

/** A due date that a report may answer, and whether another one does already. */
export type AnswerChoice = Answered & { year: number | null; paraphrase: Translated; taken: boolean }

/** What a new report answers unless somebody says otherwise: what is due between the end of its period and its own day. */
export const answersDue = (
  choices: readonly AnswerChoice[],
  { endsOn, dueOn }: { endsOn: string; dueOn: string },
): Answered[] =>
  choices
    .filter(
      ({ year, taken }) =>
        !taken && year !== null && year >= Number(endsOn.slice(0, 4)) && year <= Number(dueOn.slice(0, 4)),
    )
    .map(({ duty, occurrence }) => ({ duty, occurrence }))
