import path from 'node:path'
import { offerRecords } from '#modules/mandates/index.ts'
import type { Module } from '#platform/module.ts'
import en from './messages/en.json' with { type: 'json' }
import { papersJob } from './papers/papers-job.ts'
import { reportRecords } from './report-record-queries.ts'
import { reportRights } from './report-rights.ts'
import { reportWorkflow } from './report-workflow.ts'
import { routes } from './routes.ts'
import { sectionRights } from './sections/section-rights.ts'
import { sectionWorkflow } from './sections/section-workflow.ts'
import { reportHoldings } from './using/holding-queries.ts'
import { reportSubjects, reportTexts, templateSubject } from './subject-queries.ts'
import { commentWorkflow } from './talk/comment-workflow.ts'
import { suggestionWorkflow } from './talk/suggestion-workflow.ts'
import { talkOfPerson } from './talk/personal-data-queries.ts'
import { talkSubjects } from './talk/subject-queries.ts'
import { commentRights, suggestionRights } from './talk/talk-rights.ts'
import { reportSource } from './searching/report-source-queries.ts'
import { templateRights } from './templates/template-rights.ts'

type Catalogue = typeof en

declare module '#platform/messages.ts' {
  interface MessageKeys extends Catalogue {}
}

offerRecords(reportRecords)

export const reports: Module = {
  name: 'reports',
  dependsOn: ['frameworks', 'accounts', 'mandates', 'activities', 'matrix', 'plans'],
  owns: [
    'report_templates',
    'report_template_sections',
    'reports',
    'report_answers',
    'report_sections',
    'report_parts',
    'report_editions',
    'report_edition_records',
    'report_comments',
    'report_replies',
    'report_suggestions',
    'report_reuses',
    'report_uses',
    'report_papers',
    'report_paper_parts',
  ],
  // What they hold is accounted for by the edition and its digests.
  technical: ['report_edition_records', 'report_uses', 'report_papers', 'report_paper_parts'],
  onlyOfNow: ['report_papers', 'report_paper_parts'],
  messages: path.join(import.meta.dirname, 'messages'),
  routes,
  subjects: [...reportSubjects, ...talkSubjects, templateSubject],
  texts: reportTexts,
  search: [reportSource],
  holdings: reportHoldings,
  rights: [templateRights, reportRights, sectionRights, commentRights, suggestionRights],
  workflows: [reportWorkflow, sectionWorkflow, commentWorkflow, suggestionWorkflow],
  personalData: talkOfPerson,
  jobs: [papersJob],
}
