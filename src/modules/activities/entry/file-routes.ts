import { storedFile } from '#platform/files/file-commands.ts'
import { pictureBytes } from '#platform/files/picture-commands.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { workOn } from '../activity-queries.ts'
import { activityPaths } from '../paths.ts'

/** The picture and the papers of the work on an entry, for its keepers and for the secretariat before it decides. */
export function entryFileRoutes(site: Site): void {
  site.picture({
    path: activityPaths.entryPicture(':entry', ':checksum'),
    name: 'entry-picture',
    summary: 'The picture of an entry as it is being worked on, small or large.',
    read: picture,
  })
  site.download({
    path: activityPaths.entryAttachment(':entry', ':checksum'),
    name: 'entry-attachment',
    summary: 'A file that stands with an entry as it is being worked on.',
    read: attachment,
  })
}

async function picture({ db, actor }: Visit, { entry = '', checksum = '' }: PathParameters) {
  const shown = (await workOn(db, actor, entry))?.content.picture
  const isOne = shown?.checksum === checksum || shown?.small.checksum === checksum
  return isOne ? { checksum, bytes: () => pictureBytes(db, checksum) } : null
}

async function attachment({ db, actor }: Visit, { entry = '', checksum = '' }: PathParameters) {
  const work = await workOn(db, actor, entry)
  const named = work?.content.attachments.find((one) => one.checksum === checksum)
  const file = named === undefined ? null : await storedFile(db, checksum)
  return file === null || named === undefined ? null : { ...file, name: named.name }
}
