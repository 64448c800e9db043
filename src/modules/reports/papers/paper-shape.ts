import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import { partShape } from '../parts/part-shape.ts'

const span = z.union([
  z.object({ span: z.literal('text'), text: z.string(), look: z.enum(['plain', 'strong', 'emphasis']) }),
  z.object({
    span: z.literal('link'),
    text: z.string(),
    address: z.string(),
    quantity: z.number().exactOptional(),
  }),
  z.object({ span: z.literal('note'), number: z.int() }),
])

const spans = z.array(span).readonly()
const said = { language: z.enum(languageCodes).exactOptional(), part: z.string().exactOptional() }

const block = z.union([
  z.object({
    block: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.string(),
    anchor: z.string(),
    notes: z.array(z.int()).readonly().exactOptional(),
    ...said,
  }),
  z.object({
    block: z.literal('paragraph'),
    number: z.string().nullable(),
    spans,
    look: z.enum(['plain', 'warning', 'hint']).exactOptional(),
    ...said,
  }),
  z.object({ block: z.literal('list'), isOrdered: z.boolean(), lines: z.array(spans).readonly(), ...said }),
  z.object({
    block: z.literal('table'),
    anchor: z.string(),
    caption: z.string(),
    names: z.array(z.object({ text: z.string(), isNumber: z.boolean() })).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
    part: said.part,
  }),
  z.object({
    block: z.literal('picture'),
    anchor: z.string(),
    caption: z.string(),
    svg: z.string(),
    description: z.string(),
    part: said.part,
  }),
])

/** A report in one piece: its head, its blocks in their order, and its footnotes. */
export const paperShape = z.object({
  id: z.string(),
  paper: z.object({
    language: z.enum(languageCodes),
    title: z.string(),
    head: z.object({
      recipient: z.string(),
      meeting: z.string().nullable(),
      number: z.string().nullable(),
      marks: z.array(z.object({ name: z.string(), value: z.string() })).readonly(),
      from: z.string().nullable(),
      boxes: z.array(z.object({ name: z.string(), lines: z.array(spans).readonly() })).readonly(),
      warnings: z.array(z.string()).readonly(),
    }),
    blocks: z.array(block).readonly(),
    notes: z.array(z.object({ spans })).readonly(),
    at: z.string(),
  }),
  /** The live parts that stand in it. */
  parts: z.array(partShape),
})

export type PaperRecord = z.infer<typeof paperShape>
