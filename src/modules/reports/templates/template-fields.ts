import { z } from 'zod'
import type { Issue } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import { limitUnits, usualCounting, type Counting, type Limit, type LimitUnit } from '../sections/limit.ts'
import {
  mostSections,
  templateCadences,
  type InSix,
  type Template,
  type TemplateCadence,
  type TemplateSection,
} from './template.ts'
import { headFields, headOf, issuesOfHead, presentHead, usualHead } from './template-head.ts'

const short = z.string().max(300, rule('rule.text-300')).optional()

export const sectionNumbers = Array.from({ length: mostSections }, (_, place) => place + 1)

const inSixFields = (name: string) =>
  Object.fromEntries(languageCodes.map((code) => [`${name}-${code}`, short]))

export const templateFields = z.strictObject({
  code: short,
  line: short,
  recipient: short,
  via: short,
  lead: short,
  cadence: z.enum(templateCadences),
  notice: short,
  'limit-unit': z.enum(['', ...limitUnits]).optional(),
  'limit-number': short,
  'count-headings': z.literal('yes').optional(),
  'count-footnotes': z.literal('yes').optional(),
  'count-tables': z.literal('yes').optional(),
  'words-of-page': short,
  'characters-of-word': short,
  duties: z.string().max(10_000, rule('rule.long-text')).optional(),
  source: short,
  offered: z.literal('yes').optional(),
  ...inSixFields('name'),
  ...inSixFields('about'),
  ...inSixFields('from'),
  ...headFields,
  ...Object.assign(
    {},
    ...sectionNumbers.map((number) => ({
      [`code-${number}`]: short,
      [`owner-${number}`]: short,
      [`limit-unit-${number}`]: z.enum(['', ...limitUnits]).optional(),
      [`limit-number-${number}`]: short,
      ...inSixFields(`name-${number}`),
      ...inSixFields(`purpose-${number}`),
    })),
  ),
})

export type TypedTemplate = Record<string, string | undefined>

/** What a typed template is held against: the bodies that there are, to whom sections can be given, and what it was copied from. */
export type Known = {
  bodies: ReadonlySet<string>
  owners: ReadonlySet<string>
  /** Its live parts are taken along. */
  from: Template | null
  id: string | null
}

const text = (typed: TypedTemplate, name: string): string => typed[name]?.trim() ?? ''

const inSixOf = (typed: TypedTemplate, name: string): InSix =>
  Object.fromEntries(languageCodes.map((code) => [code, text(typed, `${name}-${code}`)])) as InSix

const listOf = (typed: TypedTemplate, name: string): string[] =>
  text(typed, name)
    .split(/[\s,;]+/)
    .filter(Boolean)

function limitOf(typed: TypedTemplate, end = ''): Limit | null {
  const unit = text(typed, `limit-unit${end}`)
  const number = Number(text(typed, `limit-number${end}`))
  return unit === '' || !(number > 0) ? null : { unit: unit as LimitUnit, number }
}

/** An empty measure is the usual one. */
const countingOf = (typed: TypedTemplate): Counting => ({
  headings: typed['count-headings'] === 'yes',
  footnotes: typed['count-footnotes'] === 'yes',
  tables: typed['count-tables'] === 'yes',
  wordsOfPage: Number(text(typed, 'words-of-page') || usualCounting.wordsOfPage),
  charactersOfWord: Number(text(typed, 'characters-of-word') || usualCounting.charactersOfWord),
})

function issuesOfCounting(typed: TypedTemplate): Issue[] {
  const { wordsOfPage, charactersOfWord } = countingOf(typed)
  return [
    ...(Number.isInteger(wordsOfPage) && wordsOfPage >= 50 && wordsOfPage <= 2000
      ? []
      : [wrong('words-of-page', 'rule.words-of-page')]),
    ...(charactersOfWord >= 1 && charactersOfWord <= 5
      ? []
      : [wrong('characters-of-word', 'rule.characters-of-word')]),
  ]
}

/** The template as it was typed, or what is missing: all words stand in all six languages. */
export function templateOf(typed: TypedTemplate, known: Known): { issues: Issue[] } | { template: Template } {
  const numbers = sectionNumbers.filter((number) => text(typed, `code-${number}`) !== '')
  const sections = numbers.map((number) => sectionOf(typed, number, known.from))
  const id = known.id ?? text(typed, 'code')
  const noticeDays = Number(text(typed, 'notice') || 0)
  const issues = [
    ...(/^[a-z][a-z0-9-]{1,39}$/.test(id) ? [] : [wrong('code', 'rule.plan-code')]),
    ...missingIn(typed, 'name'),
    ...missingIn(typed, 'about'),
    ...[text(typed, 'recipient')].flatMap((body) => unknownBody('recipient', body, known)),
    ...[text(typed, 'lead')].flatMap((body) => unknownBody('lead', body, known)),
    ...listOf(typed, 'via').flatMap((body) => unknownBody('via', body, known)),
    ...(Number.isInteger(noticeDays) && noticeDays >= 0 && noticeDays <= 400
      ? []
      : [wrong('notice', 'rule.days')]),
    ...issuesOfLimit(typed),
    ...issuesOfCounting(typed),
    ...issuesOfHead(typed),
    ...(sections.length === 0 ? [wrong('code-1', 'rule.required')] : []),
    ...issuesOfSections(typed, numbers, known),
  ]
  if (issues.length > 0) return { issues }
  return {
    template: {
      id,
      line: text(typed, 'line'),
      name: inSixOf(typed, 'name'),
      about: inSixOf(typed, 'about'),
      recipient: text(typed, 'recipient'),
      via: listOf(typed, 'via'),
      lead: text(typed, 'lead'),
      cadence: typed['cadence'] as TemplateCadence,
      noticeDays,
      limit: limitOf(typed),
      counting: countingOf(typed),
      duties: listOf(typed, 'duties'),
      offered: typed['offered'] === 'yes',
      source: text(typed, 'source'),
      head: headOf(typed),
      sections,
    },
  }
}

function sectionOf(typed: TypedTemplate, number: number, from: Template | null): TemplateSection {
  const code = text(typed, `code-${number}`)
  return {
    code,
    name: inSixOf(typed, `name-${number}`),
    purpose: inSixOf(typed, `purpose-${number}`),
    owner: text(typed, `owner-${number}`) || null,
    limit: limitOf(typed, `-${number}`),
    // Live parts are asked for in the reports themselves; a copy takes along those of its model.
    parts: from?.sections.find((section) => section.code === code)?.parts ?? [],
  }
}

function issuesOfSections(typed: TypedTemplate, numbers: readonly number[], known: Known): Issue[] {
  return numbers.flatMap((number, index) => {
    const code = text(typed, `code-${number}`)
    const earlier = numbers.slice(0, index).map((one) => text(typed, `code-${one}`))
    const owner = text(typed, `owner-${number}`)
    return [
      ...(/^[a-z][a-z0-9-]{0,29}$/.test(code) ? [] : [wrong(`code-${number}`, 'rule.plan-code')]),
      ...(earlier.includes(code)
        ? [{ field: `code-${number}`, key: 'plans.types.code-twice' as const }]
        : []),
      ...(owner === '' || known.owners.has(owner) ? [] : [unknown(`owner-${number}`, owner)]),
      ...issuesOfLimit(typed, `-${number}`),
      ...missingIn(typed, `name-${number}`),
      ...missingIn(typed, `purpose-${number}`),
    ]
  })
}

/** A number without a unit limits nothing, nor does a unit without a number. */
function issuesOfLimit(typed: TypedTemplate, end = ''): Issue[] {
  const [unit, number] = [text(typed, `limit-unit${end}`), text(typed, `limit-number${end}`)]
  if (unit === '' && number === '') return []
  return [
    ...(unit === '' ? [wrong(`limit-unit${end}`, 'rule.required')] : []),
    ...(Number(number) > 0 && Number(number) <= 100_000
      ? []
      : [wrong(`limit-number${end}`, 'rule.limit-number')]),
  ]
}

const unknownBody = (field: string, body: string, { bodies }: Known): Issue[] =>
  bodies.has(body) ? [] : [unknown(field, body)]

const unknown = (field: string, name: string): Issue => ({
  field,
  key: 'plans.unknown-body',
  values: { name },
})

const missingIn = (typed: TypedTemplate, name: string): Issue[] =>
  languageCodes
    .filter((code) => text(typed, `${name}-${code}`) === '')
    .map((code) => wrong(`${name}-${code}`, 'rule.required'))

const wrong = (field: string, broken: NonNullable<Issue['rule']>): Issue => ({
  field,
  key: 'form.value.wrong',
  rule: broken,
})

/** What stands in the fields of a template's form. */
export function presentTemplate(template: Template): Record<string, string | string[]> {
  const words = (name: string, said: InSix) =>
    Object.fromEntries(languageCodes.map((code) => [`${name}-${code}`, said[code]]))
  const limits = (limit: Limit | null, end = '') =>
    limit === null ? {} : { [`limit-unit${end}`]: limit.unit, [`limit-number${end}`]: String(limit.number) }
  const ticked = (name: string, isTicked: boolean) => (isTicked ? { [name]: 'yes' } : {})
  return {
    code: template.id,
    line: template.line,
    recipient: template.recipient,
    via: template.via.join(' '),
    lead: template.lead,
    cadence: template.cadence,
    notice: String(template.noticeDays),
    duties: template.duties.join('\n'),
    source: template.source,
    ...presentHead(template.head ?? usualHead),
    ...(template.offered ? { offered: 'yes' } : {}),
    ...limits(template.limit),
    ...ticked('count-headings', template.counting.headings),
    ...ticked('count-footnotes', template.counting.footnotes),
    ...ticked('count-tables', template.counting.tables),
    'words-of-page': String(template.counting.wordsOfPage),
    'characters-of-word': String(template.counting.charactersOfWord),
    ...words('name', template.name),
    ...words('about', template.about),
    ...Object.assign(
      {},
      ...template.sections.map((section, index) => ({
        [`code-${index + 1}`]: section.code,
        [`owner-${index + 1}`]: section.owner ?? '',
        ...limits(section.limit, `-${index + 1}`),
        ...words(`name-${index + 1}`, section.name),
        ...words(`purpose-${index + 1}`, section.purpose),
      })),
    ),
  }
}
