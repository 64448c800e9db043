import path from 'node:path'
import { offerRecords } from '#modules/mandates/index.ts'
import type { Module } from '#platform/module.ts'
import { activityRights } from './activity-rights.ts'
import { activityWorkflow } from './activity-workflow.ts'
import { callRights } from './calls/call-rights.ts'
import { callSource } from './calls/call-source-queries.ts'
import { callSubject, callTexts } from './calls/call-subject-queries.ts'
import { callWorkflow } from './calls/call-workflow.ts'
import { callReminderJob } from './calls/letter-commands.ts'
import { importJob } from './exchange/import-commands.ts'
import { activitySource } from './finding/activity-source-queries.ts'
import en from './messages/en.json' with { type: 'json' }
import { confirmationJob } from './moderation/confirmation-commands.ts'
import { downloadsJob } from './open-data/download-commands.ts'
import { eraseContributor } from './personal-data-commands.ts'
import { activitiesOfPerson } from './personal-data-queries.ts'
import { activityRecords } from './published/record-kind-queries.ts'
import { routes } from './routes.ts'
import { activitySubjects } from './subject-queries.ts'
import { textsJob } from './text-commands.ts'
import { activityTexts } from './text-kind-queries.ts'

type Catalogue = typeof en

declare module '#platform/messages.ts' {
  interface MessageKeys extends Catalogue {}
}

offerRecords(activityRecords)

export const activities: Module = {
  name: 'activities',
  dependsOn: ['frameworks', 'accounts', 'mandates'],
  owns: [
    'activities',
    'activity_revisions',
    'activity_contacts',
    'activity_notes',
    'activity_settings',
    'activity_texts',
    'activity_imports',
    'activity_import_rows',
    'activity_import_parts',
    'downloads',
    'download_parts',
    'calls',
    'call_targets',
    'call_letters',
  ],
  // Personal data; what can be made again; and what is only on its way to become entries.
  technical: [
    'activity_contacts',
    'activity_texts',
    'activity_imports',
    'activity_import_rows',
    'activity_import_parts',
    'downloads',
    'download_parts',
    'call_letters',
  ],
  onlyOfNow: ['downloads', 'download_parts'],
  messages: path.join(import.meta.dirname, 'messages'),
  routes,
  subjects: [...activitySubjects, callSubject],
  texts: { ...activityTexts, call: callTexts },
  personalData: activitiesOfPerson,
  erasePerson: eraseContributor,
  rights: [activityRights, callRights],
  workflows: [activityWorkflow, callWorkflow],
  search: [activitySource, callSource],
  jobs: [confirmationJob, textsJob, importJob, downloadsJob, callReminderJob],
}
