import { z } from 'zod'
import { storedFile } from '#platform/files/file-commands.ts'
import { pictureBytes } from '#platform/files/picture-commands.ts'
import { holdingsAbout, holdingShape } from '#platform/web/holdings.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { publicActivity } from '../activity-queries.ts'
import { codesFor } from '../finding/finding-name-queries.ts'
import { activityPaths } from '../paths.ts'
import { activityPage } from './pages/activity-page.ts'
import { activityRecord, activityShape } from './activity-shape.ts'
import { citationForms } from './citing.ts'
import { publishedActivity } from './published-queries.ts'

/** An activity with what modules above this one hold about it. */
export const activityPageShape = activityShape.extend({ held: z.array(holdingShape) })

export type ActivityPageRecord = z.infer<typeof activityPageShape>

/** What the public reads of one activity: its present revision, earlier ones, its files. */
export function activityRoutes(site: Site): void {
  site.record({
    path: activityPaths.activity(':activity'),
    name: 'activity',
    summary: 'A published activity of the WSIS Stocktaking.',
    query: z.strictObject({}),
    read: (visit, parameters) => read(site, visit, parameters, null),
    shape: activityPageShape,
    page: activityPage,
    forms: citationForms,
  })
  site.record({
    path: '/activities/:activity/revisions/:number{[1-9][0-9]{0,5}}',
    name: 'activity-revision',
    summary: 'One revision of a published activity as the public read it.',
    query: z.strictObject({}),
    read: (visit, parameters) => read(site, visit, parameters, Number(parameters['number'])),
    shape: activityPageShape,
    page: activityPage,
    forms: citationForms,
  })
  site.picture({
    path: activityPaths.picture(':activity', ':checksum'),
    name: 'activity-picture',
    summary: 'The picture of a published activity, small or large.',
    read: picture,
  })
  site.download({
    path: activityPaths.attachment(':activity', ':checksum'),
    name: 'activity-attachment',
    summary: 'A file that stands with a published activity.',
    read: attachment,
  })
}

async function read(
  site: Site,
  visit: Visit,
  { activity = '' }: PathParameters,
  number: number | null,
): Promise<ActivityPageRecord | null> {
  const found = await publishedActivity(visit.db, activity, visit.language, number)
  if (found === null) return null
  const held = await holdingsAbout(site, visit, { kind: 'activity', id: activity })
  return { ...activityRecord(visit, await codesFor(visit), found), held }
}

/** Only the picture that the public text shows, in one of its two sizes. */
async function picture({ db }: Visit, { activity = '', checksum = '' }: PathParameters) {
  const found = await publicActivity(db, activity)
  const shown = found?.published?.picture
  const isOne = shown?.checksum === checksum || shown?.small.checksum === checksum
  return isOne ? { checksum, bytes: () => pictureBytes(db, checksum) } : null
}

/** Only what the public text names. */
async function attachment({ db }: Visit, { activity = '', checksum = '' }: PathParameters) {
  const found = await publicActivity(db, activity)
  const named = found?.published?.attachments.find((one) => one.checksum === checksum)
  const file = named === undefined ? null : await storedFile(db, checksum)
  return file === null || named === undefined ? null : { ...file, name: named.name }
}
