import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { nearestCode } from '#platform/sheets/nearest-code.ts'
import type { RowIssue } from '#platform/sheets/table-read.ts'
import {
  itemFieldLetters,
  itemFields,
  itemTrees,
  levelsBelow,
  mostItems,
  partyRoles,
  type ItemField,
} from '../item.ts'
import type { ItemContent } from '../item-row-commands.ts'
import type { Plan } from '../plan.ts'
import type { PlanLevel } from '../plan-types/plan-type.ts'
import type { ItemDraft, ItemOut, PartyColumn } from './item-table.ts'

export const rowOutcomes = ['new', 'changed', 'unchanged', 'wrong'] as const

export type RowOutcome = (typeof rowOutcomes)[number]

/** A row as the file has it. */
export type RowRead = { number: number; draft: ItemDraft; issues: RowIssue[] }

/** What would become of one row. */
export type PlannedRow = {
  number: number
  outcome: RowOutcome
  code: string | null
  /** The item that the row is about; null where it makes one. */
  before: ItemOut | null
  /** The item above, or the row that makes it. */
  above: { item: ItemOut } | { row: number } | null
  level: string
  language: LanguageCode
  words: Record<ItemField, string>
  content: ItemContent
  issues: Issue[]
}

export type Target = {
  plan: Pick<Plan, 'language' | 'startsOn' | 'endsOn'>
  levels: readonly PlanLevel[]
  /** Active items as they are. */
  items: readonly ItemOut[]
  /** What is wrong with content as such. */
  issuesOfContent: (content: ItemContent) => Issue[]
}

/** What would become of each row of a file, in the order of the file. Nothing is kept. */
export function dryRun(target: Target, rows: readonly RowRead[]): PlannedRow[] {
  const seen: Seen = { planned: new Map(), taken: new Set(), made: 0 }
  return rows.map((row) => {
    const planned = plannedRow(target, row, seen)
    const code = row.draft.code ?? planned.before?.item.code
    if (code) seen.planned.set(code, planned)
    for (const name of namesOf(planned)) seen.taken.add(name)
    if (planned.outcome === 'new') seen.made += 1
    return planned
  })
}

type Seen = {
  /** Rows above, by the number that the file gives them. */
  planned: Map<string, PlannedRow>
  taken: Set<string>
  made: number
}

const namesOf = ({ before, code }: PlannedRow): string[] =>
  before === null
    ? code === null
      ? []
      : [`code ${code}`]
    : [`id ${before.item.id}`, `code ${before.item.code}`]

function plannedRow(target: Target, { number, draft, issues }: RowRead, seen: Seen): PlannedRow {
  const before = knownItem(target.items, draft)
  const { above, fault } = aboveOf(target, draft, before, seen)
  const planned: PlannedRow = {
    number,
    outcome: 'new',
    code: before?.item.code ?? draft.code ?? null,
    before,
    above,
    level: before?.item.level ?? draft.level ?? '',
    language: before?.item.language ?? draft.language ?? target.plan.language,
    words: wordsAfter(before, draft),
    content: contentAfter(before, draft),
    issues: [],
  }
  const wrong = [...issues, ...fault, ...issuesOfRow(target, draft, planned, seen)]
  if (wrong.length > 0) return { ...planned, outcome: 'wrong', issues: wrong }
  if (before === null) return planned
  return { ...planned, outcome: isSame(before, planned) ? 'unchanged' : 'changed' }
}

/** By its id, else by its number: files that people write have no ids, and those of another plan have other ones. */
const knownItem = (items: readonly ItemOut[], { id, code }: ItemDraft): ItemOut | null =>
  items.find(({ item }) => item.id === id) ?? items.find(({ item }) => item.code === code) ?? null

type Above = { above: PlannedRow['above']; fault: Issue[] }

/** Without a column for it, the item above is the one whose number the row's own number begins with. */
function aboveOf({ items }: Target, draft: ItemDraft, before: ItemOut | null, { planned }: Seen): Above {
  const named = draft.parent === undefined ? (draft.code?.match(/^(.+)\.[^.]+$/)?.[1] ?? null) : draft.parent
  const own = items.find(({ item }) => item.id === before?.item.parent)
  const kept: Above = { above: own === undefined ? null : { item: own }, fault: [] }
  if (before !== null && draft.parent === undefined) return kept
  if (named === null)
    return before !== null && own !== undefined
      ? { ...kept, fault: [{ field: 'parent', key: 'plan-import.stands-elsewhere' }] }
      : { above: null, fault: [] }
  const row = planned.get(named)
  const item = row?.before ?? items.find((one) => one.item.code === named) ?? null
  const above = item !== null ? { item } : row === undefined ? null : { row: row.number }
  if (above === null) return { above, fault: [noParent(named, items, planned)] }
  const isElsewhere = before !== null && item?.item.id !== before.item.parent
  return { above, fault: isElsewhere ? [{ field: 'parent', key: 'plan-import.stands-elsewhere' }] : [] }
}

function noParent(value: string, items: readonly ItemOut[], planned: Seen['planned']): Issue {
  const codes = [...items.map(({ item }) => item.code), ...planned.keys()]
  const nearest = nearestCode(
    value,
    codes.map((code) => ({ code, labels: {} })),
  )
  return nearest === null
    ? { field: 'parent', key: 'sheet.code', values: { value } }
    : { field: 'parent', key: 'sheet.code-near', values: { value, nearest } }
}

function issuesOfRow(target: Target, draft: ItemDraft, planned: PlannedRow, seen: Seen): Issue[] {
  const { before, words, content, code, language } = planned
  return [
    ...(namesOf(planned).some((name) => seen.taken.has(name))
      ? [{ field: 'code', key: 'plan-import.twice' as const }]
      : []),
    ...(before === null && code !== null && !/^[0-9A-Za-z.()/-]{1,20}$/.test(code)
      ? [{ field: 'code', key: 'form.value.wrong' as const, rule: 'rule.item-code' as const }]
      : []),
    ...issuesOfLevel(target, draft, planned, seen),
    ...(before !== null &&
    draft.language !== undefined &&
    draft.language !== null &&
    draft.language !== language
      ? [{ field: 'language', key: 'plan-import.other-language' as const }]
      : []),
    ...issuesOfWords(words),
    ...issuesOfResources(content),
    ...target
      .issuesOfContent(content)
      .map((issue) => ({ ...issue, field: issue.field.replaceAll('-', '_') })),
    ...(before === null && target.items.length + seen.made >= mostItems
      ? [{ field: 'code', key: 'plans.too-many-items' as const, values: { most: mostItems } }]
      : []),
  ]
}

function issuesOfLevel(
  { levels }: Target,
  draft: ItemDraft,
  { before, above, level }: PlannedRow,
  seen: Seen,
): Issue[] {
  const isGiven = draft.level !== undefined && draft.level !== null
  if (before !== null)
    return isGiven && draft.level !== level ? [{ field: 'level', key: 'plan-import.stands-elsewhere' }] : []
  if (!isGiven) return [{ field: 'level', key: 'form.value.wrong', rule: 'rule.required' }]
  const levelAbove =
    above === null
      ? null
      : 'item' in above
        ? above.item.item.level
        : ([...seen.planned.values()].find(({ number }) => number === above.row)?.level ?? null)
  const fitting = levelsBelow(levels, levelAbove).map(({ code }) => code)
  if (fitting.includes(level)) return []
  return [
    {
      field: 'level',
      key: 'plan-import.level-not-here',
      values: { level, levels: fitting.join(', '), count: fitting.length },
    },
  ]
}

const issuesOfWords = (words: Record<ItemField, string>): Issue[] => [
  ...(words.title === ''
    ? [{ field: 'title', key: 'form.value.wrong' as const, rule: 'rule.required' as const }]
    : []),
  ...itemFields
    .filter((field) => words[field].length > itemFieldLetters[field])
    .map((field) => ({
      field,
      key: 'plan-import.too-long' as const,
      values: { most: itemFieldLetters[field] },
    })),
]

const mostAmount = 1e13
const mostStaffMonths = 1e6

function issuesOfResources({ deadlineTime, amount, currency, staffMonths }: ItemContent): Issue[] {
  const isOutside = (value: number | null, most: number) => value !== null && (value < 0 || value > most)
  return [
    ...(deadlineTime !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(deadlineTime)
      ? [{ field: 'deadline_time', key: 'form.value.wrong' as const, rule: 'rule.hour' as const }]
      : []),
    ...(currency !== null && !/^[A-Z]{3}$/.test(currency)
      ? [{ field: 'currency', key: 'form.value.wrong' as const, rule: 'rule.item-currency' as const }]
      : []),
    ...(isOutside(amount, mostAmount)
      ? [{ field: 'amount', key: 'form.value.wrong' as const, rule: 'rule.number' as const }]
      : []),
    ...(isOutside(staffMonths, mostStaffMonths)
      ? [{ field: 'staff_months', key: 'form.value.wrong' as const, rule: 'rule.number' as const }]
      : []),
  ]
}

const noWords: Record<ItemField, string> = { title: '', text: '', result: '', risks: '' }

const wordsAfter = (before: ItemOut | null, { words }: ItemDraft): Record<ItemField, string> => ({
  ...(before?.words ?? noWords),
  ...words,
})

/** What the row names replaces, everything else stays. */
function contentAfter(before: ItemOut | null, { content, parties, codes }: ItemDraft): ItemContent {
  const item = before?.item
  const kinds = ['body', 'organization'] as const
  return {
    lead: item?.lead ?? null,
    startsOn: item?.startsOn ?? null,
    deadlineOn: item?.deadlineOn ?? null,
    deadlineTime: item?.deadlineTime ?? null,
    amount: item?.amount ?? null,
    currency: item?.currency ?? null,
    staffMonths: item?.staffMonths ?? null,
    ...content,
    parties: partyRoles.flatMap((role) =>
      kinds.flatMap((kind) => {
        const column: PartyColumn = `${role} ${kind}`
        const given = parties[column]
        if (given === undefined)
          return item?.parties.filter((one) => one.role === role && one.kind === kind) ?? []
        return [...new Set(given)].toSorted().map((party) => ({ role, kind, party }))
      }),
    ),
    codes: itemTrees.flatMap((tree) => {
      const given = codes[tree]
      if (given === undefined) return item?.codes.filter((one) => one.tree === tree) ?? []
      return [...new Set(given)].toSorted().map((code) => ({ tree, code }))
    }),
  }
}

const isSame = (before: ItemOut, { words, content }: PlannedRow): boolean =>
  itemFields.every((field) => before.words[field] === words[field]) &&
  asText(contentAfter(before, { words: {}, content: {}, parties: {}, codes: {} })) === asText(content)

const asText = ({ parties, codes, ...rest }: ItemContent): string =>
  JSON.stringify([
    Object.entries(rest).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    parties.map(({ role, kind, party }) => `${role} ${kind} ${party}`).toSorted(),
    codes.map(({ tree, code }) => `${tree} ${code}`).toSorted(),
  ])
