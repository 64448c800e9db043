import { html, type Html } from '#platform/ui/html.ts'
import { date, number } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { IndicatorRow } from '../indicator-shape.ts'

/** A number of an indicator; of a ratio with the parts from which it follows. */
export const figureText = (
  { language }: Visit,
  { value, numerator, denominator }: { value: number; numerator: number | null; denominator: number | null },
): Html =>
  numerator === null || denominator === null
    ? html`<bdi>${number(language, rounded(value))}</bdi>`
    : html`<bdi>${number(language, rounded(value))}</bdi>
        <span class="muted"
          ><bdi>(${number(language, numerator)} / ${number(language, denominator)})</bdi></span
        >`

/** Two decimals are more than most indicators have; what is kept is exact. */
export const rounded = (value: number): number => Math.round(value * 100) / 100

/** Where it began: a value with its year, or the word. */
export const baselineText = (visit: Visit, { baseline }: Pick<IndicatorRow, 'baseline'>): Html =>
  baseline.state === 'none'
    ? html`${visit.t('indicators.none')}`
    : html`${figureText(visit, baseline)} <bdi>(${baseline.year})</bdi>`

export const targetText = ({ language }: Visit, { target }: Pick<IndicatorRow, 'target'>): Html =>
  html`<bdi>${number(language, rounded(target.value))}</bdi> <bdi>(${target.year})</bdi>`

/** What was measured last, and when. */
export const latestText = (visit: Visit, { latest }: Pick<IndicatorRow, 'latest'>): Html =>
  latest === null
    ? html`<span class="muted">${visit.t('indicators.not-measured-yet')}</span>`
    : html`${figureText(visit, latest)} <bdi class="muted">(${date(visit.language, latest.on)})</bdi>`
