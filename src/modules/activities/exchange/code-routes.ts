import { z } from 'zod'
import { inLanguage } from '#platform/languages.ts'
import type { Code } from '#platform/sheets/nearest-code.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Site } from '#platform/web/site.ts'
import { callCodes } from '../calls/call-code-queries.ts'
import { activityCodes, type CodeTree } from '../codes-queries.ts'
import { activityPaths } from '../paths.ts'
import { codesPage } from './pages/codes-page.ts'

/** Lists of codes with the column, or the columns, of a file that take them. */
const lists: readonly { tree: CodeTree; columns: readonly string[] }[] = [
  { tree: 'activity-types', columns: ['type'] },
  { tree: 'action-lines', columns: ['action_lines'] },
  { tree: 'themes', columns: ['themes'] },
  { tree: 'sdgs', columns: ['sdgs'] },
  { tree: 'sdg-targets', columns: ['sdgs'] },
  { tree: 'gdc-objectives', columns: ['gdc'] },
  { tree: 'beneficiaries', columns: ['beneficiaries'] },
  { tree: 'geneva-targets', columns: ['geneva_targets'] },
  { tree: 'itu-regions', columns: ['regions'] },
  { tree: 'countries', columns: ['countries'] },
]

export const codesShape = z.object({
  lists: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      codes: z.array(z.object({ code: z.string(), label: z.string() })),
    }),
  ),
})

export type CodesRecord = z.infer<typeof codesShape>

/** All codes that an entry may have, for those who prepare files and programs. */
export const codeRoutes = (site: Site): void =>
  site.record({
    path: activityPaths.codes,
    name: 'activity-codes',
    summary: 'The codes with which activities are described, with their labels.',
    query: z.strictObject({}),
    read: async ({ db, now, language }) => {
      const codes = await activityCodes(db, dayOf(now))
      const { open } = await callCodes(db)
      const told = ({ code, labels }: Code) => ({ code, label: inLanguage(labels, language)?.text ?? code })
      const ofTrees: CodesRecord['lists'] = lists.map(({ tree, columns }) => ({
        name: tree,
        columns: [...columns],
        codes: [...codes[tree].values()]
          .filter(({ code }) => code !== 'C7')
          .map(({ code, label }) => told({ code, labels: label })),
      }))
      const calls = { name: 'calls', columns: ['call'], codes: open.map(told) }
      return { lists: open.length > 0 ? [...ofTrees, calls] : ofTrees }
    },
    shape: codesShape,
    page: codesPage,
  })
