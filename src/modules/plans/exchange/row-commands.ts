import type { Tx } from '#platform/database/tables.ts'
import type { SourceText } from '#platform/texts/texts.ts'
import { changeItem, noteItem, type By } from '../held-plan-commands.ts'
import { insertItem, itemColumnsOf, putBeside } from '../item-row-commands.ts'
import { codeAt, itemFields, type Item } from '../item.ts'
import { putLinks } from '../link-commands.ts'
import type { Plan } from '../plan.ts'
import { isSame, type PlannedRow } from './dry-run.ts'
import { itemsOut } from './exchange-queries.ts'
import { keyAbove, keyOf, orderAfter } from './row-place.ts'

type Known = Pick<Item, 'id' | 'code' | 'parent' | 'place' | 'state'>

type Held = {
  plan: Plan
  items: Known[]
  /** What each key stands for by now: items that were there, and those that rows have made. */
  byKey: Map<string, Known>
  /** Keys above the rows, as the dry run has them. */
  above: (row: PlannedRow) => string | null
  /** Items that the file knows by their numbers only: they keep them, so that it finds them again. */
  byNumber: ReadonlySet<string>
}

/** Does what the dry run of a held draft says, in the order of the file; resolves to the words to keep. */
export async function takeRows(
  tx: Tx,
  plan: Plan,
  planned: readonly PlannedRow[],
  by: By,
): Promise<SourceText[]> {
  const out = await itemsOut(tx, plan.id)
  const items: Known[] = out.map(({ item }) => ({ ...item }))
  const held: Held = {
    plan,
    items,
    byKey: new Map(items.map((item) => [item.id, item])),
    above: (row) => keyAbove(out, row),
    byNumber: new Set(planned.flatMap((row) => (row.isById ? [] : [keyOf(row)]))),
  }
  const texts: SourceText[] = []
  for (const row of planned) {
    if (row.outcome === 'new') texts.push(...(await make(tx, held, row, by)))
    else if (row.before !== null) texts.push(...(await change(tx, held, row, by)))
  }
  await putInOrder(tx, held, orderAfter(out, planned))
  return texts
}

async function make(tx: Tx, held: Held, row: PlannedRow, by: By): Promise<SourceText[]> {
  const { plan, items, byKey } = held
  const { level, language, content, code, links } = row
  const isFree = code !== null && !items.some((item) => item.code === code)
  const above = byKey.get(held.above(row) ?? '') ?? null
  const asked = { plan, above, items, level, language, content, ...(isFree ? { code } : {}) }
  const made = await insertItem(tx, asked, by.at)
  await putLinks(tx, made.id, links)
  const known: Known = { ...made, state: 'active' }
  items.push(known)
  byKey.set(keyOf(row), known)
  await noteItem(tx, made, { ...by, act: 'add-item' }, { from: null, to: 'active' })
  return textsOf(made.id, row)
}

async function change(tx: Tx, held: Held, row: PlannedRow, by: By): Promise<SourceText[]> {
  const { before, moved, content, links } = row
  const known = held.byKey.get(keyOf(row))
  if (before === null || known === undefined) return []
  const { item } = before
  const isChanged = !isSame(before, row)
  if (!isChanged && moved === null) return []
  const parent = held.byKey.get(held.above(row) ?? '') ?? null
  const place = moved === 'elsewhere' ? await numbered(tx, held, known, parent) : {}
  if (isChanged) {
    await putBeside(tx, item, content)
    await putLinks(tx, item.id, links)
  }
  const act = isChanged ? 'edit-item' : 'move-item'
  const facts = moved === null ? {} : { moved, from: item.parent, to: parent?.id ?? null }
  await changeItem(
    tx,
    item,
    { ...(isChanged ? itemColumnsOf(content) : {}), ...place },
    { ...by, act, facts },
  )
  Object.assign(known, place)
  return isChanged ? textsOf(item.id, row) : []
}

/** Where a moved item stands by now, with its number; those below it follow. */
async function numbered(
  tx: Tx,
  held: Held,
  { id, code: from }: Known,
  above: Known | null,
): Promise<{ parent: string | null; code: string }> {
  const code = held.byNumber.has(id) ? from : codeBelow(held, above)
  for (const one of belowOf(held.items, id)) {
    const next = code + one.code.slice(from.length)
    const isTaken = held.items.some((other) => other.code === next)
    if (held.byNumber.has(one.id) || isTaken || !one.code.startsWith(`${from}.`)) continue
    await tx.updateTable('plan_items').set({ code: next }).where('id', '=', one.id).execute()
    one.code = next
  }
  return { parent: above?.id ?? null, code }
}

const belowOf = (items: readonly Known[], id: string): Known[] =>
  items.filter(({ parent }) => parent === id).flatMap((item) => [item, ...belowOf(items, item.id)])

/** The number that an item gets below another: the first that is free there. */
function codeBelow({ items }: Held, above: Known | null): string {
  const used = new Set(items.map((item) => item.code))
  let count = items.filter(({ parent }) => parent === (above?.id ?? null)).length + 1
  while (used.has(codeAt(above?.code ?? null, count))) count += 1
  return codeAt(above?.code ?? null, count)
}

/** Those below each item as the file has them. */
async function putInOrder(
  tx: Tx,
  { byKey }: Held,
  order: ReadonlyMap<string | null, readonly string[]>,
): Promise<void> {
  for (const keys of order.values()) {
    const items = keys.flatMap((key) => byKey.get(key) ?? [])
    if (items.every(({ place }, index) => place > (items[index - 1]?.place ?? 0))) continue
    for (const [index, { id, place }] of items.entries())
      if (place !== index + 1)
        await tx
          .updateTable('plan_items')
          .set({ place: index + 1 })
          .where('id', '=', id)
          .execute()
  }
}

const textsOf = (id: string, { language, words }: PlannedRow): SourceText[] =>
  itemFields.map((field) => ({
    kind: 'plan-item',
    id,
    field,
    language,
    text: words[field],
    visibility: 'secretariat',
  }))
