import { languageCodes, languages } from '#platform/languages.ts'
import { selectInput, textInput, tickBox, valueOf, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { mostSections } from '../template.ts'

/** The number of the last section of which anything was typed; 0 when there is none. */
export const lastTyped = (place: FormPlace): number =>
  Array.from({ length: mostSections }, (_, index) => index + 1).findLast(
    (number) => valueOf(place, `code-${number}`) !== '',
  ) ?? 0

export function limitInputs(place: FormPlace, end = ''): Html {
  const { t } = place.visit
  return html`${textInput(place, { name: `limit-number${end}`, label: t('reports.limit'), isRequired: false, inputMode: 'numeric' })}
  ${selectInput(place, {
    name: `limit-unit${end}`,
    label: t('reports.limit.unit'),
    none: '–',
    choices: [
      { value: 'words', label: t('reports.length.words') },
      { value: 'pages', label: t('reports.length.pages') },
      { value: 'characters', label: t('reports.length.characters') },
    ],
  })}`
}

export const countingInputs = (place: FormPlace): Html => {
  const { t } = place.visit
  const measure = (name: string, label: string) =>
    textInput(place, { name, label, isRequired: false, inputMode: 'numeric', maxLength: 10 })
  return html`${tickBox(place, { name: 'count-headings', label: t('reports.counting.headings') })}
  ${tickBox(place, { name: 'count-footnotes', label: t('reports.counting.footnotes') })}
  ${tickBox(place, { name: 'count-tables', label: t('reports.counting.tables') })}
  ${measure('words-of-page', t('reports.counting.words-of-page'))}
  ${measure('characters-of-word', t('reports.counting.characters-of-word'))}`
}

export function sectionInputs(place: FormPlace, number: number): Html {
  const { t } = place.visit
  return html`<details ${valueOf(place, `code-${number}`) === '' && number > 1 ? '' : html`open`}>
    <summary>${t('reports.section.number', { number })}</summary>
    ${textInput(place, { name: `code-${number}`, label: t('plans.types.code'), hint: t('plans.types.code.hint'), direction: 'ltr', maxLength: 30, isRequired: false })}
    ${textInput(place, { name: `owner-${number}`, label: t('reports.owner'), hint: t('reports.asking.owner.hint'), direction: 'ltr', list: 'owners', isRequired: false })}
    ${limitInputs(place, `-${number}`)} ${inSixInputs(place, `name-${number}`, t('reports.section'))}
    ${inSixInputs(place, `purpose-${number}`, t('reports.purpose'))}
  </details>`
}

export const inSixInputs = (
  place: FormPlace,
  name: string,
  label: string,
  wanted: 'always' | 'if-wanted' = 'always',
): Html =>
  html`${languageCodes.map((code) =>
    textInput(place, {
      name: `${name}-${code}`,
      label: `${label} · ${languages[code].endonym}`,
      isRequired: wanted === 'always',
      maxLength: 300,
      language: languages[code].tag,
      direction: languages[code].direction,
    }),
  )}`
