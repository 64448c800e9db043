import path from 'node:path'
import { offerRecords } from '#modules/mandates/index.ts'
import type { Module } from '#platform/module.ts'
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
import { routes } from './routes.ts'
import { planSubjects } from './subject-queries.ts'
import { planTexts } from './text-kind-queries.ts'
import { planTypeRights } from './types/type-rights.ts'

type Catalogue = typeof en

declare module '#platform/messages.ts' {
  interface MessageKeys extends Catalogue {}
}

offerRecords(...planRecords)

export const plans: Module = {
  name: 'plans',
  dependsOn: ['frameworks', 'accounts', 'mandates', 'activities'],
  owns: [
    'plan_types',
    'plan_levels',
    'plans',
    'plan_parties',
    'plan_items',
    'plan_item_codes',
    'plan_item_links',
    'plan_editions',
    'plan_overlaps',
    'task_force_matters',
    'task_force_matter_links',
  ],
  messages: path.join(import.meta.dirname, 'messages'),
  routes,
  subjects: [...planSubjects, overlapSubject, matterSubject],
  texts: { ...planTexts, 'task-force-matter': matterTexts },
  rights: [planRights, planTypeRights, overlapRights, matterRights],
  workflows: [planWorkflow, overlapWorkflow, matterWorkflow],
}
