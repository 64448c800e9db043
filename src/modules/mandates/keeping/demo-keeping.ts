import fs from 'node:fs'
import path from 'node:path'
import type { Actor } from '#platform/access/actor.ts'
import type { Visibility } from '#platform/access/visibility.ts'
import type { Translated } from '#platform/languages.ts'
import { projectFolder } from '../register/register-files.ts'

/** What people of the example world say and show of its duties. Days are counted from the day of loading. */
export type DemoKeeping = {
  owners: { duty: string; owner: string; givenBackBecause?: string }[]
  plans: { duty: string; text: Translated; milestones: { days: number; text: Translated }[] }[]
  reports: { duty: string; occurrence: string; text: Translated }[]
  evidence: DemoEvidence[]
}

export type DemoEvidence = {
  duty: string
  kind: 'record' | 'address' | 'file'
  record?: string
  url?: string
  title?: string
  file?: string
  shows: Translated
  occurrences: string[]
  daysAgo: number
  visibility?: Visibility
  verify?: boolean
  contest?: Translated
  answer?: Translated
  withdraw?: Translated
  consider?: { occurrence: string; body: string; daysAgo: number; source: string }
}

const folder = path.join(projectFolder, 'demo/keeping')

export const readDemoKeeping = (): DemoKeeping =>
  JSON.parse(fs.readFileSync(path.join(folder, 'keeping.json'), 'utf8')) as DemoKeeping

export const readDemoFile = (name: string): Uint8Array => fs.readFileSync(path.join(folder, name))

const mediaTypes: Record<string, string> = {
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.html': 'text/html',
}

export const mediaTypeOf = (name: string): string => mediaTypes[path.extname(name)] ?? 'text/plain'

/** Invented people, with no account: nobody can sign in as them. */
const invented = (name: string, role: 'secretariat' | 'verifier' | 'delegate'): Actor => ({
  person: `example-${name}`,
  id: `example-${name}`,
  name: null,
  standings: [{ role, scope: role === 'delegate' ? 'body:member-states' : null }],
})

export const demoPeople = {
  officer: invented('officer', 'secretariat'),
  verifier: invented('verifier', 'verifier'),
  delegate: invented('delegate', 'delegate'),
}

/** A day so many days before another, as year-month-day. */
export const dayBefore = (at: Date, days: number): string =>
  new Date(at.getTime() - days * 86_400_000).toISOString().slice(0, 10)
