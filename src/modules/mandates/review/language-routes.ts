import { z } from 'zod'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { newestTexts, newestUnits } from '../importing/text-queries.ts'
import { hasProvision } from '../instruments/provision-queries.ts'
import { revisionRefs } from '../instruments/revision-link-queries.ts'
import { provisionLanguagesPage, revisionLanguagesPage } from '../pages/languages-page.ts'
import { revisionRef, revisionRefShape } from '../shapes.ts'
import { languageDifferences, languagesOf, unitCounts, type VersionUnit } from './language-versions.ts'

const byLanguage = <Shape extends z.ZodType>(shape: Shape) => z.partialRecord(z.enum(languageCodes), shape)

const revisionLanguagesShape = z.object({
  revision: revisionRefShape,
  languages: z.array(z.enum(languageCodes)),
  missing: z.array(z.enum(languageCodes)),
  counts: z.array(z.object({ section: z.string().nullable(), counts: byLanguage(z.int()) })),
  differences: z.array(
    z.object({
      address: z.string(),
      kind: z.enum(['missing', 'label']),
      languages: z.array(z.enum(languageCodes)),
      labels: byLanguage(z.string()),
    }),
  ),
})

const provisionLanguagesShape = z.object({
  revision: revisionRefShape,
  address: z.string(),
  versions: z.array(
    z.object({
      language: z.enum(languageCodes),
      /** Null when this language version lacks the provision, or was not imported. */
      text: z.object({ label: z.string().nullable(), text: z.string(), closing: z.string() }).nullable(),
      isImported: z.boolean(),
    }),
  ),
})

export type RevisionLanguagesRecord = z.infer<typeof revisionLanguagesShape>
export type ProvisionLanguagesRecord = z.infer<typeof provisionLanguagesShape>

/** The language versions of a revision, held against each other by address. */
export function languageRoutes(site: Site): void {
  const query = z.strictObject({})
  site.record({
    path: '/revisions/:revision/languages',
    name: 'revisionLanguages',
    summary: 'In what the language versions of a revision are not built alike.',
    query,
    read: readRevision,
    shape: revisionLanguagesShape,
    page: revisionLanguagesPage,
  })
  site.record({
    path: '/revisions/:revision/languages/:address{.+}',
    name: 'provisionLanguages',
    summary: 'The official text of one provision in six languages, side by side.',
    query,
    read: readProvision,
    shape: provisionLanguagesShape,
    page: provisionLanguagesPage,
  })
}

async function versionsOf({ db }: Visit, revision: string) {
  const ref = (await revisionRefs(db, [revision])).get(revision)
  if (ref === undefined) return null
  const texts = await newestTexts(db, revision)
  const units: VersionUnit[] = await newestUnits(db, revision, texts)
  return {
    ref,
    units,
    imported: languageCodes.filter((code) => texts.some(({ language }) => language === code)),
  }
}

async function readRevision(
  visit: Visit,
  { revision = '' }: Record<string, string>,
): Promise<RevisionLanguagesRecord | null> {
  const found = await versionsOf(visit, revision)
  if (found === null) return null
  return {
    revision: revisionRef(visit, found.ref),
    languages: found.imported,
    missing: languageCodes.filter((code) => !found.imported.includes(code)),
    counts: languagesOf(found.units).length === 0 ? [] : unitCounts(found.units),
    differences: languageDifferences(found.units),
  }
}

async function readProvision(
  visit: Visit,
  { revision = '', address = '' }: Record<string, string>,
): Promise<ProvisionLanguagesRecord | null> {
  const found = await versionsOf(visit, revision)
  const own = found?.units.filter((unit) => (unit.address ?? unit.path) === address) ?? []
  if (found === null) return null
  if (own.length === 0 && !(await hasProvision(visit.db, revision, address))) return null
  const textIn = (code: LanguageCode) => {
    const unit = own.find(({ language }) => language === code)
    return unit === undefined ? null : { label: unit.label, text: unit.text, closing: unit.closing }
  }
  return {
    revision: revisionRef(visit, found.ref),
    address,
    versions: languageCodes.map((language) => ({
      language,
      text: textIn(language),
      isImported: found.imported.includes(language),
    })),
  }
}
