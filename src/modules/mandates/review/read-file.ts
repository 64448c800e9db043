import { readDutiesWithDoubts } from '#parser/duties/read-duties.ts'
import type { Draft } from '#parser/grammar/read-units.ts'
import type { LanguageCode } from '#parser/language-code.ts'
import { resolutionOf } from '#parser/parse-resolution.ts'
import { readSource } from '#parser/read-source.ts'
import type { Duty, Resolution } from '#parser/resolution.ts'
import type { SourceBlock } from './reviewed-text.ts'

/** A file as the parser reads it, beside the lines or paragraphs that it was read from. */
export type ReadFile = { resolution: Resolution; blocks: SourceBlock[] }

export type FileQuestion = { bytes: Uint8Array; name: string; language?: LanguageCode }

/** Throws `Unreadable`, as the parser does. Takes as long as the file wants: the site asks for it apart (`parse-apart.ts`). */
export async function readFile({ bytes, name, language }: FileQuestion): Promise<ReadFile> {
  const source = await readSource(bytes, { name })
  const resolution = resolutionOf(source, language ? { language } : {})
  const blocks = source.blocks.map(({ at, text, label }) => ({
    at,
    text: label === null ? text : `${label} ${text}`,
  }))
  const notes = source.notes.map(({ at, mark, text }) => ({ at, text: `${mark} ${text}` }))
  return { resolution, blocks: [...blocks, ...notes] }
}

export const dutiesIn = (draft: Draft): Duty[] => readDutiesWithDoubts(draft).duties
