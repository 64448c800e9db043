import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { stateWord } from '#platform/access/words.ts'
import { languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import { facetsOf, type FacetNaming } from '#platform/web/facet-labels.ts'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { rule } from '#platform/web/problem.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../activity-rights.ts'
import { callTitles, type CallTitles } from '../calls/call-queries.ts'
import { activityCodes, type ActivityCodes, type CodeTree } from '../codes-queries.ts'
import { activityPaths } from '../paths.ts'
import { codeLabel, codedLabel } from '../entry/choices.ts'
import { workPage } from './pages/work-page.ts'
import { cares, workFacets, workStates, type Care, type WorkFacet } from './work.ts'
import { workList } from './work-queries.ts'
import { workRecord, workShape, type WorkRecord } from './work-shape.ts'

const query = z.strictObject({
  state: z.enum(workStates).optional(),
  care: z.enum(cares).optional(),
  language: z.enum(languageCodes).optional(),
  region: code.optional(),
  country: code.optional(),
  line: code.optional(),
  stakeholder: code.optional(),
  organization: code.optional(),
  call: code.optional(),
  q: z.string().max(200, rule('rule.short-text')).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** What waits for the secretariat, what waits longest first; with `state` also what it has sent back, asked about or archived. */
export function workRoutes(site: Site): void {
  site.list({
    path: activityPaths.moderation,
    name: 'moderation',
    summary: 'Entries of the WSIS Stocktaking that wait for the secretariat, what waits longest first.',
    query,
    row: workShape,
    read,
    page: workPage,
    columns,
  })
}

async function read(
  visit: Visit,
  { after, limit, ...filters }: z.infer<typeof query>,
): Promise<Listing<WorkRecord>> {
  const { db, actor, now } = visit
  permit(activityRights, 'moderate', actor, { state: 'submitted' })
  const page = { after, ...(limit === undefined ? {} : { limit: Number(limit) }) }
  const list = await refusingCursor(workList(db, actor, filters, page))
  const codes = await activityCodes(db, dayOf(now))
  const calls = await callTitles(db, actor, callsIn(list), visit.language)
  return {
    rows: list.rows.map((row) => workRecord(visit, codes, calls, row)),
    total: list.total,
    next: list.next,
    facets: facetsOf(
      visit,
      workFacets.map((name) => ({
        naming: namingOf(visit, { codes, calls }, name),
        counts: list.facets[name],
      })),
    ),
  }
}

/** Those that rows and counts name. */
const callsIn = ({ rows, facets }: Awaited<ReturnType<typeof workList>>): string[] => [
  ...new Set([
    ...rows.flatMap(({ call }) => (call === null ? [] : [call])),
    ...facets.call.map(({ value }) => value),
  ]),
]

function namingOf(
  visit: Visit,
  { codes, calls }: { codes: ActivityCodes; calls: CallTitles },
  name: WorkFacet,
): FacetNaming {
  const { t } = visit
  const words: Partial<Record<WorkFacet, (value: string) => string>> = {
    state: (value) => stateWord(t, 'activity', value),
    care: (value) => t(`moderation.care.${value as Care}`),
    language: (value) => languages[value as LanguageCode].endonym,
    region: (value) => labelOf(visit, codes, 'itu-regions', value),
    country: (value) => labelOf(visit, codes, 'countries', value),
    stakeholder: (value) => labelOf(visit, codes, 'stakeholder-types', value),
    line: (value) => lineLabel(visit, codes, value),
    call: (value) => calls.get(value)?.text ?? value,
  }
  const word = words[name]
  return word === undefined ? { name } : { name, value: (_, value) => word(value) }
}

const labelOf = (visit: Visit, codes: ActivityCodes, tree: CodeTree, value: string): string => {
  const node = codes[tree].get(value)
  return node === undefined ? value : codeLabel(visit, node)
}

const lineLabel = (visit: Visit, codes: ActivityCodes, value: string): string => {
  const node = codes['action-lines'].get(value)
  return node === undefined ? value : codedLabel(visit, node)
}

const columns: Column<WorkRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'title', value: (row) => row.title },
  { name: 'language', value: (row) => row.language },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'since', value: (row) => row.since },
  { name: 'days', value: (row) => row.days },
  { name: 'organization', value: (row) => row.organization?.id },
  { name: 'organization_name', value: (row) => row.organization?.name.text },
  { name: 'region', value: (row) => row.region?.code },
  { name: 'country', value: (row) => row.country?.code },
  { name: 'action_lines', value: (row) => row.actionLines.map(({ code: line }) => line).join('; ') },
  { name: 'moderator', value: (row) => row.moderator?.name },
  { name: 'approved', value: (row) => row.isApproved },
  { name: 'call', value: (row) => row.call?.id },
]
