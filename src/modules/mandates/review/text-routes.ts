import { z } from 'zod'
import { isLanguageCode, languageCodes } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { revisionText } from '../importing/text-queries.ts'
import { revisionRefs } from '../instruments/revision-link-queries.ts'
import { textPage } from '../pages/text-page.ts'
import { revisionRef, revisionRefShape } from '../shapes.ts'

export const textShape = z.object({
  revision: revisionRefShape,
  language: z.enum(languageCodes),
  version: z.int(),
  versions: z.array(z.int()),
  importedAt: z.iso.datetime(),
  source: z.object({ checksum: z.string(), name: z.string(), size: z.int() }),
  title: z.string().nullable(),
  sections: z.array(
    z.object({ key: z.string(), heading: z.string(), kind: z.enum(['preamble', 'operative']) }),
  ),
  units: z.array(
    z.object({
      path: z.string(),
      section: z.string(),
      parent: z.string().nullable(),
      address: z.string().nullable(),
      label: z.string().nullable(),
      text: z.string(),
      closing: z.string(),
    }),
  ),
  footnotes: z.array(z.object({ mark: z.string(), text: z.string() })),
})

export type TextRecord = z.infer<typeof textShape>

const query = z.strictObject({
  version: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, rule('rule.limit'))
    .optional(),
})

/** An official text as it stands and as it stood: no version is ever overwritten. */
export function textRoutes(site: Site): void {
  site.record({
    path: '/revisions/:revision/texts/:language',
    name: 'revisionText',
    summary: 'The official text of a revision in one language, in its newest or an earlier version.',
    query,
    read,
    shape: textShape,
    page: textPage,
  })
}

async function read(
  visit: Visit,
  { revision: id = '', language = '' }: Record<string, string>,
  { version }: z.infer<typeof query>,
): Promise<TextRecord | null> {
  if (!isLanguageCode(language)) return null
  const [text, newest, refs] = await Promise.all([
    revisionText(visit.db, id, language, version === undefined ? null : Number(version)),
    revisionText(visit.db, id, language),
    revisionRefs(visit.db, [id]),
  ])
  const ref = refs.get(id)
  if (text === null || newest === null || ref === undefined) return null
  return {
    revision: revisionRef(visit, ref),
    language,
    version: text.version,
    versions: [...newest.olderVersions, newest.version],
    importedAt: new Date(text.importedAt).toISOString(),
    source: text.source,
    title: text.title,
    sections: text.sections.map(({ key, heading, kind }) => ({ key, heading, kind })),
    units: text.units.map(({ path, section, parent, address, label, text: words, closing }) => ({
      path,
      section,
      parent,
      address,
      label,
      text: words,
      closing,
    })),
    footnotes: text.footnotes.map(({ mark, text: words }) => ({ mark, text: words })),
  }
}
