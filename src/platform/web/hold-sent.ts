import type { Issue } from '../errors.ts'
import { isWholeAttachment } from '../files/attachment.ts'
import { heldFile, holdFile } from '../files/file-commands.ts'
import { kindOf, plainName } from '../files/file-kinds.ts'
import type { HeldFile } from '../files/held-file.ts'
import { holdPicture } from '../files/picture-commands.ts'
import { pictureBounds, type PictureFault } from '../files/picture.ts'
import type { FileField } from './form-resource.ts'
import { ownField, type Posted } from './posted.ts'
import type { Visit } from './visit.ts'

type Holding = { visit: Visit; holder: string | null }

/** Files that came now, and those that came with an earlier try of the same form. */
export async function holdSent(
  fields: Record<string, FileField>,
  { visit, holder }: Holding,
  posted: Posted,
): Promise<{ held: Record<string, HeldFile>; issues: Issue[] }> {
  const held: Record<string, HeldFile> = {}
  const issues: Issue[] = []
  if (holder === null) return { held, issues }
  for (const [name, field] of Object.entries(fields)) {
    const upload = posted.uploads[name]
    if (upload === undefined) {
      const earlier = ownField(posted, `_held-${name}`)
      const file = earlier ? await heldFile(visit.db, holder, earlier, visit.now) : null
      if (file) held[name] = file
      continue
    }
    const taken = await hold(visit, holder, field, upload)
    if ('key' in taken) issues.push({ field: name, ...taken })
    else held[name] = taken
  }
  return { held, issues }
}

type Sent = Posted['uploads'][string]
type Fault = Omit<Issue, 'field'>

async function hold(visit: Visit, holder: string, field: FileField, sent: Sent): Promise<HeldFile | Fault> {
  const { bytes } = sent
  const name = plainName(sent.name)
  if (sent.isTooLarge)
    return { key: 'form.file.size', values: { megabytes: Math.floor(field.limitBytes / 1024 / 1024) } }
  if (bytes.length === 0) return { key: 'form.file.empty' }
  if (field.kind === 'picture') {
    const held = await holdPicture(visit.db, holder, { name, bytes }, visit.now)
    return 'fault' in held ? pictureFaults[held.fault] : held
  }
  const type = kindOf(name, bytes, field.endings)
  if (type === null || (field.kind === 'attachment' && !(await isWholeAttachment(name, bytes))))
    return { key: 'form.file.kind', values: { endings: field.endings.join(', ') } }
  return holdFile(visit.db, holder, { name, type, bytes }, visit.now)
}

const pictureFaults: Record<PictureFault, Fault> = {
  kind: { key: 'form.picture.kind' },
  damaged: { key: 'form.picture.damaged' },
  pixels: { key: 'form.picture.pixels', values: { megapixels: pictureBounds.megapixels } },
  heavy: { key: 'form.picture.heavy' },
  busy: { key: 'form.picture.busy' },
}
