import { textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, spoken } from '#platform/ui/text.ts'
import { named } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { partPrefix, partsIn, type PartFigure } from '../dimension.ts'
import type { DimensionRecord, PartRecord } from '../dimension-shape.ts'
import type { IndicatorRecord } from '../indicator-shape.ts'
import type { Indicator } from '../indicator.ts'
import { figureText } from './figure-text.ts'

type Of = Pick<Indicator, 'per' | 'dimensions'>

/** A number for each part; of a ratio both of them. */
export const partInputs = (place: FormPlace, { per, dimensions }: Of): Html | '' => {
  const { visit } = place
  const { t } = visit
  const names = per === null ? (['value'] as const) : (['numerator', 'denominator'] as const)
  return when(
    dimensions.length > 0,
    () =>
      html`<fieldset>
        <legend>${t('indicators.by-parts')}</legend>
        <p class="hint">${t('indicators.by-parts.hint')}</p>
        ${partsIn(dimensions).map(({ dimension, part, ...at }) =>
          names.map((name) =>
            textInput(place, {
              ...{ name: `${partPrefix(at)}${name}`, isRequired: false, direction: 'ltr', maxLength: 30 },
              label: t(`indicators.part.${name}`, {
                dimension: named(visit, dimension.name, dimension.code).text,
                part: named(visit, part.name, part.code).text,
              }),
            }),
          ),
        )}
      </fieldset>`,
  )
}

/** What stands in these fields. */
export const partsTyped = ({ dimensions }: Of, parts: readonly PartFigure[]): Record<string, string> =>
  Object.fromEntries(
    partsIn(dimensions).flatMap(({ dimension, part, ...at }) => {
      const own = parts.find((one) => one.dimension === dimension.code && one.part === part.code)
      return (['value', 'numerator', 'denominator'] as const).map((name) => [
        `${partPrefix(at)}${name}`,
        own === undefined || own[name] === null ? '' : String(own[name]),
      ])
    }),
  )

/** An indicator whose measured values have parts. */
export type Parted = Pick<IndicatorRecord, 'id' | 'dimensions'> & {
  actuals: Pick<IndicatorRecord['actuals'][number], 'on' | 'value' | 'numerator' | 'denominator' | 'parts'>[]
}

/** For each dimension a table: a row for a day, a column for a part, and the total. */
export const partTables = (visit: Visit, { id, dimensions, actuals }: Parted): Html =>
  html`${dimensions
    .filter(({ code }) => actuals.some(({ parts }) => parts.some(({ dimension }) => dimension === code)))
    .map((dimension) => partTable(visit, { id, dimension, actuals }))}`

function partTable(
  visit: Visit,
  { id, dimension, actuals }: Omit<Parted, 'dimensions'> & { dimension: DimensionRecord },
): Html {
  const { t } = visit
  const of = (parts: readonly PartRecord[], code: string) =>
    parts.find((one) => one.dimension === dimension.code && one.part === code)
  return table({
    id: `parts-${id}-${dimension.code}`,
    caption: t('indicators.by-dimension', { dimension: dimension.name.text }),
    columns: [
      { label: t('indicators.day') },
      ...dimension.parts.map(({ name }) => ({ label: spoken(t, name), align: 'end' as const })),
      { label: t('indicators.total'), align: 'end' },
    ],
    rows: actuals.map((actual) => [
      dateText(t, actual.on),
      ...dimension.parts.map(({ code }) => {
        const figure = of(actual.parts, code)
        return figure === undefined ? '' : figureText(visit, figure)
      }),
      figureText(visit, actual),
    ]),
  })
}

/** The parts of a value that was corrected, in one line. */
export const partsSaid = (
  visit: Visit,
  dimensions: readonly DimensionRecord[],
  parts: readonly PartRecord[],
): Html =>
  html`${parts.map((figure) => {
    const own = dimensions.find(({ code }) => code === figure.dimension)
    const part = own?.parts.find(({ code }) => code === figure.part)
    return html`<span class="muted"
      >${part === undefined ? figure.part : spoken(visit.t, part.name)} ${figureText(visit, figure)}</span
    > `
  })}`
