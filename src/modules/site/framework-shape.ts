import { z } from 'zod'
import type { FrameworkNode, NameStatus } from '#modules/frameworks/index.ts'
import {
  revisionRef,
  revisionRefShape,
  said,
  saidShape,
  type NamingPlace,
  type Reader,
} from '#modules/mandates/index.ts'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'

/** How far the wording of a name may be called official, in the language in which it is shown. */
const nameStatusShape = z.object({
  code: z.enum(['official', 'near-official', 'own']),
  label: z.string(),
})

export const nameStatus = (
  { t }: Pick<Reader, 't'>,
  status: NameStatus,
): z.infer<typeof nameStatusShape> => ({
  code: status,
  label: t(nameStatusKeys[status]),
})

const nameStatusKeys = {
  official: 'label-status.official',
  'near-official': 'label-status.near-official',
  own: 'label-status.own',
} satisfies Record<NameStatus, MessageKey>

/** A code with its name in the reader's language. */
export const nodeShape = z.object({
  code: z.string(),
  label: saidShape.nullable(),
  labelStatus: nameStatusShape.nullable(),
})

export type NodeRecord = z.infer<typeof nodeShape>

export function nodeRecord(reader: Reader, node: FrameworkNode): NodeRecord {
  const label = said(reader, node.label)
  const status = label === null ? undefined : node.labelStatus[label.language]
  return { code: node.code, label, labelStatus: status === undefined ? null : nameStatus(reader, status) }
}

/** The name in every language that has one, with how official each is. */
export const namesShape = z.array(
  z.object({ language: z.enum(languageCodes), name: z.string(), status: nameStatusShape.nullable() }),
)

export const namesOf = (reader: Reader, node: FrameworkNode): z.infer<typeof namesShape> =>
  languageCodes.flatMap((language) => {
    const name = node.label[language]
    const status = node.labelStatus[language]
    return name ? [{ language, name, status: status === undefined ? null : nameStatus(reader, status) }] : []
  })

/** A provision that speaks of a code without making a duty of it. */
export const mentionShape = z.object({
  revision: revisionRefShape,
  address: z.string(),
  label: z.string().nullable(),
})

export type MentionRecord = z.infer<typeof mentionShape>

export const mentionRecord = (reader: Reader, { revision, address, label }: NamingPlace): MentionRecord => ({
  revision: revisionRef(reader, revision),
  address,
  label,
})
