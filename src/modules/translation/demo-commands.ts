import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Db, Tx } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { reviewTranslation, writeMachineTranslation, writeTranslation } from '#platform/texts/texts.ts'

const demoFile = path.resolve(import.meta.dirname, '../../../demo/translations.json')

const states = ['reviewed', 'human', 'machine'] as const
const words = z.partialRecord(z.enum(languageCodes), z.record(z.string(), z.string()))
const translations = z.object({ reviewed: words, human: words, machine: words })

/** Who translates in the example world. */
const translator = 'example-translator'
const reviewer = 'example-reviewer'

/**
 * Of the example world: some words of its resolutions are translated and reviewed, some wait for review, some are a machine's,
 * and most are missing. They go with the resolutions that they belong to.
 */
export async function loadDemoTranslations(db: Db, { at }: { at: Date }): Promise<void> {
  const wanted = translations.parse(JSON.parse(fs.readFileSync(demoFile, 'utf8')))
  await db.transaction().execute(async (tx) => {
    for (const state of states)
      for (const language of languageCodes)
        for (const [source, text] of Object.entries(wanted[state][language] ?? {}))
          await translate(tx, { state, language, source, text, at })
  })
}

type Wanted = {
  state: (typeof states)[number]
  language: LanguageCode
  source: string
  text: string
  at: Date
}

async function translate(tx: Tx, { state, language, source, text, at }: Wanted) {
  const found = await tx
    .selectFrom('text_segments as s')
    .innerJoin('duties as d', 'd.id', 's.id')
    .leftJoin('text_translations as t', (join) =>
      join
        .onRef('t.kind', '=', 's.kind')
        .onRef('t.id', '=', 's.id')
        .onRef('t.field', '=', 's.field')
        .onRef('t.segment', '=', 's.segment')
        .on('t.language', '=', language),
    )
    .select(['s.kind', 's.id', 's.field', 's.segment'])
    .where('s.kind', '=', 'duty')
    .where('d.origin', '=', 'demo')
    .where('s.source', '=', source)
    .where('t.text', 'is', null)
    .orderBy('s.id')
    .execute()
  for (const { kind, id, field, segment } of found) {
    const record = { kind, id, language, segments: [{ field, segment, text }] }
    if (state === 'machine')
      await writeMachineTranslation(tx, { ...record, engine: 'example' }, translator, at)
    else await writeTranslation(tx, record, translator, at)
    if (state === 'reviewed') await reviewTranslation(tx, record, reviewer, at)
  }
}
