import { z } from 'zod'
import { writeCursor } from '#platform/web/listing.ts'
import { saidShape } from '#platform/web/shapes.ts'
import { entryAddress } from '../open-data/open-entry.ts'
import { changeKinds, type ChangeKind } from './change-kind.ts'
import type { PublicChange } from './public-change-queries.ts'

/** One change of one public entry. */
export const changeShape = z.object({
  id: z.string(),
  kind: z.enum(changeKinds),
  at: z.iso.datetime(),
  /** Of the entry after the change. */
  revision: z.int(),
  address: z.string(),
  mergedInto: z.string().nullable(),
  /** As it is now, in the original language. */
  title: saidShape,
  /** Given as `after`, asks for what came behind this change. */
  cursor: z.string(),
})

export type ChangeRecord = z.infer<typeof changeShape>

export const changeRecord = (publicUrl: string, change: PublicChange): ChangeRecord => ({
  id: change.id,
  kind: kindOf(change),
  at: change.at.toISOString(),
  revision: change.revision,
  address: entryAddress(publicUrl, change.id),
  mergedInto: change.mergedInto,
  title: { text: change.title, language: change.language },
  cursor: cursorOf(change),
})

export const cursorOf = ({ line, id }: Pick<PublicChange, 'line' | 'id'>): string => writeCursor([line, id])

function kindOf({ act, revision }: PublicChange): ChangeKind {
  if (act === 'activities.import') return revision === 1 ? 'published' : 'updated'
  return kindOfAct[act] ?? 'updated'
}

const kindOfAct: Record<string, ChangeKind> = {
  'activities.publish': 'published',
  'activities.publish-update': 'updated',
  'activities.ask': 'confirm-due',
  'activities.confirm': 'confirmed',
  'activities.archive': 'archived',
  'activities.merge': 'merged',
}
