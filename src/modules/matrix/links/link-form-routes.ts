import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { languageCodes } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { matrixPaths } from '../paths.ts'
import { bodiesToName } from './agency-queries.ts'
import { cellCodes } from './cell-codes-queries.ts'
import { editLink, proposeLink, takeLinkStep } from './link-commands.ts'
import { linkById } from './link-queries.ts'
import { linkRights } from './link-rights.ts'
import { linkRow } from './link-shape.ts'
import { linkSteps, type LinkStep } from './link-workflow.ts'
import { linkWords } from './link-words-queries.ts'
import { originalRationale } from './rationale-queries.ts'
import { linkThing, type Link } from './link.ts'
import { linesToPropose } from './proposable-lines.ts'
import { editLinkPage, newLinkPage, type EditedLink } from './pages/link-form-pages.ts'
import { linkStepPage } from './pages/link-step-page.ts'

const day = z.string().refine(isDay, rule('rule.date'))

const content = {
  agency: z.string().max(200, rule('rule.short-text')).optional(),
  rationale: z.string().max(2000, rule('rule.matrix-rationale')),
  from: day,
  until: day.optional(),
}

/** How links are proposed, worded, agreed and withdrawn. */
export function linkFormRoutes(site: Site): void {
  site.form({
    path: matrixPaths.newLink,
    name: 'matrix-new-link',
    summary: 'Proposes a link of the Matrix.',
    right: 'matrix-link.propose',
    fields: z.strictObject({
      line: z.string().max(80, rule('rule.code')),
      goal: z.string().max(80, rule('rule.code')).optional(),
      objective: z.string().max(80, rule('rule.code')).optional(),
      language: z.enum(languageCodes),
      ...content,
    }),
    read: readNew,
    page: newLinkPage,
    act: async ({ db, actor, now: at }, _subject, { fields }) => {
      const {
        line,
        goal = null,
        objective = null,
        language,
        agency = '',
        rationale,
        from,
        until = null,
      } = fields
      const proposed = await proposeLink(db, {
        ...{ actor, at, line, goal, objective, language, agency, from, until },
        rationale: { [language]: rationale },
      })
      if ('issues' in proposed) return proposed
      return { to: matrixPaths.link(proposed.link.id), done: 'matrix.done.proposed' }
    },
  })
  site.form({
    path: matrixPaths.editLink(':link'),
    name: 'matrix-edit-link',
    summary: 'Changes agency, validity and rationale of a link.',
    right: 'matrix-link.edit',
    fields: z.strictObject(content),
    read: readEdited,
    page: editLinkPage,
    act: async ({ db, actor, now: at }, { link: { id, language } }, { fields, version }) => {
      const { agency = '', rationale, from, until = null } = fields
      const edited = await editLink(db, {
        ...{ actor, at, id, agency, from, until, revision: Number(version ?? 0) },
        rationale: { [language]: rationale },
      })
      return 'issues' in edited ? edited : { to: matrixPaths.link(id), done: 'matrix.done.saved' }
    },
  })
  for (const step of linkSteps) stepRoute(site, step)
}

async function readNew(visit: Visit) {
  const { db, actor } = visit
  const codes = await cellCodes(db)
  const lines = linesToPropose(actor, [...codes.lines.keys()])
  // Refused with who could, where there is no line for which somebody may.
  permit(linkRights, 'propose', actor, linkThing({ state: 'proposed', line: lines[0] ?? '' }))
  return { codes, lines, bodies: await bodiesToName(db) }
}

async function readEdited(visit: Visit, { link: id = '' }: PathParameters): Promise<EditedLink | null> {
  const { db, actor } = visit
  const link = await linkById(db, id)
  if (link === null) return null
  permit(linkRights, link.state === 'agreed' ? 'amend' : 'edit', actor, linkThing(link))
  const row = linkRow(visit, await linkWords(visit, [link]), link)
  return { link, row, rationale: await originalRationale(db, link), bodies: await bodiesToName(db) }
}

const stepRoute = (site: Site, step: LinkStep): void =>
  site.form({
    path: matrixPaths.step(':link', step),
    name: `matrix-link-step-${step}`,
    summary:
      step === 'agree'
        ? 'Agrees to a proposed link.'
        : 'Withdraws a link, with a reason that everybody reads.',
    right: `matrix-link.${step}`,
    fields: z.strictObject(
      step === 'withdraw' ? { reason: z.string().max(2000, rule('rule.matrix-rationale')) } : {},
    ),
    read: async (visit, { link: id = '' }) => {
      const link = await linkById(visit.db, id)
      if (link === null) return null
      permit(linkRights, step, visit.actor, linkThing(link))
      return { link, row: linkRow(visit, await linkWords(visit, [link]), link) }
    },
    page: (visit, subject, entered) => linkStepPage(visit, step, subject, entered),
    act: async ({ db, actor, now: at }, { link: { id } }: { link: Link }, { fields, version }) => {
      const { reason } = fields as { reason?: string }
      await takeLinkStep(db, step, { actor, at, id, reason, revision: Number(version ?? 0) })
      return { to: matrixPaths.link(id), done: `matrix.done.${step}` }
    },
  })

/** A day of the calendar, near enough to be meant. */
function isDay(text: string): boolean {
  const at = /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) ? new Date(text) : null
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
