import type { Issue } from '#platform/errors.ts'
import { checkForm } from '#platform/web/check-form.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { EntryChange } from '../entry/entry-commands.ts'
import { issuesOfCodes } from '../entry/content-checks.ts'
import type { EntrySubject, Section, Typed } from '../entry/sections/section.ts'
import { sections } from '../entry/sections/sections.ts'
import { askedSections } from './fields.ts'
import { placeOf, type Answers } from './answers.ts'
import type { Lists } from './lists.ts'
import { typedFrom, type Fault } from './typed.ts'

/** What a file says, as the form would have it: what becomes of the entry, and what could not be understood. */
export type Understood = { subject: EntrySubject; changes: EntryChange; faults: Fault[] }

/**
 * Reads the answers as the sections of the form read what is typed in them, by the same rules. Questions that the file does not
 * have leave the entry as it is.
 */
export async function understand(
  answers: Answers,
  subject: EntrySubject,
  lists: Lists,
  visit: Visit,
): Promise<Understood> {
  const faults: Fault[] = []
  const changes: EntryChange = { content: {} }
  const questionOf = new Map<string, string>()
  for (const asked of askedSections) {
    const section = sections.find(({ name }) => name === asked.section)
    if (section === undefined) continue
    const typed = typedFrom(asked.fields, section.present(subject), {
      answers,
      lists,
      subject,
      language: visit.language,
    })
    if (!typed.isAnswered) continue
    for (const [field, question] of typed.questionOf) questionOf.set(field, question)
    faults.push(...typed.faults)
    const read = await readSection(section, typed.typed, subject, visit)
    if ('issues' in read) faults.push(...read.issues.map((issue) => faultOf(issue, questionOf)))
    else Object.assign(changes, read.changes, { content: { ...changes.content, ...read.changes.content } })
  }
  const after = subjectAfter(subject, changes)
  const { content, language } = after.activity
  const wrong = issuesOfCodes(subject.codes, { content, language })
  faults.push(...[...wrong, ...missingInNew(after)].map((issue) => faultOf(issue, questionOf)))
  return { subject: after, changes, faults: firstOfEach(faults) }
}

const readSection = async (
  section: Section,
  typed: Record<string, string | string[]>,
  subject: EntrySubject,
  { db }: Visit,
): Promise<{ changes: EntryChange } | { issues: Issue[] }> => {
  const checked = checkForm(section.fields, typed)
  return 'issues' in checked ? checked : section.read(checked.values as Typed, subject, { db, files: {} })
}

/** The form begins no entry without a title either. */
const missingInNew = ({ activity: { id, content } }: EntrySubject): Issue[] =>
  id === '' && content.title === '' ? [{ field: 'title', key: 'activities.missing' }] : []

const faultOf = (issue: Issue, questionOf: ReadonlyMap<string, string>): Fault => ({
  question: questionOf.get(issue.field) ?? issue.field,
  issue,
})

/** In the order of the questions. Of several faults of one question the first is told; the others show when it is mended. */
const firstOfEach = (faults: readonly Fault[]): Fault[] =>
  [...Map.groupBy(faults, ({ question }) => question).values()]
    .flatMap(([first]) => first ?? [])
    .toSorted((one, other) => placeOf(one.question) - placeOf(other.question))

function subjectAfter(subject: EntrySubject, changes: EntryChange): EntrySubject {
  const { activity } = subject
  return {
    ...subject,
    contact: changes.contact === undefined ? subject.contact : changes.contact,
    activity: {
      ...activity,
      language: changes.language ?? activity.language,
      licence: changes.licence ?? activity.licence,
      organization: changes.organization === undefined ? activity.organization : changes.organization,
      content: { ...activity.content, ...changes.content },
    },
  }
}
