import path from 'node:path'
import type { Module } from '#platform/module.ts'
import { textKinds, textParts } from '#platform/texts/texts.ts'
import { translationImportParts } from './exchange/import-commands.ts'
import { translationSubjects } from './history/translation-subject-queries.ts'
import en from './messages/en.json' with { type: 'json' }
import { translationsOfPerson } from './personal-data-queries.ts'
import { routes } from './routes.ts'
import { termParts } from './terms/term-commands.ts'
import { termSource } from './terms/term-source-queries.ts'
import { exchangeRights, translationRights, translationWorkflow } from './translation-rights.ts'

type Catalogue = typeof en

declare module '#platform/messages.ts' {
  interface MessageKeys extends Catalogue {}
}

export const translation: Module = {
  name: 'translation',
  dependsOn: ['frameworks', 'accounts', 'mandates'],
  owns: ['texts', 'text_segments', 'text_translations', 'text_languages', 'terms', 'translation_imports'],
  messages: path.join(import.meta.dirname, 'messages'),
  routes: (site, modules) => routes(site, textKinds(modules)),
  subjects: translationSubjects,
  digests: { texts: textParts, terms: termParts, 'translation-import': translationImportParts },
  rights: [translationRights, exchangeRights],
  workflows: [translationWorkflow],
  personalData: translationsOfPerson,
  search: [termSource],
}
