import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { recordPicture } from '#platform/ui/picture.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ActivityContent } from '../content.ts'
import { activityPaths } from '../paths.ts'

type Work = Pick<ActivityContent, 'picture' | 'attachments'> & { id: string }

/** The picture as it would be published; nothing when there is none. */
export const workPicture = (visit: Visit, { id, picture }: Work): Html | '' =>
  picture === null
    ? ''
    : html`<p>
        ${recordPicture(visit, {
          picture,
          path: (checksum) => activityPaths.entryPicture(id, checksum),
          alternative: picture.alt,
        })}
      </p>`

/** The papers as they would be published, to open before one decides. */
export const workPapers = (visit: Visit, { id, attachments }: Work): Html | '' =>
  when(
    attachments.length > 0,
    () =>
      html`<ul class="downloads">
        ${attachments.map(
          ({ checksum, name, type, size }) =>
            html`<li>
              <a href="${linkTo(visit, activityPaths.entryAttachment(id, checksum))}" type="${type}"
                ><bdi>${name}</bdi></a
              >
              <span class="muted">${visit.t('activities.kilobytes', { count: Math.ceil(size / 1024) })}</span>
            </li>`,
        )}
      </ul>`,
  )
