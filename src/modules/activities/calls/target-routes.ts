import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { dayOf } from '#platform/ui/format.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf, readCursor, writeCursor } from '#platform/web/listing.ts'
import { rule } from '#platform/web/problem.ts'
import type { Column, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityCodes } from '../codes-queries.ts'
import { forAct } from './call-form-routes.ts'
import { callPaths } from './call-paths.ts'
import { mostExpected, mostTargets, targetKinds } from './call.ts'
import { targetListPage, type TargetListSubject } from './pages/target-list-page.ts'
import { targetsPage } from './pages/targets-page.ts'
import { changeTargets } from './target-commands.ts'
import { targetRows } from './target-queries.ts'
import { targetLine, targetRecord, targetShape, type TargetRecord } from './target-shape.ts'

/** The target list of a call: who has answered and who has not, and the form in which the list is written. */
export function targetRoutes(site: Site): void {
  site.list({
    path: callPaths.targets(':call'),
    name: 'call-targets',
    summary:
      'The target list of a call with who has answered and who has not, and the people through whom they are reached; for the secretariat.',
    query,
    row: targetShape,
    read,
    page: targetsPage,
    columns,
  })
  site.form({
    path: callPaths.targetList(':call'),
    name: 'call-target-list',
    summary:
      'Puts another target list in the place of the present one: a line for each organization, country or region, with the number of entries expected.',
    right: 'call.target',
    fields: z.strictObject({
      list: z.string().max(200_000, rule('rule.list-length')).optional(),
      group: z.string().max(80, rule('rule.code')).optional(),
      each: z
        .string()
        .refine(
          (text) => /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= mostExpected,
          rule('rule.expected'),
        )
        .optional(),
    }),
    read: (visit, parameters) => presentList(visit, parameters),
    page: targetListPage,
    act: async ({ db, actor, now: at }, { call: { id }, codes }, { fields, version }) => {
      const { list = '', group, each = '1' } = fields
      if (group !== undefined && !codes['itu-regions'].has(group) && !codes['country-groups'].has(group))
        return { issues: [{ field: 'group', key: 'form.value.choice' }] }
      const changed = await changeTargets(db, {
        ...{ actor, at, id, list, revision: Number(version ?? 0) },
        group: group === undefined ? null : { code: group, expected: Number(each) },
      })
      return 'issues' in changed ? changed : { to: callPaths.targets(id), done: 'calls.done.saved' }
    },
  })
}

const query = z.strictObject({
  kind: z.enum(targetKinds).optional(),
  answered: z.enum(['yes', 'no']).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

async function read(
  visit: Visit,
  { after, limit: most, ...filters }: z.infer<typeof query>,
  parameters: PathParameters,
): Promise<Listing<TargetRecord>> {
  const { db, now } = visit
  const found = await forAct(visit, parameters, 'see-answers')
  if (found === null) throw notFound()
  const { call, words } = found
  const limit = limitOf(most === undefined ? {} : { limit: Number(most) })
  const skip = await refusingCursor((async () => readCursor(after, ['place'])?.[0] ?? 0)())
  const { rows, total } = await targetRows(db, call, now, { ...filters, limit, skip })
  const codes = await activityCodes(db, dayOf(now))
  return {
    rows: rows.map((row) => targetRecord(visit, codes, row)),
    total,
    next: skip + rows.length < total ? writeCursor([skip + rows.length]) : null,
    about: { kind: 'call', id: call.id, name: words.title?.text ?? call.id, path: callPaths.call(call.id) },
  }
}

async function presentList(visit: Visit, parameters: PathParameters): Promise<TargetListSubject | null> {
  const { db, now } = visit
  const found = await forAct(visit, parameters, 'target')
  if (found === null) return null
  const codes = await activityCodes(db, dayOf(now))
  const { rows } = await targetRows(db, found.call, now, { limit: mostTargets, skip: 0 })
  const lines = rows.map((row) => targetLine(row, targetRecord(visit, codes, row).name.text))
  return { ...found, codes, list: lines.join('\n') }
}

const columns: Column<TargetRecord>[] = [
  { name: 'kind', value: (row) => row.kind.code },
  { name: 'kind_label', value: (row) => row.kind.label },
  { name: 'code', value: (row) => row.code },
  { name: 'name', value: (row) => row.name.text },
  { name: 'expected', value: (row) => row.expected },
  { name: 'in_time', value: (row) => row.inTime },
  { name: 'late', value: (row) => row.late },
  { name: 'has_answered', value: (row) => row.hasAnswered },
  { name: 'recipients', value: (row) => row.recipients.map(({ name }) => name).join('; ') },
]
