import type { Module } from '#platform/module.ts'
import { frameworkSubjects } from './framework-subject-queries.ts'
import { frameworkParts } from './index.ts'

export const frameworks: Module = {
  name: 'frameworks',
  dependsOn: [],
  owns: ['frameworks', 'framework_nodes', 'framework_links', 'framework_memberships'],
  messages: null,
  subjects: frameworkSubjects,
  digests: { frameworks: (db) => frameworkParts(db) },
}
