import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { issueSentence } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import { writeCsv } from '#platform/sheets/csv-write.ts'
import { dayOf } from '#platform/ui/format.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../activity-rights.ts'
import { licences } from '../activity.ts'
import { activityCodes } from '../codes-queries.ts'
import { organizationChoices } from '../entry/organization-queries.ts'
import { activityTable } from './activity-table.ts'
import { checkImport, enterImport, startImport, stopImport } from './import-commands.ts'
import { importById, importRows, importsSeenBy, outcomeCounts } from './import-queries.ts'
import { importRecord, importShape } from './import-shape.ts'
import { importEndings, importLimitBytes, importModes, importPaths, type ActivityImport } from './import.ts'
import { columnsPage, importPage, importsPage, newImportPage, stepPage } from './pages/import-pages.ts'

const short = z.string().max(300, rule('rule.short-text'))

/** Many activities from a file: what the columns are, a look at every row, and entering them. */
export function importRoutes(site: Site): void {
  site.page({
    path: importPaths.list,
    page: async (visit) => {
      permit(activityRights, 'import', visit.actor, { state: 'draft' })
      return importsPage(visit, await importsSeenBy(visit.db, visit.actor))
    },
  })
  newImportRoute(site)
  columnsRoute(site)
  for (const step of ['entering', 'stop'] as const) stepRoute(site, step)
  site.record({
    path: importPaths.one(':import'),
    name: 'activity-import',
    summary: 'One import: how far it has come, what became of its rows, the first errors.',
    query: z.strictObject({}),
    read: readOne,
    shape: importShape,
    page: importPage,
  })
  resultFile(site)
}

/** A file comes in, and its columns are read. */
const newImportRoute = (site: Site): void =>
  site.form({
    path: importPaths.new,
    name: 'new-activity-import',
    summary: 'Brings a file of activities: CSV, XLSX, JSON or JSON Lines. Nothing is entered yet.',
    right: 'activity.import',
    fields: z.strictObject({
      mode: z.enum(importModes),
      language: z.enum(languageCodes),
      organization: short.optional(),
      licence: z.enum(licences),
    }),
    files: { file: { endings: importEndings, limitBytes: importLimitBytes } },
    read: async (visit) => {
      permit(activityRights, 'import', visit.actor, { state: 'draft' })
      return { organizations: await organizationChoices(visit.db, visit.actor) }
    },
    page: newImportPage,
    act: async (visit, _subject, { fields, files }) => {
      const file = files['file']
      if (file === undefined)
        return { issues: [{ field: 'file', key: 'form.value.wrong', rule: 'rule.required' }] }
      const { db, actor, now: at } = visit
      const { mode, language, licence, organization = null } = fields
      const started = await startImport(db, {
        actor,
        at,
        file,
        mode,
        language,
        licence,
        organization,
        translate: site.translate,
      })
      if ('issues' in started) return started
      return { to: importPaths.step(started.id, 'columns'), done: 'activities.done.import-started' }
    },
  })

/** Which column of the file is which; with that every row is looked at. */
const columnsRoute = (site: Site): void =>
  site.form({
    path: importPaths.step(':import', 'columns'),
    name: 'activity-import-columns',
    summary: 'Says which column of the file is which, and has every row looked at. Nothing is entered.',
    right: 'activity.import',
    // The names of the fields are places in the file: `act` reads them.
    fields: z.object({}).catchall(z.string().max(100, rule('rule.short-text'))),
    read: async (visit, parameters) => {
      const run = await importOf(visit, parameters)
      return (
        run && { run, columns: activityTable(await activityCodes(visit.db, dayOf(visit.now)), []).columns }
      )
    },
    page: columnsPage,
    act: async ({ db, actor, now: at }, { run, columns }, { fields }) => {
      const known = new Set<string>(columns.map(({ name }) => name))
      const headers = Object.keys(run.columns)
      const chosen = headers.map((header, place): [string, string | null] => {
        const value = (fields as Record<string, string | undefined>)[`column-${place}`]
        return [header, value !== undefined && known.has(value) ? value : null]
      })
      await checkImport(db, { actor, at, id: run.id, columns: Object.fromEntries(chosen) })
      return { to: importPaths.one(run.id), done: 'activities.done.import-checking' }
    },
  })

/** What was looked at is entered; what runs is stopped. */
const stepRoute = (site: Site, step: 'entering' | 'stop'): void =>
  site.form({
    path: importPaths.step(':import', step),
    name: `activity-import-${step}`,
    summary: step === 'entering' ? 'Enters the good rows in the background.' : 'Stops what runs.',
    right: 'activity.import',
    fields: z.strictObject({}),
    read: importOf,
    page: (visit, run, entered) => stepPage(visit, step, run, entered),
    act: async ({ db, actor, now: at }, { id }) => {
      await (step === 'entering' ? enterImport(db, { actor, at, id }) : stopImport(db, { actor, id }))
      const done = step === 'entering' ? 'activities.done.import-entering' : 'activities.done.import-stopping'
      return { to: importPaths.one(id), done }
    },
  })

/** What became of every row, as a file. */
const resultFile = (site: Site): void =>
  site.stream({
    path: `${importPaths.one(':import')}/result.csv`,
    name: 'activity-import-result',
    summary: 'What became of every row of an import.',
    type: 'text/csv; charset=utf-8; header=present',
    query: z.strictObject({}),
    write: async (visit, _query, parameters) => {
      const run = await importOf(visit, parameters)
      return (
        run && {
          saveAs: `import-${run.id}.csv`,
          body: writeCsv(['row', 'outcome', 'title', 'id', 'field', 'error'], results(visit, run.id)),
        }
      )
    },
  })

const readAtOnce = 1000

async function* results({ db, t }: Visit, id: string) {
  for (let after = 0, isMore = true; isMore;) {
    const rows = await importRows(db, id, { after, limit: readAtOnce })
    for (const { number, outcome, title, activity, issues } of rows) {
      const said = (issues ?? []).map((issue) => `${issue.field}: ${issueSentence(t, issue)}`)
      yield [number, outcome, title, activity, issues?.[0]?.field ?? null, said.join('\n') || null]
    }
    after = rows.at(-1)?.place ?? after
    isMore = rows.length === readAtOnce
  }
}

async function importOf(
  { db, actor }: Visit,
  { import: id = '' }: PathParameters,
): Promise<ActivityImport | null> {
  permit(activityRights, 'import', actor, { state: 'draft' })
  return importById(db, actor, id)
}

export const errorsShown = 100

async function readOne(visit: Visit, parameters: PathParameters) {
  const run = await importOf(visit, parameters)
  if (run === null) return null
  return importRecord(visit, run, {
    counts: await outcomeCounts(visit.db, run.id),
    wrong: await importRows(visit.db, run.id, { limit: errorsShown, outcome: 'wrong' }),
  })
}
