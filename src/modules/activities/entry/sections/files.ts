import { z } from 'zod'
import { heldPicture } from '#platform/files/picture-commands.ts'
import type { HeldFile } from '#platform/files/held-file.ts'
import { fileInput, textInput, tickBox, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { pictureInput } from '#platform/ui/picture-field.ts'
import { attachmentField, pictureField } from '#platform/web/form-resource.ts'
import type { Issue } from '#platform/errors.ts'
import type { ActivityContent, Attachment } from '../../content.ts'
import { workPicture } from '../../pages/work-files.ts'
import { textOf, type Section, type Typed } from './section.ts'

const mostAttachments = 5
const longestAlternative = 300

/** A picture, and papers that stand with the entry. */
export const files: Section = {
  name: 'files',
  holds: ['picture', 'attachments'],
  fields: z.object({}).catchall(z.union([z.string(), z.array(z.string())])),
  files: { picture: pictureField, attachment: attachmentField },
  present: ({ activity: { content } }) => ({ alt: content.picture?.alt ?? '' }),
  read: async (typed, { activity: { content } }, { db, files: sent }) => {
    const issues = issuesOf(typed, content, sent)
    if (issues.length > 0) return { issues }
    const held = sent['picture']
    const drawn = held === undefined ? null : await heldPicture(db, held)
    const kept = textOf(typed, 'remove-picture') === '' ? content.picture : null
    const picture = drawn ?? kept
    const paper = sent['attachment']
    const added = paper === undefined ? [] : [attachmentOf(paper)]
    return {
      changes: {
        keeps: { picture: held, attachment: paper },
        content: {
          picture: picture && { ...picture, alt: textOf(typed, 'alt') },
          attachments: [...remaining(typed, content, added), ...added],
        },
      },
    }
  },
  inputs: (place, { activity: { id, content } }) =>
    html`${workPicture(place.visit, { id, ...content })} ${pictureInputs(place, content)}
    ${attachmentInputs(place, content)}`,
}

const attachmentOf = ({ checksum, name, type, size }: HeldFile): Attachment => ({
  checksum,
  name,
  type,
  size,
})

const remaining = (
  typed: Typed,
  { attachments }: ActivityContent,
  added: readonly Attachment[] = [],
): Attachment[] =>
  attachments.filter(
    ({ checksum }) =>
      textOf(typed, `remove-${checksum}`) === '' && !added.some((one) => one.checksum === checksum),
  )

function issuesOf(typed: Typed, content: ActivityContent, sent: Record<string, unknown>): Issue[] {
  const hasPicture =
    sent['picture'] !== undefined || (content.picture !== null && textOf(typed, 'remove-picture') === '')
  const alternative = textOf(typed, 'alt')
  const isFull = sent['attachment'] !== undefined && remaining(typed, content).length >= mostAttachments
  return [
    ...(hasPicture && alternative === '' ? [{ field: 'alt', key: 'activities.alt-needed' as const }] : []),
    ...(alternative.length > longestAlternative
      ? [{ field: 'alt', key: 'activities.too-many-letters' as const, values: { limit: longestAlternative } }]
      : []),
    ...(isFull
      ? [
          {
            field: 'attachment',
            key: 'activities.attachments.most' as const,
            values: { count: mostAttachments },
          },
        ]
      : []),
  ]
}

const pictureInputs = (place: FormPlace, { picture }: ActivityContent): Html => {
  const { t } = place.visit
  return html`${pictureInput(place, { name: 'picture', label: t('activities.field.picture'), hint: t('activities.hint.picture'), isRequired: false })}
  ${textInput(place, {
    name: 'alt',
    label: t('activities.field.alt'),
    hint: t('activities.hint.alt'),
    isRequired: false,
    maxLength: longestAlternative,
  })}
  ${when(picture, () => tickBox(place, { name: 'remove-picture', label: t('activities.picture.remove') }))}`
}

const attachmentInputs = (place: FormPlace, { attachments }: ActivityContent): Html => {
  const { t } = place.visit
  return html`${when(
    attachments.length > 0,
    () =>
      html`<fieldset class="field">
        <legend>${t('activities.attachments')}</legend>
        ${attachments.map(({ checksum, name }) =>
          tickBox(place, { name: `remove-${checksum}`, label: t('activities.attachments.remove', { name }) }),
        )}
      </fieldset>`,
  )}
  ${fileInput(place, {
    name: 'attachment',
    label: t('activities.field.attachment'),
    hint: t('activities.hint.attachment', { count: mostAttachments }),
    isRequired: false,
    endings: attachmentField.endings,
  })}`
}
