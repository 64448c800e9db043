import { may } from '#platform/access/rights.ts'
import type { Issue } from '#platform/errors.ts'
import { heldBytes } from '#platform/files/file-commands.ts'
import type { HeldFile } from '#platform/files/held-file.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../activity-rights.ts'
import { asThing } from '../activity.ts'
import { activityCodes } from '../codes-queries.ts'
import { organizationLabel } from '../entry/choices.ts'
import { entrySubject } from '../entry/entry-routes.ts'
import type { OrganizationChoice } from '../entry/organization-queries.ts'
import type { EntrySubject } from '../entry/sections/section.ts'
import { missingFor, uses, type Use } from '../uses.ts'
import { answerTo, fieldAsked, type Answers } from './answers.ts'
import { blankSubject } from './blank.ts'
import { listsOf, type Lists } from './lists.ts'
import type { Mended } from './mended.ts'
import { organizationMeant } from './organization-queries.ts'
import { readQuestionnaire, type FileRead } from './read-file.ts'
import { understand, type Understood } from './understand.ts'

/** What a file that came back would do, before anything is kept. */
export type Returned = Understood & {
  fileName: string
  language: LanguageCode
  answers: Answers
  lists: Lists
  leftOver: FileRead['leftOver']
  /** The entry that the file was taken from, as far as the sender may change it now. */
  from: { subject: EntrySubject; hasChanged: boolean } | null
  /** Whether it was taken from an entry that they may not change now. */
  isLost: boolean
  organization: { written: string; id: string | null; issue: Issue | null; choices: OrganizationChoice[] }
  missing: { use: Use; issues: Issue[] }[]
}

type Words = Record<LanguageCode, Translate>

/** Reads a file with what was mended since, and says what would become of it. */
export async function returnedFile(
  visit: Visit,
  words: Words,
  file: HeldFile,
  mended: Mended,
): Promise<Returned | { issue: Issue }> {
  const ending = /\.docx$/i.test(file.name) ? '.docx' : '.xlsx'
  const read = await readQuestionnaire(await heldBytes(visit.db, file), ending, words)
  if ('issue' in read) return read
  mend(read, mended)
  if (![...read.answers.values()].flat().some((text) => text !== ''))
    return { issue: { field: 'file', key: 'questionnaire.empty' } }
  const codes = await activityCodes(visit.db, dayOf(visit.now))
  const language = read.language ?? visit.language
  const from = await entryBehind(visit, read)
  const base = from !== null && mended.into !== 'new' ? from.subject : blankSubject(codes, language)
  const lists = listsOf(codes, words)
  const understood = await understand(read.answers, base, lists, visit)
  const organization = await organizationOf(visit, read.answers, base, mended)
  return {
    ...withOrganization(understood, organization.id),
    ...{ fileName: file.name, language, answers: read.answers, lists, leftOver: read.leftOver },
    ...{ from, isLost: read.mark?.entry != null && from === null, organization },
    missing: missingIn(understood, organization.id),
  }
}

/** A reason whose code was emptied belongs to nothing any more, and is told so. */
function mend({ answers, leftOver }: FileRead, mended: Mended) {
  for (const [question, text] of Object.entries(mended.answers)) {
    answers.set(question, [text])
    const asked = fieldAsked(question)
    if (text !== '' || asked?.field.kind !== 'tags' || asked.isWhy) continue
    const name = `${asked.field.name}-why-${asked.row}`
    const why = answerTo(answers, name) ?? ''
    if (why !== '') leftOver.push({ row: null, text: why })
    answers.set(name, [])
  }
}

/** The entry that the mark of the file names. */
async function entryBehind(visit: Visit, { mark }: FileRead): Promise<Returned['from']> {
  if (mark === null || mark.entry === null) return null
  const subject = await entrySubject(visit, { entry: mark.entry.id })
  if (subject === null || !may(activityRights, 'edit', visit.actor, asThing(subject.activity))) return null
  return { subject, hasChanged: subject.activity.revision !== mark.entry.revision }
}

/** What was chosen on the page counts; before that what stands in the file. */
async function organizationOf(
  visit: Visit,
  answers: Answers,
  base: EntrySubject,
  mended: Mended,
): Promise<Returned['organization']> {
  const written = answerTo(answers, 'organization')
  const before = base.activity.organization
  const choices = base.organizations
  if (mended.organization !== null)
    return { written: written ?? '', id: mended.organization || null, issue: null, choices }
  if (written === null) return { written: '', id: before, issue: null, choices }
  if (written === '') return { written, id: null, issue: null, choices }
  const kept = choices.find(({ id }) => id === before)
  if (kept && languageCodes.some((language) => organizationLabel({ language }, kept) === written))
    return { written, id: before, issue: null, choices }
  const meant = await organizationMeant(visit, written)
  if (meant.id !== null) return { written, id: meant.id, issue: null, choices: meant.choices }
  const values = { value: written.slice(0, 100).toWellFormed(), nearest: meant.nearest ?? '' }
  const key = meant.nearest === null ? 'sheet.code' : 'sheet.code-near'
  return { written, id: null, issue: { field: 'organization', key, values }, choices: meant.choices }
}

const withOrganization = (
  { subject, changes, faults }: Understood,
  organization: string | null,
): Understood => ({
  subject: { ...subject, activity: { ...subject.activity, organization } },
  changes: { ...changes, organization },
  faults,
})

/** All that has to be put right before anything is kept. */
export const issuesIn = (
  { faults, organization, from }: Returned,
  { organization: chosen, into }: Mended,
): Issue[] => [
  ...faults.map(({ question, issue }) => ({ ...issue, field: `answer-${question}` })),
  ...(organization.issue === null ? [] : [organization.issue]),
  ...(chosen !== null && from?.hasChanged === true && into === null
    ? [{ field: 'into', key: 'form.value.wrong' as const, rule: 'rule.required' as const }]
    : []),
]

const missingIn = ({ subject: { activity, contact } }: Understood, organization: string | null) =>
  uses.map((use) => ({
    use,
    issues: missingFor(use, { ...activity, organization, hasContact: contact !== null }),
  }))
