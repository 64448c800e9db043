import { z } from 'zod'
import type { Issue } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import type { InSix } from './template.ts'

/**
 * Lines above a paper. 'document' is a number as papers of the Union carry it, 'Document C27/35-E'; 'symbol' stands by itself, as on
 * papers of the United Nations.
 */
export const headLines = [
  'group',
  'meeting',
  'agenda-item',
  'document',
  'symbol',
  'distribution',
  'date',
  'original',
  'period',
] as const

export type HeadLine = (typeof headLines)[number]

/** Boxes above the text. */
export const headBoxes = ['summary', 'action', 'references'] as const

export type HeadBox = (typeof headBoxes)[number]

/** How the recipient wants the head of its papers; `from` names who reports, such as 'Report by the Secretary-General'. */
export type TemplateHead = { lines: HeadLine[]; boxes: HeadBox[]; from: InSix | null }

/** The head of papers whose template says nothing about it. */
export const usualHead: TemplateHead = {
  lines: ['group', 'meeting', 'agenda-item', 'symbol', 'date', 'original', 'period'],
  boxes: ['summary', 'action', 'references'],
  from: null,
}

const word = z.string().min(1)

export const templateHead = z.strictObject({
  lines: z.array(z.enum(headLines)),
  boxes: z.array(z.enum(headBoxes)),
  from: z.strictObject({ ar: word, zh: word, en: word, fr: word, ru: word, es: word }).nullable(),
})

export const headFields = {
  'head-lines': z.array(z.enum(headLines)).optional(),
  'head-boxes': z.array(z.enum(headBoxes)).optional(),
}

/** The head as it was typed, in the order in which lines stand. */
export function headOf(typed: Readonly<Record<string, unknown>>): TemplateHead {
  const chosen = <Value extends string>(name: string, all: readonly Value[]) =>
    all.filter((one) => (typed[name] as readonly string[] | undefined)?.includes(one))
  const from = fromOf(typed)
  return {
    lines: chosen('head-lines', headLines),
    boxes: chosen('head-boxes', headBoxes),
    from: languageCodes.every((code) => from[code] === '') ? null : from,
  }
}

/** Who reports is said in all languages or in none. */
export function issuesOfHead(typed: Readonly<Record<string, unknown>>): Issue[] {
  const from = fromOf(typed)
  if (languageCodes.every((code) => from[code] === '')) return []
  return languageCodes
    .filter((code) => from[code] === '')
    .map((code) => ({ field: `from-${code}`, key: 'form.value.wrong', rule: 'rule.required' }))
}

const fromOf = (typed: Readonly<Record<string, unknown>>): InSix =>
  Object.fromEntries(languageCodes.map((code) => [code, String(typed[`from-${code}`] ?? '').trim()])) as InSix

export const presentHead = (head: TemplateHead): Record<string, string | string[]> => ({
  'head-lines': head.lines,
  'head-boxes': head.boxes,
  ...Object.fromEntries(languageCodes.map((code) => [`from-${code}`, head.from?.[code] ?? ''])),
})
