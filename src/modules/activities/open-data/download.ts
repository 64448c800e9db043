import type { Licence } from '../activity.ts'

/** The forms in which the whole register can be had. */
export const forms = ['csv', 'xlsx', 'jsonl', 'zip'] as const

export type Form = (typeof forms)[number]

export const isForm = (text: string): text is Form => (forms as readonly string[]).includes(text)

export const mediaTypes: Record<Form, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl; charset=utf-8',
  zip: 'application/zip',
}

export type DownloadFile = { form: Form; sha256: string; size: number; rows: number }

/** The files that were made on one day. */
export type Download = {
  day: string
  build: string
  madeAt: Date
  entries: number
  licences: Partial<Record<Licence, number>>
  files: DownloadFile[]
  /** The line of the history that tells of them. */
  seq: number
}

/** So many are kept; older ones go. */
export const daysKept = 7

export const fileName = (day: string, form: Form): string => `activities-${day}.${form}`

export const latestName = (form: Form): string => `activities-latest.${form}`

export const checksumsName = 'SHA256SUMS'

/** Without language: the files are the same in all of them. */
export const fileAddress = (publicUrl: string, name: string): string => `${publicUrl}/downloads/${name}`

/** The day, or 'latest', and the form that a name asks for; null when no file is ever called so. */
export function askedFor(name: string): { day: string; form: Form } | null {
  const [, day = '', form = ''] = /^activities-(latest|\d{4}-\d\d-\d\d)\.([a-z]+)$/.exec(name) ?? []
  return isForm(form) ? { day, form } : null
}
