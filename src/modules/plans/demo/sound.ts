import type { Issue } from '#platform/errors.ts'

/** What a command answers when nothing is wrong; the files of the example world are right or nothing is loaded. */
export function sound<Outcome extends object>(
  what: string,
  outcome: Outcome | { issues: Issue[] },
): Exclude<Outcome, { issues: Issue[] }> {
  if ('issues' in outcome && outcome.issues.length > 0)
    throw new Error(`${what} is not sound: ${JSON.stringify(outcome.issues)}`)
  return outcome as Exclude<Outcome, { issues: Issue[] }>
}
