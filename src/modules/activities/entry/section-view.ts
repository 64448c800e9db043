import { may, permit } from '#platform/access/rights.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../activity-rights.ts'
import { asThing } from '../activity.ts'
import { comparison, conflictView } from './conflict-view.ts'
import { openedOn } from './opened-on.ts'
import { conflictPage } from './pages/conflict-page.ts'
import { lockedPage } from './pages/locked-page.ts'
import { sectionPage } from './pages/section-page.ts'
import type { EntrySubject, Section } from './sections/section.ts'

/** The form of a section; beside what was changed meanwhile, or with what was typed when nothing can be changed any more. */
export async function pageOfSection(
  visit: Visit,
  section: Section,
  subject: EntrySubject,
  entered: Entered,
): Promise<Page> {
  const thing = asThing(subject.activity)
  const shown = { section, subject, entered, version: openedOn(section, subject) }
  if (!may(activityRights, 'edit', visit.actor, thing)) {
    if (Object.keys(entered.values).length === 0) permit(activityRights, 'edit', visit.actor, thing)
    const opened = entered.version ?? ''
    return lockedPage(visit, shown, await comparison(visit, section, subject, { ...entered, opened }))
  }
  // What is wrong with a text is mended where it was typed.
  const isToMend = entered.issues.some(({ field }) => !field.startsWith('keep-'))
  const conflict = isToMend ? null : await conflictView(visit, section, subject, entered)
  return conflict === null ? sectionPage(visit, shown) : conflictPage(visit, shown, conflict)
}
