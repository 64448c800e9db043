import type { Visit } from '#platform/web/visit.ts'
import type { OrganizationChoice } from '../entry/organization-queries.ts'
import type { EntrySubject } from '../entry/sections/section.ts'
import { answerTo } from './answers.ts'
import { questionnaireVersion } from './mark.ts'
import { markName, questionnaireFor, type Question } from './questionnaire.ts'
import type { Returned } from './returned.ts'

type Answered = { label: string; answer: string; isProse: boolean }

/** What was understood, in the words of the reader; of what is still to be mended only the part that is. */
export const answered = (
  visit: Visit,
  { subject, lists, faults, answers }: Pick<Returned, 'subject' | 'lists' | 'faults' | 'answers'>,
  organizations: OrganizationChoice[],
): Answered[] =>
  questionsOn(visit, { ...subject, organizations }, lists)
    .filter(
      ({ name, answer }) =>
        answer !== '' &&
        !faults.some(({ question }) => question === name && answerTo(answers, question) === answer),
    )
    .map(({ label, answer, limit }) => ({ label, answer, isProse: limit !== null }))

/** Where the entry says something else now than it would after the file. */
export function changedQuestions(
  visit: Visit,
  { subject, from, lists, organization }: Returned,
): { label: string; before: string; after: string }[] {
  if (from === null) return []
  const organizations = [...from.subject.organizations, ...organization.choices]
  const now = new Map(
    questionsOn(visit, { ...from.subject, organizations }, lists).map((one) => [one.name, one]),
  )
  const then = new Map(questionsOn(visit, { ...subject, organizations }, lists).map((one) => [one.name, one]))
  return [...new Set([...now.keys(), ...then.keys()])]
    .map((name) => ({
      label: (then.get(name) ?? now.get(name))?.label ?? name,
      before: now.get(name)?.answer ?? '',
      after: then.get(name)?.answer ?? '',
    }))
    .filter(({ before, after }) => before !== after)
}

const questionsOn = ({ t, language }: Visit, subject: EntrySubject, lists: Returned['lists']): Question[] =>
  questionnaireFor(t, lists, subject, { version: questionnaireVersion, language, entry: null })
    .parts.flatMap(({ questions }) => questions)
    .filter(({ name }) => name !== markName)
