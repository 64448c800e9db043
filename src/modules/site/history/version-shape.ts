import { z } from 'zod'
import { isLanguageCode, languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import { versionName, type VersionedField, type VersionedRecord } from '#platform/past/subject.ts'
import type { VersionContent, VersionRow } from '#platform/past/version-queries.ts'
import { wordDifference } from '#platform/word-difference.ts'

const segment = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

const versionMark = z.object({
  id: z.string(),
  number: z.int().positive(),
  at: z.iso.datetime(),
  sentence: z.string(),
})

/** One version of a record, and what is different from another. */
export const versionShape = z.object({
  kind: z.object({ code: z.string(), label: z.string() }),
  subject: z.object({ id: z.string(), name: z.string(), path: z.string().nullable() }),
  version: versionMark,
  /** The other version, earlier or later, with which it is compared; null when there is only this one. */
  other: versionMark.nullable(),
  fields: z.array(
    z.object({
      label: z.string(),
      /** Of a text in one of the six languages. */
      language: z.enum(languageCodes).nullable(),
      value: z.string().nullable(),
      before: z.string().nullable(),
      changed: z.boolean(),
      segments: z.array(segment),
    }),
  ),
  versions: z.array(versionMark),
})

export type VersionRecord = z.infer<typeof versionShape>
export type VersionMark = z.infer<typeof versionMark>

type Line = { key: string; label: string; language: LanguageCode | null; value: string }

export const markOf = ({ number, hash, at }: VersionRow, sentence: string): VersionMark => ({
  id: versionName(hash),
  number,
  at: at.toISOString(),
  sentence,
})

/** The fields of a version beside those of another, in the order in which the record declares them. */
export function comparedFields(
  t: Translate,
  record: VersionedRecord,
  content: readonly VersionContent[],
  other: readonly VersionContent[] | null,
): VersionRecord['fields'] {
  const now = linesOf(t, record, content)
  const before = linesOf(t, record, other ?? [])
  const gone = before.filter(({ key }) => !now.some((line) => line.key === key))
  return [...now, ...gone].map(({ key, label, language }) => {
    const value = now.find((line) => line.key === key)?.value ?? null
    const earlier = before.find((line) => line.key === key)?.value ?? null
    const changed = other !== null && value !== earlier
    const segments = changed ? wordDifference(earlier ?? '', value ?? '') : []
    return { label, language, value, before: other === null ? null : earlier, changed, segments }
  })
}

/** A text in several languages is one line per language; what is empty is no line. */
function linesOf(t: Translate, record: VersionedRecord, content: readonly VersionContent[]): Line[] {
  const tables = [{ table: record.table, fields: record.fields }, ...(record.parts ?? [])]
  return tables.flatMap(({ table, fields }) => {
    const rows = content.filter((one) => one.table === table).map(({ row }) => row)
    // Of the record itself only the latest row counts: a plan has one per revision.
    const counted = table === record.table ? rows.slice(-1) : rows
    return counted.flatMap((row, place) =>
      Object.entries(fields).flatMap(([column, field]) =>
        valuesOf(t, field, row[column]).map(({ language, value }) => ({
          key: [table, table === record.table ? 0 : place, column, language ?? ''].join(' '),
          label: t(field.label),
          language,
          value,
        })),
      ),
    )
  })
}

type Value = { language: LanguageCode | null; value: string }

function valuesOf(t: Translate, field: VersionedField, value: unknown): Value[] {
  if (value === null || value === undefined || value === '') return []
  if (isTranslated(value)) {
    return languageCodes.flatMap((language) => {
      const text = value[language]
      return text ? [{ language, value: text }] : []
    })
  }
  return [{ language: null, value: plainValue(t, field, value) }]
}

function plainValue(t: Translate, field: VersionedField, value: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no')
  if (Array.isArray(value)) return value.map((one) => plainValue(t, field, one)).join(', ')
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  return field.word ? field.word(t, text) : text
}

const isTranslated = (value: unknown): value is Partial<Record<LanguageCode, string>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([code, text]) => isLanguageCode(code) && typeof text === 'string')

/** 'Name (français)': which of the texts it is. */
export const fieldLabel = ({ label, language }: VersionRecord['fields'][number]): string =>
  language === null ? label : `${label} (${languages[language].endonym})`
