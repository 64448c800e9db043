import { z } from 'zod'
import { allBodies, type Body } from '#modules/accounts/index.ts'
import { permit } from '#platform/access/rights.ts'
import type { Issue } from '#platform/errors.ts'
import { isLanguageCode, languageCodes, type LanguageCode } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { linksOf } from '../../drafting/link-routes.ts'
import { day, lines, linesOf } from '../../drafting/plan-fields.ts'
import type { LinkRecord } from '../../item-shape.ts'
import { linkedRecords } from '../../link-queries.ts'
import { taskForcePaths } from '../task-force-paths.ts'
import {
  matterFieldLetters,
  matterKinds,
  matterThing,
  matterVisibilities,
  type MatterField,
} from './matter.ts'
import {
  changeMatter,
  changeMatterWords,
  reportMatter,
  startMatter,
  takeMatterStep,
  type MatterHeader,
} from './matter-commands.ts'
import { matterRead, matterWordsIn, type MatterRead } from './matter-queries.ts'
import { matterRights } from './matter-rights.ts'
import { matterSteps, type MatterStep } from './matter-workflow.ts'
import { matterFormPage, matterWordsPage, newMatterPage } from './pages/matter-form-pages.ts'
import { matterReportPage, matterStepPage } from './pages/matter-step-page.ts'

export type MatterChoices = { bodies: Body[] }

const body = z.string().max(80, rule('rule.code'))

const header = {
  kind: z.enum(matterKinds),
  visibility: z.enum(matterVisibilities),
  origin: body,
  'decided-on': day,
  carer: body.optional(),
  'due-on': day.optional(),
  addresses: lines.optional(),
}

const words = {
  title: z.string().max(matterFieldLetters.title, rule('rule.title')),
  text: z.string().max(matterFieldLetters.text, rule('rule.long-text')).optional(),
}

const outcome = z.string().max(matterFieldLetters.outcome, rule('rule.text-5000'))

/** How the secretariat keeps the list, and how units report on what they take care of. */
export function matterFormRoutes(site: Site): void {
  site.form({
    path: taskForcePaths.newMatter,
    name: 'new-task-force-matter',
    summary: 'Puts a decision, an output to consider or a question on the list of the task force.',
    right: 'task-force-matter.make',
    fields: z.strictObject({ language: z.enum(languageCodes), ...words, ...header }),
    read: async ({ db, actor }): Promise<MatterChoices> => {
      permit(matterRights, 'make', actor, { state: 'open' })
      return { bodies: await allBodies(db) }
    },
    page: newMatterPage,
    act: async (visit, choices, { fields }) => {
      const { db, actor, now: at } = visit
      const typed = await headerOf(visit, choices, fields)
      if ('issues' in typed) return typed
      const { language, title, text = '' } = fields
      const made = await startMatter(db, { actor, at, language, words: { title, text }, ...typed })
      return 'issues' in made ? made : { to: taskForcePaths.matter(made.id), done: 'task-force.done.matter' }
    },
  })
  site.form({
    path: taskForcePaths.matterForm(':matter'),
    name: 'task-force-matter-header',
    summary:
      'Changes where a matter comes from, who takes care of it by when, who reads it and what it concerns.',
    right: 'task-force-matter.edit',
    fields: z.strictObject(header),
    read: async (visit, parameters) => {
      const found = await matterForAct(visit, parameters, 'edit')
      if (found === null) return null
      const records = await linkedRecords(visit, found.matter.links)
      return { ...found, records, bodies: await allBodies(visit.db) }
    },
    page: matterFormPage,
    act: async (visit, { matter: { id }, bodies }, { fields, version }) => {
      const { db, actor, now: at } = visit
      const typed = await headerOf(visit, { bodies }, fields)
      if ('issues' in typed) return typed
      const changed = await changeMatter(db, { actor, at, id, revision: Number(version ?? 0), ...typed })
      return 'issues' in changed ? changed : { to: taskForcePaths.matter(id), done: 'plans.done.saved' }
    },
  })
  wordsRoute(site)
  reportRoute(site)
  for (const step of matterSteps) stepRoute(site, step)
}

export type MatterFormSubject = MatterRead & MatterChoices & { records: LinkRecord[] }

type TypedHeader = z.infer<z.ZodObject<typeof header>>

/** The typed header, or what of it names nobody and no record. */
async function headerOf(
  visit: Visit,
  { bodies }: MatterChoices,
  typed: TypedHeader,
): Promise<{ issues: Issue[] } | MatterHeader> {
  const isKnown = (id: string) => bodies.some((one) => one.id === id)
  const read = await linksOf(visit, [], linesOf(typed.addresses))
  const issues: Issue[] = [
    ...(isKnown(typed.origin) ? [] : [{ field: 'origin', key: 'form.value.choice' as const }]),
    ...(typed.carer === undefined || isKnown(typed.carer)
      ? []
      : [{ field: 'carer', key: 'form.value.choice' as const }]),
    ...('issues' in read ? read.issues : []),
  ]
  if (issues.length > 0 || 'issues' in read) return { issues }
  return {
    kind: typed.kind,
    visibility: typed.visibility,
    origin: typed.origin,
    decidedOn: typed['decided-on'],
    carer: typed.carer ?? null,
    dueOn: typed['due-on'] ?? null,
    links: read.links,
  }
}

export type MatterWordsSubject = MatterRead & { language: LanguageCode; present: Record<MatterField, string> }

const wordsRoute = (site: Site): void =>
  site.form({
    path: taskForcePaths.matterWords(':matter', ':language'),
    name: 'task-force-matter-words',
    summary: 'Writes title and text of a matter in one of the six languages.',
    right: 'task-force-matter.edit',
    fields: z.strictObject(words),
    read: async (visit, parameters): Promise<MatterWordsSubject | null> => {
      const { language = '' } = parameters
      const found = isLanguageCode(language) ? await matterForAct(visit, parameters, 'edit') : null
      if (found === null || !isLanguageCode(language)) return null
      return { ...found, language, present: await matterWordsIn(visit.db, found.matter.id, language) }
    },
    page: matterWordsPage,
    act: async ({ db, actor, now: at }, { matter: { id }, language }, { fields, version }) => {
      const { title, text = '' } = fields
      const by = { actor, at, id, revision: Number(version ?? 0) }
      await changeMatterWords(db, { ...by, language, words: { title, text } })
      return { to: taskForcePaths.matter(id), done: 'plans.done.saved' }
    },
  })

const reportRoute = (site: Site): void =>
  site.form({
    path: taskForcePaths.matterReport(':matter'),
    name: 'task-force-matter-report',
    summary: 'Says what has come of a matter so far.',
    right: 'task-force-matter.report',
    fields: z.strictObject({ outcome }),
    read: (visit, parameters) => matterForAct(visit, parameters, 'report'),
    page: matterReportPage,
    act: async ({ db, actor, language, now: at }, { matter: { id } }, { fields, version }) => {
      const by = { actor, at, id, revision: Number(version ?? 0) }
      await reportMatter(db, { ...by, language, outcome: fields.outcome })
      return { to: taskForcePaths.matter(id), done: 'plans.done.saved' }
    },
  })

const stepRoute = (site: Site, step: MatterStep): void =>
  site.form({
    path: taskForcePaths.matterStep(':matter', step),
    name: `task-force-matter-${step}`,
    summary: summaries[step],
    right: `task-force-matter.${step}`,
    fields: z.strictObject({
      outcome: outcome.optional(),
      reason: z.string().max(2000, rule('rule.reason')).optional(),
    }),
    read: (visit, parameters) => matterForAct(visit, parameters, step),
    page: (visit, subject, entered) => matterStepPage(visit, step, subject, entered),
    act: async ({ db, actor, language, now: at }, { matter: { id } }, { fields, version }) => {
      const told = fields.outcome ? { language, outcome: fields.outcome } : undefined
      const by = { actor, at, id, revision: Number(version ?? 0) }
      const { issues } = await takeMatterStep(db, step, { ...by, reason: fields.reason, told })
      return issues.length > 0 ? { issues } : { to: taskForcePaths.matter(id), done: 'plans.done.saved' }
    },
  })

const summaries = {
  'take-up': 'Says that a matter is under way.',
  account: 'Says that a matter was taken into account, with the outcome in words.',
  close: 'Closes a matter without action, with the reason.',
  reopen: 'Opens a matter again.',
}

async function matterForAct(
  { db, actor, language }: Visit,
  { matter: id = '' }: PathParameters,
  act: keyof typeof matterRights.actions,
): Promise<MatterRead | null> {
  const found = await matterRead(db, actor, id, language)
  if (found !== null) permit(matterRights, act, actor, matterThing(found.matter))
  return found
}
