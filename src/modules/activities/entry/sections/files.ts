import { z } from 'zod'
import { fileInput, tickBox } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import { keepFile } from '#platform/files/file-commands.ts'
import { textOf, type Section } from './section.ts'

export const attachmentEndings = ['.pdf', '.docx', '.xlsx', '.pptx', '.csv', '.txt'] as const
export const attachmentLimitBytes = 20 * 1024 * 1024
const mostAttachments = 5

/** Papers that stand with the entry. */
export const files: Section = {
  name: 'files',
  holds: ['picture', 'attachments'],
  fields: z.object({}).catchall(z.union([z.string(), z.array(z.string())])),
  files: { attachment: { endings: attachmentEndings, limitBytes: attachmentLimitBytes } },
  present: () => ({}),
  read: async (typed, { activity }, { db, files: sent, now }) => {
    const kept = activity.content.attachments.filter(
      ({ checksum }) => textOf(typed, `remove-${checksum}`) === '',
    )
    const held = sent['attachment']
    if (held === undefined) return { changes: { content: { attachments: kept } } }
    if (kept.length >= mostAttachments)
      return {
        issues: [
          { field: 'attachment', key: 'activities.attachments.most', values: { count: mostAttachments } },
        ],
      }
    const checksum = await db.transaction().execute((tx) => keepFile(tx, held, now))
    const { name, type, size } = held
    const others = kept.filter((one) => one.checksum !== checksum)
    return { changes: { content: { attachments: [...others, { checksum, name, type, size }] } } }
  },
  inputs: (place, { activity: { content } }) => {
    const { t } = place.visit
    return html`${when(
      content.attachments.length > 0,
      () =>
        html`<fieldset class="field">
          <legend>${t('activities.attachments')}</legend>
          ${content.attachments.map(({ checksum, name }) =>
            tickBox(place, {
              name: `remove-${checksum}`,
              label: t('activities.attachments.remove', { name }),
            }),
          )}
        </fieldset>`,
    )}
    ${fileInput(place, {
      name: 'attachment',
      label: t('activities.field.attachment'),
      hint: t('activities.hint.attachment', { count: mostAttachments }),
      endings: attachmentEndings,
    })}`
  },
}
