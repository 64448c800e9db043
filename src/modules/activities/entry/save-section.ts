import { permit } from '#platform/access/rights.ts'
import { Stale, type Input, type Outcome } from '#platform/web/form-resource.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../activity-rights.ts'
import { asThing } from '../activity.ts'
import { activityPaths } from '../paths.ts'
import { chosenSides, openedField } from './conflict.ts'
import { saveEntry } from './entry-commands.ts'
import { changedParts, withoutParts } from './entry-parts.ts'
import { isUntouched, sinceOpened } from './opened-on.ts'
import type { EntrySubject, Section, Typed } from './sections/section.ts'
import { sectionAfter } from './sections/sections.ts'

/** Stores a section as long as nobody has changed it since its form was opened, or whoever sends it has decided. */
export async function saveSection(
  { db, actor, now: at }: Visit,
  section: Section,
  subject: EntrySubject,
  { fields, files, version }: Pick<Input<unknown>, 'files' | 'version'> & { fields: Typed },
): Promise<Outcome> {
  permit(activityRights, 'edit', actor, asThing(subject.activity))
  // Files are not put beside each other for somebody to choose: whoever comes second begins again.
  if (section.files && !isUntouched(section, subject, version ?? '')) throw new Stale()
  const read = await section.read(fields, subject, { db, files })
  if ('issues' in read) return read
  const meanwhile = sinceOpened(section, subject, version ?? '', changedParts(read.changes))
  if (!section.files && !meanwhile.isClear) throw new Stale()
  const chosen =
    fields[openedField] === undefined ? { left: noParts } : chosenSides(fields, meanwhile.differences)
  if ('issues' in chosen) return chosen
  const { id, revision } = subject.activity
  const isAsItWas =
    meanwhile.differences.length > 0 && meanwhile.differences.every(({ part }) => chosen.left.has(part))
  if (isAsItWas) return { to: wayOn(id, section), done: 'conflict.done.kept' }
  const changes = withoutParts(read.changes, chosen.left)
  const saved = await saveEntry(db, { actor, at, id, revision, changes })
  if ('issues' in saved) return saved
  return { to: wayOn(id, section), done: 'activities.done.saved' }
}

const noParts = new Set<never>()

const wayOn = (id: string, section: Section): string => {
  const next = sectionAfter(section.name)
  return next === null ? activityPaths.entry(id) : activityPaths.section(id, next)
}
