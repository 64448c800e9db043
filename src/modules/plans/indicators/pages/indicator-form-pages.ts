import { saidOf } from '#modules/activities/index.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { number } from '#platform/ui/format.ts'
import { choiceGroup, formPart, selectInput, textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { textSaid } from '#platform/ui/text-note.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ItemInPlan } from '../../item-queries.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { planPaths } from '../../paths.ts'
import type { WordsSubject } from '../indicator-routes.ts'
import {
  directions,
  disaggregations,
  frequencies,
  indicatorFieldLetters,
  pers,
  type Indicator,
} from '../indicator.ts'
import { dimensionInputs, dimensionNameInputs, dimensionsTyped } from './dimension-inputs.ts'
import { directionKeys, disaggregationKeys, fieldKeys, frequencyKeys } from '../words.ts'

export function newIndicatorPage(visit: Visit, subject: ItemInPlan, entered: Entered): Page {
  const { t } = visit
  const place = {
    visit,
    entered,
    present: { language: visit.language, frequency: 'yearly', measure: 'number' },
  }
  return formPage({
    title: t('indicators.new'),
    lead: itemText(visit, subject),
    crumbs: crumbsOf(visit, subject),
    form: formPart(place, {
      submit: t('progress.save'),
      content: html`${selectInput(place, {
        name: 'language',
        label: t('progress.language'),
        choices: languageCodes.map((code) => ({
          value: code,
          label: languages[code].endonym,
          language: languages[code].tag,
        })),
      })}
      ${wordInputs(place)} ${contentInputs(place)}`,
    }),
  })
}

export function indicatorFormPage(visit: Visit, { found, present }: WordsSubject, entered: Entered): Page {
  const { t } = visit
  const { indicator, item } = found
  const place = {
    visit,
    entered,
    present: {
      ...present,
      ...contentTyped(indicator),
      ...dimensionsTyped(indicator.dimensions, indicator.language),
    },
  }
  return formPage({
    title: t('indicators.edit'),
    lead: itemText(visit, item),
    crumbs: crumbsOf(visit, item),
    form: formPart(place, {
      submit: t('progress.save'),
      version: indicator.revision,
      content: html`${wordInputs(place, indicator.language)} ${contentInputs(place)}`,
    }),
  })
}

/** The words in a further language; those that were written first stand above. */
export function indicatorWordsPage(
  visit: Visit,
  { found, language, present }: WordsSubject,
  entered: Entered,
): Page {
  const { t } = visit
  const { indicator, words, item } = found
  const typed = dimensionsTyped(indicator.dimensions, language)
  const place = { visit, entered, present: { ...present, ...typed } }
  const { definition } = words
  return formPage({
    title: `${t('indicators.words')} ${languages[language].endonym}`,
    lead: spoken(t, saidOf(words.name, indicator.language)),
    crumbs: crumbsOf(visit, item),
    about: html`${definition === undefined || language === indicator.language ? '' : textSaid(t, definition)}`,
    form: formPart(place, {
      submit: t('progress.save'),
      version: indicator.revision,
      content: html`${wordInputs(place, language)}
      ${dimensionNameInputs(place, indicator.dimensions, language)}`,
    }),
  })
}

export function dropIndicatorPage(visit: Visit, { found }: WordsSubject, entered: Entered): Page {
  const { t } = visit
  const { indicator, words, item } = found
  const place = { visit, entered }
  return formPage({
    title: t('indicators.drop'),
    lead: spoken(t, saidOf(words.name, indicator.language)),
    crumbs: crumbsOf(visit, item),
    form: formPart(place, {
      submit: t('indicators.drop'),
      version: indicator.revision,
      tone: 'grave',
      content: textArea(place, {
        name: 'reason',
        label: t('progress.reason'),
        isRequired: true,
        maxLength: 2000,
      }),
    }),
  })
}

const wordInputs = (place: FormPlace, code?: keyof typeof languages): Html => {
  const { t } = place.visit
  const spokenIn =
    code === undefined ? {} : { language: languages[code].tag, direction: languages[code].direction }
  const short = (name: 'name' | 'unit', isRequired: boolean) =>
    textInput(place, {
      name,
      label: t(fieldKeys[name]),
      isRequired,
      maxLength: indicatorFieldLetters[name],
      ...spokenIn,
    })
  const long = (name: 'definition' | 'source' | 'note') =>
    textArea(place, {
      name,
      label: t(fieldKeys[name]),
      isRequired: false,
      rows: 3,
      maxLength: indicatorFieldLetters[name],
      ...spokenIn,
    })
  return html`${short('name', true)} ${long('definition')} ${short('unit', false)} ${long('source')}
  ${long('note')}`
}

function contentInputs(place: FormPlace): Html {
  const { t, language } = place.visit
  return html`${selectInput(place, {
    name: 'measure',
    label: t('indicators.measure'),
    choices: [
      { value: 'number', label: t('indicators.measure.number') },
      ...pers.map((per) => ({
        value: String(per),
        label: t('indicators.measure.ratio', { per: number(language, per) }),
      })),
    ],
  })}
  ${choiceGroup(place, { name: 'direction', label: t('indicators.direction'), kind: 'radio', choices: directions.map((value) => ({ value, label: t(directionKeys[value]) })) })}
  ${selectInput(place, { name: 'frequency', label: t('indicators.frequency'), choices: frequencies.map((value) => ({ value, label: t(frequencyKeys[value]) })) })}
  ${choiceGroup(place, { name: 'disaggregation', label: t('indicators.disaggregation'), kind: 'checkbox', choices: disaggregations.map((value) => ({ value, label: t(disaggregationKeys[value]) })) })}
  ${choiceGroup(place, {
    name: 'baseline',
    label: t('indicators.baseline'),
    hint: t('indicators.baseline.hint'),
    kind: 'radio',
    choices: [
      { value: 'measured', label: t('indicators.baseline.measured') },
      { value: 'none', label: t('indicators.none') },
    ],
  })}
  ${numberInput(place, 'baseline-year', t('indicators.baseline.year'), false)}
  ${numberInput(place, 'baseline-value', t('indicators.baseline.value'), false)}
  ${numberInput(place, 'baseline-numerator', t('indicators.baseline.numerator'), false)}
  ${numberInput(place, 'baseline-denominator', t('indicators.baseline.denominator'), false)}
  ${numberInput(place, 'target-value', t('indicators.target'), true)}
  ${numberInput(place, 'target-year', t('indicators.target.year'), true)} ${dimensionInputs(place)}`
}

const numberInput = (place: FormPlace, name: string, label: string, isRequired: boolean): Html =>
  textInput(place, { name, label, isRequired, direction: 'ltr', maxLength: 30 })

function contentTyped({ frequency, direction, disaggregation, per, baseline, target }: Indicator) {
  const from = baseline.state === 'none' ? null : baseline
  const typed = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value)
  return {
    ...{ frequency, direction, disaggregation, baseline: baseline.state },
    measure: per === null ? 'number' : String(per),
    'baseline-year': typed(from?.year),
    'baseline-value': typed(from?.value),
    'baseline-numerator': typed(from?.numerator),
    'baseline-denominator': typed(from?.denominator),
    'target-value': String(target.value),
    'target-year': String(target.year),
  }
}

const itemText = ({ t }: Visit, { item, words }: ItemInPlan): Html =>
  html`<bdi>${item.code}</bdi> ${spoken(t, saidOf(words.title, item.language))}`

const crumbsOf = (visit: Visit, { plan, planWords, item, words }: ItemInPlan) => [
  ...crumbsOfPlan(visit, { id: plan.id, title: saidOf(planWords.title, plan.language) }),
  { label: `${item.code} ${words.title?.text ?? ''}`.trim(), path: planPaths.item(item.id) },
]
