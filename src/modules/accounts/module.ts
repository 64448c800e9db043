import type { Module } from '#platform/module.ts'
import { bodyParts } from './index.ts'

export const accounts: Module = {
  name: 'accounts',
  dependsOn: [],
  owns: ['bodies', 'body_names'],
  messages: null,
  digests: { bodies: (db) => bodyParts(db) },
}
