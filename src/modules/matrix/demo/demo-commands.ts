import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { languageCodes } from '#platform/languages.ts'
import { holdTexts, removeTexts } from '#platform/texts/texts.ts'
import { dayOf } from '#platform/ui/format.ts'
import { proposeLink } from '../links/link-commands.ts'
import { textKind } from '../links/link.ts'
import '../tables.ts'

const file = path.resolve(import.meta.dirname, '../../../../demo/matrix.json')

const demoLinks = z.strictObject({
  links: z.array(
    z.strictObject({
      line: z.string(),
      goal: z.string().nullable(),
      objective: z.string().nullable(),
      agency: z.string(),
      language: z.enum(languageCodes),
      rationale: z.record(z.enum(languageCodes), z.string().min(1)),
    }),
  ),
})

/** A few invented proposals, through the command that people use; those that are there already stay alone. */
export async function loadDemoMatrix(db: Db, { at }: { at: Date }): Promise<void> {
  const there = await db
    .selectFrom('matrix_links')
    .select('id')
    .where('is_example', '=', true)
    .limit(1)
    .execute()
  if (there.length > 0) return
  const { links } = demoLinks.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  for (const link of links) {
    const proposed = await proposeLink(db, {
      ...link,
      ...{ actor: operator, at, from: dayOf(at), until: null, isExample: true },
    })
    if ('issues' in proposed)
      throw new Error(`an example link is not sound: ${JSON.stringify(proposed.issues)}`)
  }
}

/** Takes the invented links away with their words; the history keeps its lines. */
export const clearDemoMatrix = (
  db: Db,
  { actor, at }: { actor: string; at: Date },
): Promise<{ links: number }> =>
  db.transaction().execute(async (tx) => {
    const gone = await tx
      .selectFrom('matrix_links')
      .select('id')
      .where('is_example', '=', true)
      .orderBy('id')
      .forUpdate()
      .execute()
    const texts = gone.map(({ id }) => ({ kind: textKind, id }))
    await holdTexts(tx, texts)
    await tx.deleteFrom('matrix_links').where('is_example', '=', true).execute()
    for (const subject of texts) await record(tx, { act: 'matrix.clear-example', subject, actor }, at)
    if (texts.length > 0) await removeTexts(tx, texts, actor, at)
    return { links: gone.length }
  })
