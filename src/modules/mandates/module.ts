import path from 'node:path'
import type { Module } from '#platform/module.ts'
import { mandateSubjects } from './history/mandate-subject-queries.ts'
import { contestRights, evidenceRights } from './evidence/evidence-rights.ts'
import { evidenceSource } from './evidence/evidence-source-queries.ts'
import { contestWorkflow, evidenceWorkflow } from './evidence/evidence-workflow.ts'
import { ownRecords } from './evidence/own-record-queries.ts'
import { offerRecords } from './evidence/record-kinds.ts'
import { dutyRights } from './keeping/keeping-rights.ts'
import { eraseKeeper } from './keeping/personal-data-commands.ts'
import { keepingOfPerson } from './keeping/personal-data-queries.ts'
import { considerationParts, evidenceParts, keepingParts } from './keeping/kept-content-queries.ts'
import { importedParts, registerParts } from './register/content-queries.ts'
import en from './messages/en.json' with { type: 'json' }
import { importRights, importWorkflow, revisionTextRights } from './review/import-rights.ts'
import { routes } from './routes.ts'
import { mandateSource } from './searching/mandate-source-queries.ts'
import { pairingRights, pairingWorkflow } from './succession/pairing-rights.ts'
import { mandateTexts } from './wording/text-kinds.ts'

type Catalogue = typeof en

declare module '#platform/messages.ts' {
  interface MessageKeys extends Catalogue {}
}

offerRecords(...ownRecords)

export const mandates: Module = {
  name: 'mandates',
  dependsOn: ['accounts', 'frameworks'],
  owns: [
    'instruments',
    'occasions',
    'revisions',
    'sections',
    'provisions',
    'duties',
    'duty_parties',
    'occurrences',
    'citations',
    'provision_references',
    'footnote_marks',
    'source_files',
    'revision_texts',
    'text_units',
    'search_rows',
    'duty_owners',
    'duty_plans',
    'duty_milestones',
    'duty_reports',
    'considerations',
    'evidence',
    'evidence_occurrences',
    'evidence_revisions',
    'evidence_contests',
    'evidence_ages',
    'imports',
    'import_suggestions',
    'import_blocks',
    'import_decisions',
    'suggestion_outcomes',
    'pairings',
    'provision_proposals',
    'provision_pairs',
    'duty_links',
    'duty_ancestors',
  ],
  // Read from the file, counted from suggestions and decisions: all can be made again.
  technical: ['search_rows', 'import_blocks', 'suggestion_outcomes'],
  onlyOfNow: ['search_rows'],
  messages: path.join(import.meta.dirname, 'messages'),
  routes,
  subjects: mandateSubjects,
  digests: {
    register: (db) => registerParts(db),
    'imported-revision': importedParts,
    'duty-keeping': keepingParts,
    consideration: considerationParts,
    evidence: evidenceParts,
  },
  texts: mandateTexts,
  search: [mandateSource, evidenceSource],
  personalData: keepingOfPerson,
  erasePerson: eraseKeeper,
  rights: [importRights, revisionTextRights, pairingRights, dutyRights, evidenceRights, contestRights],
  workflows: [importWorkflow, pairingWorkflow, evidenceWorkflow, contestWorkflow],
}
