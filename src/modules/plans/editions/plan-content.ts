import type { LanguageCode } from '#platform/languages.ts'
import type { TextState } from '#platform/texts/texts.ts'
import type { Actual } from '../indicators/actual.ts'
import type { Indicator, IndicatorField } from '../indicators/indicator.ts'
import type { Item, ItemField } from '../item.ts'
import type { Plan, PlanField } from '../plan.ts'

/** Words in all languages in which they stood, with how good they were. */
export type KeptWords<Field extends string> = Partial<
  Record<LanguageCode, Partial<Record<Field, { text: string; state: TextState }>>>
>

/** A plan with all that it says, as an edition keeps it. */
export type PlanContent = {
  plan: Pick<
    Plan,
    | 'id'
    | 'type'
    | 'purpose'
    | 'series'
    | 'version'
    | 'actionLine'
    | 'lead'
    | 'facilitators'
    | 'startsOn'
    | 'endsOn'
    | 'zone'
    | 'language'
    | 'matrixVersion'
  >
  words: KeptWords<PlanField>
  /** In reading order. */
  items: ContentItem[]
}

export type ContentItem = Omit<Item, 'plan' | 'revision' | 'place'> & {
  words: KeptWords<ItemField>
  indicators: ContentIndicator[]
}

export type ContentIndicator = Omit<Indicator, 'plan' | 'item' | 'place' | 'state' | 'revision'> & {
  words: KeptWords<IndicatorField>
  /** What was measured until then, the earliest first; missing in editions from before it was kept. */
  actuals?: ContentActual[]
}

export type ContentActual = Pick<Actual, 'on' | 'value' | 'numerator' | 'denominator' | 'parts'>
