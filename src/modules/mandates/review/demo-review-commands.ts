import fs from 'node:fs'
import path from 'node:path'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { holdFile } from '#platform/files/file-commands.ts'
import { sha256OfBytes } from '#platform/sha256.ts'
import { importedBefore } from '../importing/imported-queries.ts'
import { projectFolder } from '../register/register-files.ts'
import { acceptSure, decide } from './decision-commands.ts'
import type { Edit } from './edit.ts'
import { parseApart } from './parse-apart.ts'
import { confirmImport, openImport } from './review-commands.ts'
import { importById, openDraftsOf, underReview } from './review-queries.ts'
import type { ReviewedText } from './reviewed-text.ts'
import { addressesOf } from './unit-addresses.ts'

const folder = path.join(projectFolder, 'demo/review')

type By = { actor: Actor; at: Date }

/** Of the example world: a draft that waits for review, and an import that somebody corrected and confirmed. */
export async function loadDemoReviews(db: Db, by: By): Promise<void> {
  await open(db, 'travelling-shelves-2025-en.txt', by)
  const corrected = await open(db, 'evening-courses-2025-en.txt', by)
  if (corrected === null) return
  await correct(db, corrected, by, divideCourses)
  await correct(db, corrected, by, everySecondYear)
  await acceptSure(db, { ...by, id: corrected, seen: await versionOf(db, corrected) })
  await confirmImport(db, { ...by, id: corrected, seen: await versionOf(db, corrected) })
}

/** Null when it is there already. */
async function open(db: Db, name: string, { actor, at }: By): Promise<string | null> {
  const bytes = fs.readFileSync(path.join(folder, name))
  const checksum = sha256OfBytes(bytes)
  if ((await importedBefore(db, checksum)) ?? (await openDraftsOf(db, checksum))[0]) return null
  const held = await holdFile(db, 'demo', { name, type: 'text/plain', bytes }, at)
  const file = await parseApart({ bytes, name })
  const opened = await openImport(db, { actor, at, held, file, origin: 'demo' })
  return 'id' in opened ? opened.id : null
}

async function correct(db: Db, id: string, by: By, editOf: (text: ReviewedText) => Edit | null) {
  const { text } = await underReview(db, id)
  const edit = editOf(text)
  if (edit !== null) await decide(db, { ...by, id, edits: [edit], seen: { draft: await versionOf(db, id) } })
}

const versionOf = async (db: Db, id: string) => String((await importById(db, id))?.lastDecision ?? 0)

/** Two provisions stand in one line of the print. */
function divideCourses(text: ReviewedText): Edit | null {
  const unit = unitAt(text, 'resolves/1')
  const place = unit?.text.indexOf('2 that') ?? -1
  return unit && place > 0 ? { kind: 'split', unit: unit.id, at: [place], below: false } : null
}

function everySecondYear(text: ReviewedText): Edit | null {
  const unit =
    unitAt(text, 'instructs-1/1') ?? text.units.find(({ text: words }) => /second year/.test(words))
  const duty = text.duties.find((one) => one.unit === unit?.id)
  const set = { cadence: { value: 'biennial' as const, basis: 'explicit' as const } }
  return duty ? { kind: 'set-duty', duty: duty.id, set } : null
}

const unitAt = (text: ReviewedText, address: string) => {
  const id = [...addressesOf(text)].find(([, one]) => one === address)?.[0]
  return text.units.find((unit) => unit.id === id)
}
