import type { Tx } from '#platform/database/tables.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { translationsFor, writeSources, type SourceText } from '#platform/texts/texts.ts'
import type { By } from './held-plan-commands.ts'
import { indicatorFields, type IndicatorField } from './indicators/indicator.ts'
import { itemFields, type Item, type ItemField } from './item.ts'
import { isPublicPlan, planFields, type Plan, type PlanField } from './plan.ts'

type Worded = Pick<Item, 'id' | 'language'>

/** Words in one language: the original, or what those who lead the plan give in a further one, which is an original too. */
export type Given<Field extends string> = {
  language: LanguageCode
  words: Record<Field, string>
  /** What they give in others together with the original. */
  alsoIn?: InOthers<Field>
}

export type InOthers<Field extends string> = Partial<Record<LanguageCode, Record<Field, string>>>

/** Keeps the words of a plan that is held. */
export const writePlanWords = (tx: Tx, plan: Plan, given: Given<PlanField>, by: By): Promise<void> =>
  writeWords(tx, { kind: 'plan-header', fields: planFields, record: plan, plan }, given, by)

/** Keeps the words of an item of a held plan. */
export const writeItemWords = (
  tx: Tx,
  plan: Plan,
  item: Worded,
  given: Given<ItemField>,
  by: By,
): Promise<void> => writeWords(tx, { kind: 'plan-item', fields: itemFields, record: item, plan }, given, by)

/** Keeps the words of an indicator in a held plan. */
export const writeIndicatorWords = (
  tx: Tx,
  plan: Plan,
  indicator: Worded,
  given: Given<IndicatorField>,
  by: By,
): Promise<void> =>
  writeWords(tx, { kind: 'plan-indicator', fields: indicatorFields, record: indicator, plan }, given, by)

type Written<Field extends string> = {
  kind: 'plan-header' | 'plan-item' | 'plan-indicator'
  fields: readonly Field[]
  record: Worded
  plan: Plan
}

async function writeWords<Field extends string>(
  tx: Tx,
  { kind, fields, record: { id, language }, plan }: Written<Field>,
  given: Given<Field>,
  { actor, at }: By,
): Promise<void> {
  const isOriginal = given.language === language
  const sources = isOriginal ? given.words : await originalWords(tx, { kind, id, language, fields })
  const texts = fields.map((field): SourceText => ({
    kind,
    id,
    field,
    language,
    text: sources[field],
    alsoIn: isOriginal ? fieldIn(given.alsoIn ?? {}, field) : { [given.language]: given.words[field] },
    visibility: isPublicPlan(plan) ? 'public' : 'secretariat',
  }))
  await writeSources(tx, { bundle: `${kind}/${id}`, texts }, actor.id, at)
}

const fieldIn = <Field extends string>(others: InOthers<Field>, field: Field): Translated =>
  Object.fromEntries(Object.entries(others).map(([language, words]) => [language, words[field]]))

async function originalWords<Field extends string>(
  tx: Tx,
  {
    kind,
    id,
    language,
    fields,
  }: { kind: string; id: string; language: LanguageCode; fields: readonly Field[] },
): Promise<Record<Field, string>> {
  const own = (await translationsFor(tx, [{ kind, id }]))(kind, id)?.[language]
  return Object.fromEntries(fields.map((field) => [field, own?.[field]?.text ?? ''])) as Record<Field, string>
}

/** Until a plan is opened only the staff and its translators see its words; from then on everybody does. */
export async function showWords(
  tx: Tx,
  plan: Plan,
  { items, indicators }: { items: readonly Worded[]; indicators: readonly Worded[] },
  { actor, at }: By,
): Promise<void> {
  const all = [
    { kind: 'plan-header', id: plan.id, language: plan.language, fields: planFields as readonly string[] },
    ...items.map(({ id, language }) => ({
      kind: 'plan-item',
      id,
      language,
      fields: itemFields as readonly string[],
    })),
    ...indicators.map(({ id, language }) => ({
      kind: 'plan-indicator',
      id,
      language,
      fields: indicatorFields as readonly string[],
    })),
  ]
  const translations = await translationsFor(
    tx,
    all.map(({ kind, id }) => ({ kind, id })),
  )
  const texts = all.flatMap(({ kind, id, language, fields }) =>
    fields.map((field): SourceText => ({
      kind,
      id,
      field,
      language,
      text: translations(kind, id)?.[language]?.[field]?.text ?? '',
      visibility: 'public',
    })),
  )
  await writeSources(tx, { bundle: `plan-header/${plan.id}`, texts }, actor.id, at)
}
