import path from 'node:path'
import { offerRecords } from '#modules/mandates/index.ts'
import type { Module } from '#platform/module.ts'
import { commentRights } from './consultation/comment-rights.ts'
import { commentWorkflow } from './consultation/comment-workflow.ts'
import { eraseCommenter } from './consultation/personal-data-commands.ts'
import { commentsOfPerson } from './consultation/personal-data-queries.ts'
import { commentSubject, commentTexts } from './consultation/subject-queries.ts'
import { planHoldings } from './coordination/holding-queries.ts'
import { matterRights } from './coordination/matters/matter-rights.ts'
import { matterSubject, matterTexts } from './coordination/matters/matter-subject-queries.ts'
import { matterWorkflow } from './coordination/matters/matter-workflow.ts'
import { overlapRights } from './coordination/overlaps/overlap-rights.ts'
import { overlapSubject } from './coordination/overlaps/overlap-subject-queries.ts'
import { overlapWorkflow } from './coordination/overlaps/overlap-workflow.ts'
import en from './messages/en.json' with { type: 'json' }
import { planRecords } from './plan-record-queries.ts'
import { planRights } from './plan-rights.ts'
import { planWorkflow } from './plan-workflow.ts'
import { indicatorRights } from './indicators/indicator-rights.ts'
import { offeredRecords } from './progress/offered-record-queries.ts'
import { periodRights } from './progress/period-rights.ts'
import { periodWorkflow } from './progress/period-workflow.ts'
import { progressSubjects } from './progress/progress-subject-queries.ts'
import { progressTexts } from './progress/progress-text-queries.ts'
import { reportRights } from './progress/report-rights.ts'
import { reportWorkflow } from './progress/report-workflow.ts'
import { routes } from './routes.ts'
import { indicatorSource } from './searching/indicator-source-queries.ts'
import { planSource } from './searching/plan-source-queries.ts'
import { planSubjects } from './subject-queries.ts'
import { planTexts } from './text-kind-queries.ts'
import { planTypeRights } from './plan-types/type-rights.ts'

type Catalogue = typeof en

declare module '#platform/messages.ts' {
  interface MessageKeys extends Catalogue {}
}

offerRecords(...planRecords, ...offeredRecords)

export const plans: Module = {
  name: 'plans',
  dependsOn: ['frameworks', 'accounts', 'mandates', 'activities', 'matrix'],
  owns: [
    'plan_types',
    'plan_levels',
    'plans',
    'plan_parties',
    'plan_items',
    'plan_item_codes',
    'plan_item_links',
    'plan_editions',
    'plan_comments',
    'plan_indicators',
    'plan_actuals',
    'plan_actual_revisions',
    'plan_periods',
    'plan_reports',
    'plan_overlaps',
    'task_force_matters',
    'task_force_matter_links',
  ],
  messages: path.join(import.meta.dirname, 'messages'),
  routes,
  subjects: [...planSubjects, commentSubject, ...progressSubjects, overlapSubject, matterSubject],
  texts: { ...planTexts, 'plan-comment': commentTexts, ...progressTexts, 'task-force-matter': matterTexts },
  rights: [
    planRights,
    planTypeRights,
    commentRights,
    indicatorRights,
    periodRights,
    reportRights,
    overlapRights,
    matterRights,
  ],
  workflows: [planWorkflow, commentWorkflow, periodWorkflow, reportWorkflow, overlapWorkflow, matterWorkflow],
  search: [planSource, indicatorSource],
  holdings: planHoldings,
  personalData: commentsOfPerson,
  erasePerson: eraseCommenter,
}
