import { z } from 'zod'
import type { PartyRecord } from '#modules/mandates/index.ts'
import { inLanguage, languageCodes } from '#platform/languages.ts'
import { named, saidShape, type Said } from '#platform/web/shapes.ts'
import { commentShape, type CommentRow } from '../consultation/comment-shape.ts'
import type { ItemRead } from '../item-queries.ts'
import { itemRow, itemRowShape, type LinkRecord } from '../item-shape.ts'
import { saidOrNull, type PlanReader } from '../plan-names.ts'
import type { PlanRead } from '../plan-queries.ts'
import { planRow, planRowShape } from '../plan-shape.ts'

/** An item with its words and with who takes part. */
const paperItemShape = itemRowShape.extend({
  text: saidShape.nullable(),
  result: saidShape.nullable(),
  partners: z.array(z.string()),
  answers: z.array(z.object({ name: saidShape, path: z.string().nullable() })),
})

export type PaperItem = z.infer<typeof paperItemShape>

/** A table that another room adds, such as indicators: heads and cells in the reader's language. */
const paperTableShape = z.object({
  title: z.string(),
  heads: z.array(z.string()),
  rows: z.array(z.array(z.string())),
})

export type PaperTable = z.infer<typeof paperTableShape>

/** All that a plan says, in the order in which a Council reads it. */
export const paperShape = planRowShape.extend({
  address: z.string(),
  originalLanguage: z.enum(languageCodes),
  zone: z.string(),
  presentedAt: z.iso.datetime().nullable(),
  printedOn: z.iso.date(),
  vision: saidShape.nullable(),
  context: saidShape.nullable(),
  risks: saidShape.nullable(),
  /** From the top down; levels without items are left out. */
  levels: z.array(
    z.object({ code: z.string(), label: z.string(), scheduled: z.boolean(), items: z.array(paperItemShape) }),
  ),
  tables: z.array(paperTableShape),
  comments: z.array(commentShape),
})

export type Paper = z.infer<typeof paperShape>

export type PaperSubject = PlanRead & {
  /** Active ones, in reading order. */
  items: readonly ItemRead[]
  organizations: ReadonlyMap<string, PartyRecord>
  records: readonly LinkRecord[]
  tables: readonly PaperTable[]
  comments: readonly CommentRow[]
  address: string
  printedOn: string
}

export function paperOf(reader: PlanReader, subject: PaperSubject): Paper {
  const { plan, words, items } = subject
  const { visit, types } = reader
  const drawn = items.map((read) => ({ level: read.item.level, item: paperItem(reader, subject, read) }))
  return {
    ...planRow(reader, subject, items.length),
    address: subject.address,
    originalLanguage: plan.language,
    zone: plan.zone,
    presentedAt: plan.presentedAt?.toISOString() ?? null,
    printedOn: subject.printedOn,
    vision: saidOrNull(words.vision),
    context: saidOrNull(words.context),
    risks: saidOrNull(words.risks),
    levels: (types.get(plan.type)?.levels ?? [])
      .map(({ code, many, scheduled }) => ({
        code,
        label: inLanguage(many, visit.language)?.text ?? code,
        scheduled,
        items: drawn.flatMap(({ level, item }) => (level === code ? [item] : [])),
      }))
      .filter((level) => level.items.length > 0),
    tables: [...subject.tables],
    comments: [...subject.comments],
  }
}

function paperItem(reader: PlanReader, subject: PaperSubject, read: ItemRead): PaperItem {
  const { plan, items, organizations, records } = subject
  const { item, words } = read
  const nameOf = (kind: 'body' | 'organization', id: string): string => {
    const body = reader.names.bodies.get(id)
    if (kind === 'body') return named(reader.visit, body?.name ?? {}, id).text
    return organizations.get(id)?.name?.text ?? id
  }
  return {
    ...itemRow(reader, plan, read, items),
    text: saidOrNull(words.text),
    result: saidOrNull(words.result),
    partners: item.parties.map(({ kind, party }) => nameOf(kind, party)),
    answers: item.links.map(({ kind, record }) => {
      const found = records.find((one) => one.kind === kind && one.record === record)
      return { name: found?.name ?? named(reader.visit, {}, record), path: found?.path ?? null }
    }),
  }
}

/** What stands under the title of an item: what is done, and what is expected of it. */
export const proseOf = ({ text, result }: PaperItem): Said[] => [text, result].filter((one) => one !== null)
