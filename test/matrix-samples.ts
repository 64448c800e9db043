import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { loadMatrix } from '#modules/matrix/index.ts'
import { matrixBytes, referenceFolder } from '#modules/matrix/shipped/matrix-file.ts'
import type { Db } from '#platform/database/tables.ts'

/** The first pairs of the Matrix, for tests that open every page that there is. */
export async function loadSmallMatrix(db: Db, at: Date): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'matrix-'))
  for (const [name, bytes] of Object.entries(matrixBytes(referenceFolder))) {
    const content = JSON.parse(bytes.toString('utf8')) as { links?: unknown[]; objectives: unknown }
    const small = content.links ? { ...content, links: content.links.slice(0, 4) } : { objectives: [] }
    fs.writeFileSync(path.join(folder, name), JSON.stringify(small))
  }
  await loadMatrix(db, { folder, actor: 'start', at })
  fs.rmSync(folder, { recursive: true })
}
