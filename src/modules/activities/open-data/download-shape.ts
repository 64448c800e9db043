import { z } from 'zod'
import { licences } from '../activity.ts'
import { licenceAddresses } from '../published/activity-shape.ts'
import {
  checksumsName,
  fileAddress,
  fileName,
  forms,
  latestName,
  mediaTypes,
  type Download,
} from './download.ts'

/** What can be taken away, and what one must know to do so. */
export const downloadsShape = z.object({
  days: z.array(
    z.object({
      day: z.iso.date(),
      madeAt: z.iso.datetime(),
      entries: z.int(),
      files: z.array(
        z.object({
          form: z.enum(forms),
          address: z.string(),
          type: z.string(),
          size: z.int(),
          rows: z.int(),
          sha256: z.string(),
        }),
      ),
    }),
  ),
  /** Lead to the files of the last day. */
  latest: z.array(z.object({ form: z.enum(forms), address: z.string() })),
  checksums: z.string(),
  /** Of the entries of the last day. */
  licences: z.array(
    z.object({ licence: z.enum(licences), address: z.string().nullable(), entries: z.int() }),
  ),
})

export type DownloadsRecord = z.infer<typeof downloadsShape>

export const downloadsRecord = (all: readonly Download[], publicUrl: string): DownloadsRecord => ({
  days: all.map(({ day, madeAt, entries, files }) => ({
    day,
    madeAt: madeAt.toISOString(),
    entries,
    files: files.map(({ form, size, rows, sha256 }) => ({
      form,
      address: fileAddress(publicUrl, fileName(day, form)),
      type: mediaTypes[form].split(';')[0] ?? '',
      size,
      rows,
      sha256,
    })),
  })),
  latest: forms.map((form) => ({ form, address: fileAddress(publicUrl, latestName(form)) })),
  checksums: fileAddress(publicUrl, checksumsName),
  licences: licences.flatMap((licence) => {
    const entries = all[0]?.licences[licence] ?? 0
    return entries === 0 ? [] : [{ licence, address: licenceAddresses[licence], entries }]
  }),
})
