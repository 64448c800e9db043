import { z } from 'zod'
import type { Crosswalk, FrameworkNode } from '#modules/frameworks/index.ts'
import { tags, tagShape, type Reader } from '#modules/mandates/index.ts'
import { nodeRecord, nodeShape } from './framework-shape.ts'

/** An objective of the Global Digital Compact; each link to an action line says on whose word it rests. */
export const objectiveShape = nodeShape.extend({
  actionLines: z.array(tagShape.extend({ basis: z.enum(['official', 'own-analysis']) })),
})

export type ObjectiveRow = z.infer<typeof objectiveShape>

export const objectiveRow = (reader: Reader, node: FrameworkNode, links: Crosswalk[]): ObjectiveRow => ({
  ...nodeRecord(reader, node),
  actionLines: links
    .filter(({ from, to }) => from.code === node.code && to.framework === 'action-lines')
    .flatMap(({ to, basis }) => tags(reader, [to.code]).map((tag) => ({ ...tag, basis }))),
})
