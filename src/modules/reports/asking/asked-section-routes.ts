import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { Refusal } from '#platform/errors.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import { reportPaths } from '../paths.ts'
import { day } from '../report-fields.ts'
import { sectionRights } from '../sections/section-rights.ts'
import { sectionInReport, type SectionInReport } from '../sections/section-routes.ts'
import { isPlannedFor, sectionThing } from '../sections/section.ts'
import { reportTemplate } from '../templates/template-queries.ts'
import { noticeDaysOf } from '../templates/template.ts'
import { changeSectionHeader } from './asked-section-commands.ts'
import { sectionDueOn } from './due.ts'
import { knownOwners } from './owner-queries.ts'
import { sectionHeaderPage } from './pages/section-header-page.ts'

/** A section with the day that follows from its report, and all to whom it can be given. */
export type AskedSection = SectionInReport & { usualDueOn: string; owners: string[] }

/** How the secretariat says who writes a section, and by when. */
export const askedSectionRoutes = (site: Site): void =>
  site.form({
    path: reportPaths.sectionHeader(':section'),
    name: 'report-section-header',
    summary: 'Says who writes a section, and by which day.',
    right: 'report-section.edit',
    fields: z.strictObject({
      owner: z.string().max(80, rule('rule.code')).optional(),
      'due-on': z.union([z.literal(''), day]).optional(),
    }),
    read: async (visit, parameters): Promise<AskedSection | null> => {
      const found = await sectionInReport(visit, parameters)
      if (found === null) return null
      const { report, section } = found
      permit(sectionRights, 'edit', visit.actor, sectionThing(section, report))
      if (!isPlannedFor(report.state)) throw new Refusal(409, 'reports.not-open')
      const noticeDays = noticeDaysOf(await reportTemplate(visit.db, report.template))
      const usualDueOn = sectionDueOn({ ownDueOn: null, reportDueOn: report.dueOn, noticeDays })
      return { ...found, usualDueOn, owners: await knownOwners(visit.db) }
    },
    page: sectionHeaderPage,
    act: async ({ db, actor, now: at }, { section: { id } }, { fields, version }) => {
      const header = { owner: fields.owner?.trim() || null, dueOn: fields['due-on'] || null }
      const by = { actor, at, id, revision: Number(version ?? 0) }
      const { issues } = await changeSectionHeader(db, { ...by, ...header })
      return issues.length > 0 ? { issues } : { to: reportPaths.section(id), done: 'plans.done.saved' }
    },
  })
