import type { Module } from '#platform/module.ts'
import { bodyParts } from './index.ts'

export const accounts: Module = {
  name: 'accounts',
  dependsOn: [],
  owns: [
    'bodies',
    'body_names',
    'people',
    'credentials',
    'sessions',
    'verifications',
    'second_factors',
    'spent_codes',
    'mail_links',
    'passkeys',
    'passkey_challenges',
    'sign_in_limits',
    'secrets',
  ],
  messages: null,
  digests: { bodies: (db) => bodyParts(db) },
}
