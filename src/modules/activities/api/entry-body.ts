import { z } from 'zod'
import type { Issue } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import { licences } from '../activity.ts'
import { contentShape } from '../content-shape.ts'
import { emptyContent, proseFields, type ActivityContent, type ProseField } from '../content.ts'

/** What programs send: the content, and what it belongs to. What is not given is empty. */
export const entryBody = z.strictObject({
  ...contentShape.partial().shape,
  language: z.enum(languageCodes).describe('The language in which the entry is written.'),
  organization: z.string().max(200).nullable().default(null).describe('Id of an organization.'),
  externalKey: z
    .string()
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u, rule('rule.external-key'))
    .nullable()
    .default(null)
    .describe('What the entry is called where it comes from; no two of an organization have the same.'),
  licence: z.enum(licences).default('CC-BY-4.0'),
})

export const newEntryBody = entryBody.extend({
  call: z
    .string()
    .regex(/^[0-9a-z]{10}$/, rule('rule.code'))
    .nullable()
    .default(null)
    .describe('Id of the call that it answers.'),
  submit: z.boolean().default(false).describe('Whether it is sent to the secretariat at once.'),
})

type EntryBody = z.infer<typeof entryBody>

/** The whole content: a field that is not given is empty. */
export const contentIn = ({
  language: _language,
  organization: _organization,
  externalKey: _key,
  licence: _licence,
  submit: _submit,
  call: _call,
  ...content
}: EntryBody & { submit?: boolean; call?: string | null }): ActivityContent =>
  trimmed({ ...emptyContent, ...given(content) })

/** As in the form: a text of blanks is none, and a title of blanks would be a link without a name. */
const trimmed = (content: ActivityContent): ActivityContent => ({
  ...content,
  ...(Object.fromEntries(proseFields.map((field) => [field, content[field].trim()])) as Pick<
    ActivityContent,
    ProseField
  >),
})

const given = <Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>
  }

/** Files are looked into when they are sent with the form; a checksum in a body is no file that somebody has sent. */
export function issuesOfFiles(content: ActivityContent, before: ActivityContent = emptyContent): Issue[] {
  const kept = before.attachments.map((one) => JSON.stringify(one))
  const isKept = content.picture === null || content.picture.checksum === before.picture?.checksum
  return [
    ...(isKept ? [] : [{ field: 'picture', key: 'activities.files.by-form' as const }]),
    ...(content.attachments.every((one) => kept.includes(JSON.stringify(one)))
      ? []
      : [{ field: 'attachments', key: 'activities.files.by-form' as const }]),
  ]
}
