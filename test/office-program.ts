import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { installedOffice } from '../scripts/prepare-machine.ts'

const office = installedOffice()

/** For `skip` of a test: why it is not run, or that it is. */
export const withoutOffice = office === null ? 'LibreOffice is not installed on this machine' : false

/** A Word file as LibreOffice opens it and saves it again in another form. */
export async function savedByOffice(bytes: Uint8Array, ending: 'pdf' | 'docx'): Promise<Buffer> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'office-'))
  try {
    await fs.writeFile(path.join(folder, 'paper.docx'), bytes)
    const words = [`-env:UserInstallation=file://${folder}/own`, '--headless', '--convert-to', ending]
    await promisify(execFile)(office ?? '', [...words, '--outdir', `${folder}/out`, `${folder}/paper.docx`])
    return await fs.readFile(path.join(folder, 'out', `paper.${ending}`))
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}
