import type { Issue } from '#platform/errors.ts'
import { itemFieldLetters, itemFields, levelsBelow, mostItems, type ItemField } from '../item.ts'
import type { ItemContent } from '../item-row-commands.ts'
import type { PlannedRow, Seen, Target } from './dry-run.ts'
import type { ItemDraft } from './item-table.ts'

/** What is wrong with a row as a whole, beside its cells. */
export function issuesOfRow(target: Target, draft: ItemDraft, planned: PlannedRow, seen: Seen): Issue[] {
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

/** Names under which a file may mean an item; none may stand there twice. */
export const namesOf = ({ before, code }: PlannedRow): string[] =>
  before === null
    ? code === null
      ? []
      : [`code ${code}`]
    : [`id ${before.item.id}`, `code ${before.item.code}`]

function issuesOfLevel(
  { levels }: Target,
  draft: ItemDraft,
  { before, above, level, moved }: PlannedRow,
  seen: Seen,
): Issue[] {
  const isGiven = draft.level !== undefined && draft.level !== null
  if (before !== null && isGiven && draft.level !== level)
    return [{ field: 'level', key: 'plan-import.other-level', values: { level } }]
  if (before !== null && moved === null) return []
  if (before === null && !isGiven) return [{ field: 'level', key: 'form.value.wrong', rule: 'rule.required' }]
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
      field: before === null ? 'level' : 'parent',
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
