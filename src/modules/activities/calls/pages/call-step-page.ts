import { languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import type { TextState } from '#platform/texts/texts.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { notice } from '#platform/ui/notices.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { CallRead } from '../call-queries.ts'
import type { CallStep } from '../steps.ts'
import { crumbsOfCall } from './call-form-pages.ts'

/** Says what a step does before it is taken; before opening also in which languages the letter is not there yet. */
export function callStepPage(
  visit: Visit,
  step: CallStep,
  subject: CallRead & { languages: ReadonlyMap<LanguageCode, TextState> },
  entered: Entered,
): Page {
  const { t } = visit
  return formPage({
    title: t(`calls.step.${step}`),
    lead: t(`calls.step.${step}.lead`),
    crumbs: crumbsOfCall(visit, subject),
    about: html`${when(step === 'open', () => html`${untranslated(visit, subject.languages)}`)}`,
    form: formPart(
      { visit, entered },
      {
        submit: t(`calls.step.${step}`),
        version: subject.call.revision,
        tone: step === 'discard' ? 'grave' : 'plain',
        content: html``,
      },
    ),
  })
}

function untranslated({ t }: Visit, states: ReadonlyMap<LanguageCode, TextState>): Html | '' {
  const missing = languageCodes.filter((code) => (states.get(code) ?? 'missing') === 'missing')
  return when(missing.length > 0, () =>
    notice(
      html`${t('calls.untranslated', { count: missing.length })}
      ${missing.map(
        (code, place) =>
          html`${place === 0 ? '' : t('words.comma')}<bdi lang="${languages[code].tag}"
              >${languages[code].endonym}</bdi
            >`,
      )}`,
      'warning',
    ),
  )
}
