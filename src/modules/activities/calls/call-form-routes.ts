import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { isLanguageCode, languageCodes, type LanguageCode } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { changeDates, startCall, takeCallStep } from './call-commands.ts'
import { callPaths } from './call-paths.ts'
import { callRead, type CallRead } from './call-queries.ts'
import { callRights } from './call-rights.ts'
import { callThing, mostRemindDays, type CallField } from './call.ts'
import { datesPage, newCallPage, wordsPage } from './pages/call-form-pages.ts'
import { callStepPage } from './pages/call-step-page.ts'
import { callSteps } from './steps.ts'
import { changeWords } from './word-commands.ts'
import { wordsIn, wordStates } from './word-queries.ts'

const day = z.string().refine(isDay, rule('rule.date'))

const dates = {
  'opens-on': day,
  'cut-off': day,
  'remind-days': z
    .string()
    .refine(
      (text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= mostRemindDays,
      rule('rule.remind-days'),
    )
    .optional(),
}

const words = {
  title: z.string().max(200, rule('rule.short-text')),
  letter: z.string().max(10_000, rule('rule.long-text')),
}

/** How the secretariat makes a call: its dates, its words in six languages, opening and closing it. */
export function callFormRoutes(site: Site): void {
  site.form({
    path: callPaths.new,
    name: 'new-call',
    summary: 'Makes a call: a draft that only the secretariat and translators see.',
    right: 'call.make',
    fields: z.strictObject({ language: z.enum(languageCodes), ...words, ...dates }),
    read: async ({ actor }) => {
      permit(callRights, 'make', actor, { state: 'draft' })
      return {}
    },
    page: (visit, _subject, entered) => newCallPage(visit, entered),
    act: async ({ db, actor, now: at }, _subject, { fields }) => {
      const { language, title, letter } = fields
      const made = await startCall(db, { actor, at, language, words: { title, letter }, ...datesOf(fields) })
      if ('issues' in made) return made
      return { to: callPaths.call(made.id), done: 'calls.done.made' }
    },
  })
  site.form({
    path: callPaths.dates(':call'),
    name: 'call-dates',
    summary: 'Changes the opening day, the cut-off or the reminder of a call.',
    right: 'call.edit',
    fields: z.strictObject(dates),
    read: (visit, parameters) => forAct(visit, parameters, 'edit'),
    page: datesPage,
    act: async ({ db, actor, now: at }, { call: { id } }, { fields, version }) => {
      const changed = await changeDates(db, {
        actor,
        at,
        id,
        revision: Number(version ?? 0),
        ...datesOf(fields),
      })
      return 'issues' in changed ? changed : { to: callPaths.call(id), done: 'calls.done.saved' }
    },
  })
  wordsRoute(site)
  for (const step of callSteps) stepRoute(site, step)
}

type WordsSubject = CallRead & { language: LanguageCode; present: Record<CallField, string> }

const wordsRoute = (site: Site): void =>
  site.form({
    path: callPaths.words(':call', ':language'),
    name: 'call-words',
    summary: 'Writes title and letter of a call in one of the six languages.',
    right: 'call.edit',
    fields: z.strictObject(words),
    read: async (visit, parameters): Promise<WordsSubject | null> => {
      const { language = '' } = parameters
      const found = isLanguageCode(language) ? await forAct(visit, parameters, 'edit') : null
      if (found === null || !isLanguageCode(language)) return null
      return { ...found, language, present: await wordsIn(visit.db, found.call.id, language) }
    },
    page: wordsPage,
    act: async ({ db, actor, now: at }, { call: { id }, language }, { fields, version }) => {
      await changeWords(db, { actor, at, id, revision: Number(version ?? 0), language, words: fields })
      return { to: callPaths.call(id), done: 'calls.done.saved' }
    },
  })

const stepRoute = (site: Site, step: (typeof callSteps)[number]): void =>
  site.form({
    path: callPaths.step(':call', step),
    name: `call-step-${step}`,
    summary: summaries[step],
    right: `call.${step}`,
    fields: z.strictObject({}),
    read: async (visit, parameters) => {
      const found = await forAct(visit, parameters, step)
      return found === null ? null : { ...found, languages: await wordStates(visit.db, found.call.id) }
    },
    page: (visit, subject, entered) => callStepPage(visit, step, subject, entered),
    act: async ({ db, actor, now: at }, { call: { id } }, { version }) => {
      await takeCallStep(db, step, { actor, at, id, revision: Number(version ?? 0) })
      return { to: step === 'discard' ? callPaths.list : callPaths.call(id), done: `calls.done.${step}` }
    },
  })

const summaries = {
  open: 'Opens a call to everybody.',
  close: 'Closes a call; what names it later is still taken, and counted as late.',
  reopen: 'Opens a closed call again.',
  discard: 'Throws the draft of a call away.',
}

/** The call of an address, for whoever may do this with it; null for whoever does not see it. */
export async function forAct(
  { db, actor, language }: Visit,
  { call: id = '' }: PathParameters,
  act: keyof typeof callRights.actions,
): Promise<CallRead | null> {
  const found = await callRead(db, actor, id, language)
  if (found !== null) permit(callRights, act, actor, callThing(found.call))
  return found
}

const datesOf = (fields: { 'opens-on': string; 'cut-off': string; 'remind-days'?: string | undefined }) => ({
  opensOn: fields['opens-on'],
  cutOff: fields['cut-off'],
  remindDays: fields['remind-days'] === undefined ? null : Number(fields['remind-days']),
})

/** A day of the calendar, near enough to be meant. */
function isDay(text: string): boolean {
  const at = /^20\d\d-\d\d-\d\d$/.test(text) ? new Date(text) : null
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
