import { saidOf } from '#modules/activities/index.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { dateRange } from '#platform/ui/format.ts'
import { formPart, selectInput, textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { dateText, spoken } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { planPaths } from '../../paths.ts'
import { valueOf, type Indicator } from '../indicator.ts'
import { figureText, targetText } from './figure-text.ts'
import { partInputs, partsTyped } from './parts-part.ts'
import type { CorrectionSubject, MeasuringSubject } from '../actual-routes.ts'

/** A value for a day; the last days of the reporting periods are offered. */
export function newActualPage(visit: Visit, subject: MeasuringSubject, entered: Entered): Page {
  const { t } = visit
  const { found, periods, today, actuals } = subject
  const over = periods.filter(({ endsOn, lockedAt }) => endsOn <= today && lockedAt === null)
  const measured = new Set(actuals.map(({ on }) => on))
  const open = over.map(({ endsOn }) => endsOn).filter((day) => !measured.has(day))
  const present = { on: open.at(-1) ?? (measured.has(today) ? '' : today), language: visit.language }
  const place = { visit, entered, present }
  return formPage({
    title: t('indicators.measured'),
    lead: nameOf(visit, subject),
    crumbs: crumbsOf(visit, subject),
    about: known(visit, subject),
    form: formPart(place, {
      submit: t('progress.save'),
      content: html`${textInput(place, {
          name: 'on',
          label: t('indicators.day'),
          hint: t('indicators.day.hint'),
          type: 'date',
          isRequired: true,
          list: 'ends',
        })}
        <datalist id="ends">
          ${over.map(({ startsOn, endsOn }) => html`<option value="${endsOn}">${dateRange(visit.language, startsOn, endsOn)}</option>`)}
        </datalist>
        ${saidInputs(place, found.indicator)}`,
    }),
  })
}

export function correctActualPage(visit: Visit, subject: CorrectionSubject, entered: Entered): Page {
  const { t } = visit
  const { actual, evidence, found } = subject
  const typed = (value: number | null) => (value === null ? '' : String(value))
  const present = {
    value: typed(actual.value),
    numerator: typed(actual.numerator),
    denominator: typed(actual.denominator),
    language: actual.language,
    note: actual.note ?? '',
    evidence,
    ...partsTyped(found.indicator, actual.parts),
  }
  const place = { visit, entered, present }
  return formPage({
    title: t('indicators.correct'),
    lead: html`${nameOf(visit, subject)} ${dateText(t, actual.on)}`,
    crumbs: crumbsOf(visit, subject),
    form: formPart(place, {
      submit: t('progress.save'),
      version: actual.revision,
      content: html`${saidInputs(place, found.indicator)}
      ${textArea(place, { name: 'reason', label: t('progress.reason'), hint: t('indicators.reason.hint'), isRequired: true, maxLength: 2000 })}`,
    }),
  })
}

function saidInputs(place: FormPlace, indicator: Indicator): Html {
  const { t } = place.visit
  const isRatio = indicator.per !== null
  const isSummed = indicator.dimensions.some(({ sum }) => sum === 'whole')
  const input = (name: 'value' | 'numerator' | 'denominator') =>
    textInput(place, {
      name,
      label: t(`indicators.${name}`),
      ...(isSummed ? { hint: t('indicators.total.hint') } : {}),
      isRequired: !isSummed,
      direction: 'ltr',
      maxLength: 30,
    })
  return html`${when(!isRatio, () => input('value'))}
  ${when(isRatio, () => html`${input('numerator')} ${input('denominator')}`)} ${partInputs(place, indicator)}
  ${textArea(place, { name: 'evidence', label: t('progress.evidence'), hint: t('progress.evidence.hint'), isRequired: false, direction: 'ltr' })}
  ${textArea(place, { name: 'note', label: t('indicators.field.note'), isRequired: false, maxLength: 2000 })}
  ${selectInput(place, {
    name: 'language',
    label: t('indicators.note-language'),
    choices: languageCodes.map((code) => ({
      value: code,
      label: languages[code].endonym,
      language: languages[code].tag,
    })),
  })}`
}

/** In what it is measured, what was measured last, and what is aimed at. */
function known(visit: Visit, { found, actuals }: MeasuringSubject): Html {
  const { t } = visit
  const { indicator, words } = found
  const unit = saidOf(words.unit, indicator.language)
  const last = actuals.at(-1)
  return definitionList([
    { term: t('indicators.field.unit'), content: unit.text === '' ? null : spoken(t, unit) },
    {
      term: t('indicators.latest'),
      content:
        last === undefined
          ? t('indicators.not-measured-yet')
          : html`${figureText(visit, { ...last, value: valueOf(last, indicator.per) })}
            ${dateText(t, last.on)}`,
    },
    { term: t('indicators.target'), content: targetText(visit, indicator) },
  ])
}

const nameOf = ({ t }: Visit, { found }: MeasuringSubject): Html =>
  spoken(t, saidOf(found.words.name, found.indicator.language))

const crumbsOf = (visit: Visit, { found }: MeasuringSubject) => {
  const { item } = found
  return [
    ...crumbsOfPlan(visit, { id: item.plan.id, title: saidOf(item.planWords.title, item.plan.language) }),
    { label: `${item.item.code} ${item.words.title?.text ?? ''}`.trim(), path: planPaths.item(item.item.id) },
    { label: found.words.name?.text ?? found.indicator.id, path: planPaths.indicator(found.indicator.id) },
  ]
}
