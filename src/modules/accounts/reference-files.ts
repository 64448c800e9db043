import fs from 'node:fs'
import path from 'node:path'
import type { Translated } from '#platform/languages.ts'

export type BodyEntry = {
  id: string
  acronym: string | null
  kind: string
  parent: string | null
  name: Translated
  name_status: string
  aliases: string[]
  named_since?: string | null
  earlier_names?: { from: string | null; to: string; name: Translated }[]
}

export const readBodies = (folder: string): BodyEntry[] =>
  (JSON.parse(fs.readFileSync(path.join(folder, 'bodies.json'), 'utf8')) as { bodies: BodyEntry[] }).bodies
