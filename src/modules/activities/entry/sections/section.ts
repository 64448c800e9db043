import type { z } from 'zod'
import type { FileField } from '#platform/web/form-resource.ts'
import type { Issue } from '#platform/errors.ts'
import type { Db } from '#platform/database/tables.ts'
import type { HeldFile } from '#platform/files/held-file.ts'
import type { Html } from '#platform/ui/html.ts'
import type { FormPlace } from '#platform/ui/form.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Activity } from '../../activity.ts'
import type { ActivityCodes } from '../../codes-queries.ts'
import type { Contact } from '../contact-commands.ts'
import type { EntryChange } from '../entry-commands.ts'
import type { OrganizationChoice } from '../organization-queries.ts'
import type { Speaks } from '../suggestions.ts'

/** What the forms of an entry work on. */
export type EntrySubject = {
  activity: Activity
  codes: ActivityCodes
  contact: Contact | null
  organizations: OrganizationChoice[]
  speaks: Speaks
}

export type Typed = Record<string, string | string[] | undefined>

/** A part of the entry that is saved apart: its fields, what stands in them, and how what was typed is read. */
export type Section = {
  name: SectionName
  /** Fields of the content (and of the entry) that stand here, to lead to them from what is missing. */
  holds: readonly string[]
  fields: z.ZodObject
  files?: Record<string, FileField>
  present: (subject: EntrySubject) => Record<string, string | readonly string[]>
  read: (
    typed: Typed,
    subject: EntrySubject,
    parts: { db: Db; files: Record<string, HeldFile> },
  ) => Promise<{ changes: EntryChange } | { issues: Issue[] }>
  inputs: (place: FormPlace, subject: EntrySubject) => Html
}

export const sectionNames = [
  'basics',
  'description',
  'reach',
  'lines',
  'goals',
  'people',
  'quality',
  'money',
  'files',
  'contact',
] as const

export type SectionName = (typeof sectionNames)[number]

export const sectionTitle = (name: SectionName) => `activities.section.${name}` satisfies MessageKey

export const textOf = (typed: Typed, name: string): string => {
  const value = typed[name]
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
}

export const orNull = (text: string): string | null => (text === '' ? null : text)

export const listOf = (typed: Typed, name: string): string[] => {
  const value = typed[name]
  return [...new Set((Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(Boolean))]
}
