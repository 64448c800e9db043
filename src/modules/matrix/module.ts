import path from 'node:path'
import { offerRecords } from '#modules/mandates/index.ts'
import type { Module } from '#platform/module.ts'
import { linkRecords } from './links/link-record-queries.ts'
import { linkRights } from './links/link-rights.ts'
import { linkSource } from './links/link-source-queries.ts'
import { linkSubject, linkTexts } from './links/link-subject-queries.ts'
import { linkWorkflow } from './links/link-workflow.ts'
import { textKind } from './links/link.ts'
import en from './messages/en.json' with { type: 'json' }
import { routes } from './routes.ts'
import { versionRights } from './versions/version-rights.ts'
import { versionSubjects, versionTexts } from './versions/version-subject-queries.ts'
import { versionTextKind } from './versions/version.ts'

type Catalogue = typeof en

declare module '#platform/messages.ts' {
  interface MessageKeys extends Catalogue {}
}

offerRecords(linkRecords)

/** The WSIS-SDG Matrix as records, counted from what is published. */
export const matrix: Module = {
  name: 'matrix',
  dependsOn: ['frameworks', 'accounts', 'mandates', 'activities'],
  owns: ['matrix_links', 'matrix_versions', 'matrix_version_links'],
  messages: path.join(import.meta.dirname, 'messages'),
  routes,
  subjects: [linkSubject, ...versionSubjects],
  texts: { [textKind]: linkTexts, [versionTextKind]: versionTexts },
  rights: [linkRights, versionRights],
  workflows: [linkWorkflow],
  search: [linkSource],
}
