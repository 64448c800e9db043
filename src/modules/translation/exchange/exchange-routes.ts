import { z } from 'zod'
import { has } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { badRequest, type Issue } from '#platform/errors.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { fieldsInOrder, textStates, type TextKinds } from '#platform/texts/texts.ts'
import { addressOf } from '#platform/web/address.ts'
import { code } from '#platform/web/list-parameters.ts'
import { refuseUnknown } from '#platform/web/list-refusals.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { exchangePage } from '../pages/exchange-page.ts'
import { reportPage } from '../pages/report-page.ts'
import { translationPaths } from '../paths.ts'
import { exchangeRights } from '../translation-rights.ts'
import { titlesOf } from '../worklist/work-queries.ts'
import { exchangedSegments, importReport, latestImports } from './exchange-queries.ts'
import { importTranslations } from './import-commands.ts'
import { faultKeys } from './fault-keys.ts'
import { ExchangeFault, mostRecords } from './report.ts'
import { reportRecord, reportShape } from './report-shape.ts'
import { segmentsCsv } from './segments-csv.ts'
import { asXliff } from './xliff-write.ts'

const query = z.strictObject({
  language: z.enum(languageCodes),
  kind: code.optional(),
  id: z.string().max(400, rule('rule.short-text')).optional(),
  state: z.enum(textStates).optional(),
  from: z.enum(languageCodes).optional(),
})

const uploadLimitBytes = 5 * 1024 * 1024

/** Files for the programs of translators, out and back. */
export function exchangeRoutes(site: Site, kinds: TextKinds): void {
  site.file({
    path: `${translationPaths.files}.xlf`,
    name: 'translationXliff',
    summary: 'Segments of the chosen records into one language, as XLIFF 2.1.',
    query,
    type: 'application/xliff+xml',
    write: async (visit, asked) => {
      const { segments, originals } = await chosen(visit, kinds, asked)
      const [from = 'en', ...others] = originals
      if (others.length > 0) throw severalOriginals(originals)
      const title = await titlesOf(visit.db, kinds, segments, visit.language)
      return asXliff(segments, { from, to: asked.language }, (kind, id) => ({
        title: title(kind, id),
        address: visit.settings.publicUrl + addressOf(visit.language, kinds[kind]?.pathOf(id) ?? '/'),
        fieldName: (field) => nameOf(visit, kinds, kind, field),
      }))
    },
  })
  site.file({
    path: `${translationPaths.files}.csv`,
    name: 'translationCsv',
    summary: 'Segments of the chosen records into one language, as a table.',
    query,
    type: 'text/csv',
    write: async (visit, asked) => segmentsCsv((await chosen(visit, kinds, asked)).segments),
  })
  site.form({
    path: translationPaths.exchange,
    name: 'importTranslations',
    summary: 'Take a file back from the program of a translator: XLIFF 2.0 or 2.1, or the table.',
    right: 'translation-file.import',
    fields: z.strictObject({}),
    files: { file: { endings: ['.xlf', '.csv'], limitBytes: uploadLimitBytes } },
    read: async (visit) => {
      permit(exchangeRights, 'import', visit.actor, { state: 'any' })
      return { latest: await latestImports(visit.db, visit.actor.id) }
    },
    page: exchangePage,
    act: async (visit, _, { files }) => {
      const { file } = files
      if (!file) return { issues: [{ field: 'file', key: 'form.value.wrong', rule: 'rule.required' }] }
      const { db, actor, now: at } = visit
      try {
        return { to: translationPaths.report(await importTranslations(db, { actor, at, kinds, file })) }
      } catch (error) {
        // What stands in the file is the sender's to mend.
        if (error instanceof ExchangeFault) return { issues: [issueOf(error)] }
        throw error
      }
    },
  })
  site.record({
    path: translationPaths.report(':id'),
    name: 'translationImport',
    summary: 'What became of each segment of an imported file.',
    query: z.strictObject({}),
    shape: reportShape,
    read: async (visit, { id = '' }) => {
      permit(exchangeRights, 'import', visit.actor, { state: 'any' })
      const found = /^[0-9a-f-]{36}$/.test(id) ? await importReport(visit.db, id) : null
      // It repeats texts that not everybody may see.
      if (!found || (found.by !== visit.actor.id && !has(visit.actor, 'translator'))) return null
      return reportRecord(visit, found)
    },
    page: reportPage,
  })
}

const nameOf = ({ t }: Visit, kinds: TextKinds, kind: string, field: string): string => {
  const [found] = fieldsInOrder(kinds[kind], [field])
  return found === undefined ? field : t(found[1])
}

async function chosen(visit: Visit, kinds: TextKinds, asked: z.infer<typeof query>) {
  refuseUnknown([{ field: 'kind', value: asked.kind, valid: Object.keys(kinds) }])
  const list = await exchangedSegments(visit.db, kinds, visit.actor, asked)
  if (list.total > mostRecords)
    throw badRequest([
      {
        field: 'kind',
        key: 'translation.files.too-many',
        values: { count: list.total, most: mostRecords },
      },
    ])
  return list
}

/** XLIFF has one source language per file. */
const severalOriginals = (originals: LanguageCode[]) =>
  badRequest([{ field: 'from', key: 'translation.files.one-original', validValues: originals }])

const issueOf = ({ fault, values }: ExchangeFault): Issue => ({
  field: 'file',
  key: faultKeys[fault],
  values,
})
