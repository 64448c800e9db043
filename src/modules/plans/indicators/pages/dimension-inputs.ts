import { languages, type LanguageCode } from '#platform/languages.ts'
import { cellOf } from '#platform/sheets/lists.ts'
import { selectInput, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { mostDimensions, sums, type Dimension } from '../dimension.ts'
import { sumKeys } from '../dimension-shape.ts'

const places = Array.from({ length: mostDimensions }, (_, at) => at + 1)

/** By which parts an indicator is kept: a name, the parts, and what they add up to; as many as there may be. */
export const dimensionInputs = (place: FormPlace): Html => {
  const { t } = place.visit
  return html`<fieldset>
    <legend>${t('indicators.dimensions')}</legend>
    <p class="hint">${t('indicators.dimensions.hint')}</p>
    ${places.map(
      (at) =>
        html`${nameInputs(place, at)}
        ${selectInput(place, {
          name: `sum-${at}`,
          label: t('indicators.sum', { at }),
          choices: sums.map((value) => ({ value, label: t(sumKeys[value]) })),
        })}`,
    )}
  </fieldset>`
}

/** Their names in a further language. */
export const dimensionNameInputs = (
  place: FormPlace,
  dimensions: readonly Dimension[],
  language: LanguageCode,
): Html | '' =>
  when(
    dimensions.length > 0,
    () =>
      html`<fieldset>
        <legend>${place.visit.t('indicators.dimensions')}</legend>
        ${dimensions.map((_, index) => nameInputs(place, index + 1, language))}
      </fieldset>`,
  )

function nameInputs(place: FormPlace, at: number, code?: LanguageCode): Html {
  const { t } = place.visit
  const spokenIn =
    code === undefined ? {} : { language: languages[code].tag, direction: languages[code].direction }
  return html`${textInput(place, {
    ...{ name: `dimension-${at}`, label: t('indicators.dimension', { at }), isRequired: false },
    ...{ maxLength: 100, ...spokenIn },
  })}
  ${textInput(place, {
    ...{ name: `parts-${at}`, label: t('indicators.parts', { at }), hint: t('indicators.parts.hint') },
    ...{ isRequired: false, maxLength: 2000, ...spokenIn },
  })}`
}

/** What stands in these fields: names in one language. */
export const dimensionsTyped = (
  dimensions: readonly Dimension[],
  language: LanguageCode,
): Record<string, string> =>
  Object.fromEntries(
    dimensions.flatMap(({ name, parts, sum }, index) => {
      const names = parts.map((part) => part.name[language] ?? '')
      return [
        [`dimension-${index + 1}`, name[language] ?? ''],
        [`parts-${index + 1}`, names.every((one) => one === '') ? '' : cellOf(names)],
        [`sum-${index + 1}`, sum],
      ]
    }),
  )
