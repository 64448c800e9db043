import { z } from 'zod'
import type { Body } from '#modules/accounts/index.ts'
import type { ActivityCodes } from '#modules/activities/index.ts'
import type { Issue } from '#platform/errors.ts'
import { codeOf, nearestCode, type Code } from '#platform/sheets/nearest-code.ts'
import { rule } from '#platform/web/problem.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ItemContent } from '../item-row-commands.ts'
import {
  itemFieldLetters,
  itemFields,
  type Item,
  type ItemCode,
  type ItemField,
  type Party,
} from '../item.ts'
import { partiesNamed } from '../party-queries.ts'
import { day, lines, linesOf } from './plan-fields.ts'

export const itemWordFields = {
  title: z.string().max(itemFieldLetters.title, rule('rule.title')),
  text: z.string().max(itemFieldLetters.text, rule('rule.long-text')).optional(),
  result: z.string().max(itemFieldLetters.result, rule('rule.text-5000')).optional(),
  risks: z.string().max(itemFieldLetters.risks, rule('rule.text-5000')).optional(),
}

export const dateFields = {
  'starts-on': day.optional(),
  'deadline-on': day.optional(),
  'deadline-time': z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, rule('rule.time'))
    .optional(),
}

export const itemContentFields = {
  lead: z.string().max(80, rule('rule.code')).optional(),
  contributors: lines.optional(),
  partners: lines.optional(),
  ...dateFields,
  amount: z
    .string()
    .regex(/^\d{1,13}(\.\d{1,2})?$/, rule('rule.amount'))
    .optional(),
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, rule('rule.currency'))
    .optional(),
  'staff-months': z
    .string()
    .regex(/^\d{1,6}(\.\d)?$/, rule('rule.staff-months'))
    .optional(),
  'action-lines': z.array(z.string()).optional(),
  sdgs: lines.optional(),
  'gdc-objectives': z.array(z.string()).optional(),
  countries: lines.optional(),
}

export const itemFormFields = z.strictObject({ ...itemWordFields, ...itemContentFields })

export type TypedItem = z.infer<typeof itemFormFields>

export const itemWordsOf = (
  typed: Partial<Record<ItemField, string | undefined>>,
): Record<ItemField, string> =>
  Object.fromEntries(itemFields.map((field) => [field, typed[field]?.trim() ?? ''])) as Record<
    ItemField,
    string
  >

/** All that was typed but the words, or what of it is no code and nobody's name. */
export async function itemContentOf(
  { db, actor }: Pick<Visit, 'db' | 'actor'>,
  { codes, bodies }: { codes: ActivityCodes; bodies: readonly Pick<Body, 'id'>[] },
  typed: TypedItem,
): Promise<{ issues: Issue[] } | { content: ItemContent }> {
  const contributors = await partiesNamed(db, actor, linesOf(typed.contributors))
  const partners = await partiesNamed(db, actor, linesOf(typed.partners))
  const goals = goalsOf(codes, typed.sdgs)
  const countries = countriesOf(codes, typed.countries)
  const issues = [
    ...unknownLead(bodies, typed.lead),
    ...unknownNames('contributors', contributors.unknown),
    ...unknownNames('partners', partners.unknown),
    ...goals.issues,
    ...countries.issues,
    ...unknownChoices('action-lines', codes['action-lines'], typed['action-lines']),
    ...unknownChoices('gdc-objectives', codes['gdc-objectives'], typed['gdc-objectives']),
  ]
  if (issues.length > 0) return { issues }
  const parties: Party[] = [
    ...contributors.parties.map((one) => ({ ...one, role: 'contributor' as const })),
    ...partners.parties.map((one) => ({ ...one, role: 'partner' as const })),
  ]
  return {
    content: {
      lead: typed.lead ?? null,
      parties,
      codes: [
        ...(typed['action-lines'] ?? []).map((code) => ({ tree: 'action-lines' as const, code })),
        ...goals.codes,
        ...(typed['gdc-objectives'] ?? []).map((code) => ({ tree: 'gdc-objectives' as const, code })),
        ...countries.codes,
      ],
      ...datesOf(typed),
      amount: numberOf(typed.amount),
      currency: typed.currency?.toUpperCase() ?? null,
      staffMonths: numberOf(typed['staff-months']),
    },
  }
}

export const datesOf = (typed: Pick<TypedItem, 'starts-on' | 'deadline-on' | 'deadline-time'>) => ({
  startsOn: typed['starts-on'] ?? null,
  deadlineOn: typed['deadline-on'] ?? null,
  deadlineTime: typed['deadline-time'] ?? null,
})

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text))

const unknownLead = (bodies: readonly Pick<Body, 'id'>[], lead: string | undefined): Issue[] =>
  lead === undefined || bodies.some(({ id }) => id === lead)
    ? []
    : [{ field: 'lead', key: 'form.value.choice', validValues: bodies.map(({ id }) => id) }]

const unknownNames = (field: string, names: readonly string[]): Issue[] =>
  names.map((name) => ({ field, key: 'plans.unknown-name', values: { name } }))

const unknownChoices = (
  field: string,
  nodes: ReadonlyMap<string, unknown>,
  chosen: readonly string[] = [],
): Issue[] =>
  chosen.some((code) => !nodes.has(code))
    ? [{ field, key: 'form.value.choice', validValues: [...nodes.keys()] }]
    : []

type Found = { codes: ItemCode[]; issues: Issue[] }

/** Goals and targets as people write them: '9.c', 'SDG 9', '4.4, 4.5'. */
function goalsOf(codes: ActivityCodes, typed: string | undefined): Found {
  const words = (typed ?? '')
    .split(/[\s,;،؛，；、]+/)
    .filter((word) => word !== '' && !/^(?:sdgs?|odd|ods|цур)$/iu.test(word))
  const known = [...codes.sdgs.keys(), ...codes['sdg-targets'].keys()].map((code) => ({ code, labels: {} }))
  return foundIn(words, known, 'sdgs', (code) => ({
    tree: codes.sdgs.has(code) ? 'sdgs' : 'sdg-targets',
    code,
  }))
}

/** Countries by code or by name in any of the six languages. */
function countriesOf(codes: ActivityCodes, typed: string | undefined): Found {
  const known = [...codes.countries.values()].map(({ code, label, short }) => ({
    code,
    labels: label,
    knownAs: codes.knownAs.get(code) ?? short,
  }))
  return foundIn(linesOf(typed), known, 'countries', (code) => ({ tree: 'countries', code }))
}

function foundIn(
  words: readonly string[],
  known: readonly Code[],
  field: string,
  asCode: (code: string) => ItemCode,
): Found {
  const found = words.map((word) => ({ word, code: codeOf(word, known) }))
  return {
    codes: [...new Set(found.flatMap(({ code }) => code ?? []))].map(asCode),
    issues: found
      .filter(({ code }) => code === null)
      .map(({ word }): Issue => {
        const nearest = nearestCode(word, known)
        return nearest === null
          ? { field, key: 'plans.unknown-code', values: { code: word } }
          : { field, key: 'plans.unknown-code.nearest', values: { code: word, nearest } }
      }),
  }
}

/** What stands in the fields of an item's form. */
export function presentItem(
  item: Item,
  words: Record<ItemField, string>,
  nameOf: (party: Pick<Party, 'kind' | 'party'>) => string,
): Record<string, string | readonly string[]> {
  const codesIn = (...trees: ItemCode['tree'][]) =>
    item.codes.filter(({ tree }) => trees.includes(tree)).map(({ code }) => code)
  const partiesIn = (role: Party['role']) =>
    item.parties
      .filter((one) => one.role === role)
      .map(nameOf)
      .join('\n')
  return {
    ...words,
    lead: item.lead ?? '',
    contributors: partiesIn('contributor'),
    partners: partiesIn('partner'),
    ...presentDates(item),
    amount: item.amount === null ? '' : String(item.amount),
    currency: item.currency ?? '',
    'staff-months': item.staffMonths === null ? '' : String(item.staffMonths),
    'action-lines': codesIn('action-lines'),
    sdgs: codesIn('sdgs', 'sdg-targets').join(', '),
    'gdc-objectives': codesIn('gdc-objectives'),
    countries: codesIn('countries').join('\n'),
  }
}

export const presentDates = (item: Pick<Item, 'startsOn' | 'deadlineOn' | 'deadlineTime'>) => ({
  'starts-on': item.startsOn ?? '',
  'deadline-on': item.deadlineOn ?? '',
  'deadline-time': item.deadlineTime ?? '',
})
