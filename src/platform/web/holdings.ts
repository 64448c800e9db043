import { z } from 'zod'
import { saidShape } from './shapes.ts'
import type { Site } from './site.ts'
import type { Visit } from './visit.ts'

/** A record on whose page modules above its own show what they hold about it. */
export type About = {
  kind:
    'action-line' | 'activity' | 'body' | 'country' | 'duty' | 'group' | 'plan-item' | 'provision' | 'region'
  id: string
}

/** What a module holds about a record: how much, the first of it, and the list with all of it. */
export const holdingShape = z.object({
  code: z.string(),
  label: z.string(),
  total: z.int().nonnegative(),
  /** The list with the filter that finds exactly these. */
  path: z.string(),
  query: z.record(z.string(), z.string()),
  first: z.array(
    z.object({
      id: z.string(),
      path: z.string(),
      title: saidShape,
      /** The title of what it is a part of. */
      within: saidShape.nullable(),
      /** In the words of the reader: state, date. */
      facts: z.array(z.string()),
      /** What it says of the record, and where on its page. */
      text: saidShape.optional(),
      anchor: z.string().optional(),
      example: z.boolean(),
    }),
  ),
})

export type Holding = z.infer<typeof holdingShape>

/** What all modules hold about a record, in their order. */
export async function holdingsAbout(
  { modules }: Pick<Site, 'modules'>,
  visit: Visit,
  about: About,
): Promise<Holding[]> {
  const held: Holding[] = []
  for (const { holdings } of modules) if (holdings !== undefined) held.push(...(await holdings(visit, about)))
  return held
}
