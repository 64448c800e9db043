import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { RowIssue } from '#platform/sheets/table-read.ts'
import { itemFields, itemTrees, partyRoles, type ItemField, type ItemLink } from '../item.ts'
import type { ItemContent } from '../item-row-commands.ts'
import type { Plan } from '../plan.ts'
import type { PlanLevel } from '../plan-types/plan-type.ts'
import type { ItemDraft, ItemOut, PartyColumn } from './item-table.ts'
import { issuesOfRow, namesOf } from './row-issues.ts'
import { isSameLinks, linksAfter, type LinkNames } from './row-links.ts'
import { aboveOf, keyAbove, keyOf, movedBeside, type Above, type Moved } from './row-place.ts'

export const rowOutcomes = ['new', 'changed', 'moved', 'unchanged', 'wrong'] as const

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
  /** Whether the file knows the item by its id, not only by its number. */
  isById: boolean
  above: Above
  moved: Moved
  level: string
  language: LanguageCode
  words: Record<ItemField, string>
  content: ItemContent
  links: ItemLink[]
  issues: Issue[]
}

export type Target = {
  plan: Pick<Plan, 'language' | 'startsOn' | 'endsOn'>
  levels: readonly PlanLevel[]
  /** Active items as they are, in the order in which they are read. */
  items: readonly ItemOut[]
  /** What is wrong with content as such. */
  issuesOfContent: (content: ItemContent) => Issue[]
  names: LinkNames
}

export type Seen = {
  /** Rows above, by the number that the file gives them. */
  planned: Map<string, PlannedRow>
  taken: Set<string>
  made: number
}

/** What would become of each row of a file, in the order of the file. Nothing is kept. */
export function dryRun(target: Target, rows: readonly RowRead[]): PlannedRow[] {
  const seen: Seen = { planned: new Map(), taken: new Set(), made: 0 }
  const planned = rows.map((row) => {
    const one = plannedRow(target, row, seen)
    const code = row.draft.code ?? one.before?.item.code
    if (code) seen.planned.set(code, one)
    for (const name of namesOf(one)) seen.taken.add(name)
    if (one.outcome === 'new') seen.made += 1
    return one
  })
  const beside = movedBeside(
    target.items,
    planned.filter(({ outcome }) => outcome !== 'wrong'),
  )
  return planned.map((row) =>
    row.outcome !== 'wrong' && beside.has(keyOf(row))
      ? { ...row, moved: 'beside', outcome: row.outcome === 'unchanged' ? 'moved' : row.outcome }
      : row,
  )
}

function plannedRow(target: Target, { number, draft, issues }: RowRead, seen: Seen): PlannedRow {
  const before = knownItem(target.items, draft)
  const place = aboveOf(target.items, draft, before, seen.planned)
  const linked = linksAfter(before, draft, target.names)
  const isElsewhere =
    before !== null &&
    place.issues.length === 0 &&
    keyAbove(target.items, { ...place, before }) !== before.item.parent
  const planned: PlannedRow = {
    number,
    outcome: 'new',
    code: before?.item.code ?? draft.code ?? null,
    before,
    isById: before !== null && before.item.id === draft.id,
    above: place.above,
    moved: isElsewhere ? 'elsewhere' : null,
    level: before?.item.level ?? draft.level ?? '',
    language: before?.item.language ?? draft.language ?? target.plan.language,
    words: wordsAfter(before, draft),
    content: contentAfter(before, draft),
    links: linked.links,
    issues: [],
  }
  const unread = new Set(issues.map(({ field }) => field))
  const wrong = [
    ...issues,
    ...place.issues,
    ...linked.issues,
    // A cell that could not be read is not missing as well.
    ...issuesOfRow(target, draft, planned, seen).filter(({ field }) => !unread.has(field)),
  ]
  if (wrong.length > 0) return { ...planned, outcome: 'wrong', issues: wrong }
  if (before === null) return planned
  return { ...planned, outcome: !isSame(before, planned) ? 'changed' : isElsewhere ? 'moved' : 'unchanged' }
}

/** By its id, else by its number: files that people write have no ids, and those of another plan have other ones. */
const knownItem = (items: readonly ItemOut[], { id, code }: ItemDraft): ItemOut | null =>
  items.find(({ item }) => item.id === id) ?? items.find(({ item }) => item.code === code) ?? null

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

/** Whether a row says of an item what it says already, wherever it stands. */
export const isSame = (before: ItemOut, { words, content, links }: PlannedRow): boolean =>
  itemFields.every((field) => before.words[field] === words[field]) &&
  isSameLinks(before.item.links, links) &&
  asText(contentAfter(before, noDraft)) === asText(content)

const noDraft: ItemDraft = { words: {}, content: {}, parties: {}, codes: {}, links: {} }

const asText = ({ parties, codes, ...rest }: ItemContent): string =>
  JSON.stringify([
    Object.entries(rest).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    parties.map(({ role, kind, party }) => `${role} ${kind} ${party}`).toSorted(),
    codes.map(({ tree, code }) => `${tree} ${code}`).toSorted(),
  ])
