import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { installedOffice, installedSheetOffice } from '../scripts/prepare-machine.ts'

const office = installedOffice()

/** For `skip` of a test: why it is not run, or that it is. */
export const withoutOffice = office === null ? 'LibreOffice is not installed on this machine' : false

/** The same where sheets must be opened. */
export const withoutSheetOffice =
  installedSheetOffice() === null ? 'LibreOffice Calc is not installed on this machine' : false

/** A Word file as LibreOffice opens it and saves it again in another form. */
export async function savedByOffice(bytes: Uint8Array, ending: 'pdf' | 'docx'): Promise<Buffer> {
  const [saved = Buffer.alloc(0)] = await converted([bytes], 'docx', ending)
  return saved
}

/** Files as LibreOffice opens them and saves them again, at one start of it. */
export const savedAgainByOffice = (
  files: readonly Uint8Array[],
  ending: 'docx' | 'xlsx',
): Promise<Buffer[]> => converted(files, ending, ending)

async function converted(files: readonly Uint8Array[], from: string, to: string): Promise<Buffer[]> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'office-'))
  try {
    const names = files.map((_, place) => `paper-${place}`)
    for (const [place, bytes] of files.entries())
      await fs.writeFile(path.join(folder, `${names[place]}.${from}`), bytes)
    const words = [`-env:UserInstallation=file://${folder}/own`, '--headless', '--convert-to', to]
    const sources = names.map((name) => path.join(folder, `${name}.${from}`))
    await promisify(execFile)(office ?? '', [...words, '--outdir', `${folder}/out`, ...sources])
    return await Promise.all(names.map((name) => fs.readFile(path.join(folder, 'out', `${name}.${to}`))))
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}
