import { z } from 'zod'
import { decide, Forbidden, permit } from '#platform/access/rights.ts'
import { languageCodes } from '#platform/languages.ts'
import { shippedThesaurus } from '#platform/search/thesaurus/shipped-thesaurus.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { workOn } from '../activity-queries.ts'
import { activityRights } from '../activity-rights.ts'
import { asThing } from '../activity.ts'
import { callsToAnswer } from '../calls/call-queries.ts'
import { activityCodes } from '../codes-queries.ts'
import { activityPaths } from '../paths.ts'
import { contactOf } from './contact-commands.ts'
import { startEntry } from './entry-commands.ts'
import { entryRecord, entryShape } from './entry-shape.ts'
import { organizationFields } from './organization-input.ts'
import { organizationChoices } from './organization-queries.ts'
import { entriesPage } from './pages/entries-page.ts'
import { entryPage } from './pages/entry-page.ts'
import { newEntryPage } from './pages/new-entry-page.ts'
import { withChoices } from './conflict.ts'
import { saveSection } from './save-section.ts'
import { pageOfSection } from './section-view.ts'
import type { EntrySubject, Section, Typed } from './sections/section.ts'
import { sections } from './sections/sections.ts'
import { ownEntryList } from './own-entries.ts'
import { speakingOf } from './spoken-codes.ts'

const short = z.string().max(300, rule('rule.short-text'))

/** Where people enter what they do: their entries, a new one, its sections. */
export function entryRoutes(site: Site): void {
  site.page({
    path: activityPaths.myEntries,
    page: async (visit) => {
      permit(activityRights, 'enter', visit.actor, { state: 'draft' })
      return entriesPage(visit, await ownEntryList(visit))
    },
  })

  site.form({
    path: activityPaths.newEntry,
    name: 'new-entry',
    summary:
      'Begins an entry of the WSIS Stocktaking: a draft that only its keepers and the secretariat see.',
    right: 'activity.enter',
    fields: z.strictObject({
      language: z.enum(languageCodes),
      title: z.string().max(600, rule('rule.long-text')),
      ...organizationFields,
      call: short.optional(),
    }),
    read: async (visit) => {
      permit(activityRights, 'enter', visit.actor, { state: 'draft' })
      return {}
    },
    page: async (visit, _subject, entered) =>
      newEntryPage(visit, entered, {
        organizations: await choicesFor(visit, entered),
        calls: await callsToAnswer(visit.db, visit.language, visit.query.get('call')),
      }),
    act: async ({ db, actor, now: at }, _subject, { fields }) => {
      const { language, title, organization = null, call = null } = fields
      const started = await startEntry(db, { actor, at, language, organization, call, content: { title } })
      if ('issues' in started) return started
      return { to: activityPaths.section(started.id, 'description'), done: 'activities.done.started' }
    },
  })

  site.record({
    path: activityPaths.entry(':entry'),
    name: 'entry',
    summary:
      'An entry as it is being worked on: what it says, what is missing for each use, and what can be done with it.',
    query: z.strictObject({}),
    read: async (visit, parameters) => {
      const subject = await entrySubject(visit, parameters)
      return subject === null ? null : entryRecord(visit, subject)
    },
    shape: entryShape,
    page: entryPage,
  })

  for (const section of sections) sectionRoute(site, section)
}

const sectionRoute = (site: Site, section: Section): void =>
  site.form({
    path: activityPaths.section(':entry', section.name),
    name: `entry-${section.name}`,
    summary: `Saves a part of an entry: ${section.name}.`,
    right: 'activity.edit',
    fields: withChoices(section),
    ...(section.files ? { files: section.files } : {}),
    read: async (visit, parameters) => {
      const subject = await entrySubject(visit, parameters)
      if (subject !== null) permitWhoever(visit, subject)
      return subject
    },
    page: async (visit, subject, entered) =>
      pageOfSection(visit, section, await withOrganizations(visit, subject, entered), entered),
    act: (visit, subject, { fields, files, version }) =>
      saveSection(visit, section, subject, { fields: fields as Typed, files, version }),
  })

/** The state of the entry may have changed while somebody wrote: then the page says so, with what was typed. */
function permitWhoever({ actor }: Visit, { activity }: EntrySubject): void {
  const decision = decide(activityRights, 'edit', actor, asThing(activity))
  if (!decision.allowed && decision.why !== 'state') throw new Forbidden(decision)
}

/** The entry of an address, with what its forms need; null when the reader may not see the work on it. */
export async function entrySubject(
  visit: Visit,
  { entry = '' }: PathParameters,
): Promise<EntrySubject | null> {
  const { db, actor, now } = visit
  const activity = await workOn(db, actor, entry)
  if (activity === null) return null
  return {
    activity,
    codes: await activityCodes(db, dayOf(now)),
    contact: await contactOf(db, activity.id),
    organizations: await organizationChoices(db, actor, { chosen: activity.organization }),
    speaks: speakingOf(shippedThesaurus(), activity.language),
  }
}

/** Also what was typed as an organization can be named. */
const withOrganizations = async (
  visit: Visit,
  subject: EntrySubject,
  entered: Entered,
): Promise<EntrySubject> => {
  const found = await choicesFor(visit, entered, subject.activity.organization)
  const others = subject.organizations.filter(({ id }) => !found.some((one) => one.id === id))
  return { ...subject, organizations: [...found, ...others] }
}

/** Organizations to choose from in a form: those that were looked up, and the chosen one. */
export const choicesFor = ({ db, actor }: Visit, { values }: Entered, present: string | null = null) => {
  const [words, chosen] = [values['organization-words'], values['organization']]
  return organizationChoices(db, actor, {
    words: typeof words === 'string' ? words : '',
    chosen: typeof chosen === 'string' && chosen !== '' ? chosen : present,
  })
}
