import { z } from 'zod'
import { visitor } from '#platform/access/actor.ts'
import { dayOf } from '#platform/ui/format.ts'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf, readCursor, writeCursor } from '#platform/web/listing.ts'
import type { Column, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { notFound } from '#platform/errors.ts'
import { textsOf } from '#platform/texts/texts.ts'
import { activityCodes } from '../codes-queries.ts'
import { answerList, regionFigures } from './answer-queries.ts'
import { answerRecord, answerShape, type AnswerRecord } from './answer-shape.ts'
import { callPaths } from './call-paths.ts'
import { callList, callRead } from './call-queries.ts'
import { callRecord, callRow, callRowShape, callShape, type CallRecord, type CallRow } from './call-shape.ts'
import { timings } from './call.ts'
import { callPage } from './pages/call-page.ts'
import { callsPage } from './pages/calls-page.ts'
import { letterPage, letterText } from './pages/letter-page.ts'
import { answersPage } from './pages/answers-page.ts'
import { wordStates } from './word-queries.ts'

/** What everybody reads of calls: the list, the letter with the progress, the entries that came. */
export function callRoutes(site: Site): void {
  site.list({
    path: callPaths.list,
    name: 'calls',
    summary:
      'Calls of the WSIS Stocktaking, the latest cut-off first, with what is expected and what came. Cut-offs are not gates: later entries are taken, and counted as late.',
    query: z.strictObject({}),
    row: callRowShape,
    read: readList,
    page: callsPage,
    columns,
  })
  site.record({
    path: callPaths.call(':call'),
    name: 'call',
    summary: 'A call of the WSIS Stocktaking: letter, dates, and progress by region.',
    query: z.strictObject({}),
    read: readCall,
    shape: callShape,
    page: callPage,
  })
  site.record({
    path: callPaths.letter(':call'),
    name: 'call-letter',
    summary: 'The letter of a call alone, to be printed.',
    query: z.strictObject({}),
    read: readCall,
    shape: callShape,
    page: letterPage,
    forms: { '.txt': { type: 'text/plain; charset=utf-8', write: letterText } },
  })
  site.list({
    path: callPaths.entries(':call'),
    name: 'call-entries',
    summary: 'The published entries that answer a call, in the order in which they came.',
    query: answerQuery,
    row: answerShape,
    read: readAnswers,
    page: answersPage,
    columns: answerColumns,
  })
  site.addresses(async ({ db }) =>
    (await callList(db, visitor, 'en')).map(({ call }) => callPaths.call(call.id)),
  )
}

async function readList(visit: Visit): Promise<Listing<CallRow>> {
  const { db, actor, language, now } = visit
  const calls = await callList(db, actor, language)
  const figures = Map.groupBy(
    await regionFigures(
      db,
      calls.map(({ call }) => call.id),
      now,
    ),
    ({ call }) => call,
  )
  const rows = calls.map((one) => callRow(visit, one, figures.get(one.call.id) ?? []))
  return { rows, total: rows.length, next: null }
}

async function readCall(visit: Visit, { call: id = '' }: PathParameters): Promise<CallRecord | null> {
  const { db, actor, language, now } = visit
  const found = await callRead(db, actor, id, language)
  if (found === null) return null
  const regions = await regionFigures(db, [id], now)
  const languages = await wordStates(db, id)
  return callRecord(visit, await activityCodes(db, dayOf(now)), { ...found, regions, languages })
}

const answerQuery = z.strictObject({
  region: code.optional(),
  timing: z.enum(timings).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

async function readAnswers(
  visit: Visit,
  { after, limit: most, ...filters }: z.infer<typeof answerQuery>,
  { call: id = '' }: PathParameters,
): Promise<Listing<AnswerRecord>> {
  const { db, actor, language, now } = visit
  const found = await callRead(db, actor, id, language)
  if (found === null) throw notFound()
  const limit = limitOf(most === undefined ? {} : { limit: Number(most) })
  const skip = await refusingCursor((async () => readCursor(after, ['place'])?.[0] ?? 0)())
  const { rows, total } = await answerList(db, found.call, now, { ...filters, limit, skip })
  const texts = await textsOf(
    db,
    rows.map((row) => ({ kind: 'activity', id: row.id })),
    language,
  )
  const codes = await activityCodes(db, dayOf(now))
  return {
    rows: rows.map((row) => answerRecord(visit, codes, row, texts.get('activity', row.id)['title'])),
    total,
    next: skip + rows.length < total ? writeCursor([skip + rows.length]) : null,
    about: { kind: 'call', id, name: found.words.title?.text ?? id, path: callPaths.call(id) },
  }
}

const columns: Column<CallRow>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'title', value: (row) => row.title.text },
  { name: 'title_language', value: (row) => row.title.language },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'opens_on', value: (row) => row.opensOn },
  { name: 'cut_off', value: (row) => row.cutOff },
  { name: 'zone', value: (row) => row.zone },
  { name: 'expected', value: (row) => row.expected },
  { name: 'in_time', value: (row) => row.inTime },
  { name: 'late', value: (row) => row.late },
  { name: 'published', value: (row) => row.published },
]

const answerColumns: Column<AnswerRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'title', value: (row) => row.title.text },
  { name: 'title_language', value: (row) => row.title.language },
  { name: 'organization', value: (row) => row.organization?.id },
  { name: 'organization_name', value: (row) => row.organization?.name.text },
  { name: 'region', value: (row) => row.region?.code },
  { name: 'came_at', value: (row) => row.cameAt },
  { name: 'timing', value: (row) => row.timing.code },
  { name: 'timing_label', value: (row) => row.timing.label },
]
