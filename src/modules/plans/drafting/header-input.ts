import { codedLabel, type ActivityCodes } from '#modules/activities/index.ts'
import type { Body } from '#modules/accounts/index.ts'
import { inLanguage } from '#platform/languages.ts'
import { selectInput, textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Purpose } from '../plan.ts'

/** What the choices of a header are made of. */
export type HeaderChoices = { bodies: readonly Body[]; codes: ActivityCodes }

/** The line, who leads, and the period. An operational plan has no line. */
export function headerInputs(
  place: FormPlace,
  { bodies, codes }: HeaderChoices,
  purpose: Purpose | null,
): Html {
  const { visit } = place
  const { t } = visit
  return html`${when(purpose !== 'operational-plan', () =>
    selectInput(place, {
      name: 'action-line',
      label: t('plans.action-line'),
      ...(purpose === null ? { hint: t('plans.action-line.hint') } : {}),
      none: t('plans.choose'),
      choices: [...codes['action-lines'].values()].map((node) => ({
        value: node.code,
        label: codedLabel(visit, node),
      })),
    }),
  )}
  ${bodyInput(place, bodies, { name: 'lead', label: t('plans.lead'), hint: t('plans.lead.hint'), none: t('plans.choose') })}
  ${textArea(place, {
    name: 'facilitators',
    label: t('plans.facilitators'),
    hint: t('plans.names.hint'),
    isRequired: false,
    rows: 2,
  })}
  ${textInput(place, { name: 'starts-on', label: t('plans.starts'), type: 'date', isRequired: true })}
  ${textInput(place, { name: 'ends-on', label: t('plans.ends'), type: 'date', isRequired: true })}`
}

/** One body out of all, in the order of the reader's alphabet. */
export function bodyInput(
  place: FormPlace,
  bodies: readonly Body[],
  field: { name: string; label: string; hint?: string; none: string },
): Html {
  const collator = new Intl.Collator(place.visit.t.language.locale)
  const choices = bodies
    .map((body) => ({ value: body.id, label: bodyLabel(place.visit, body) }))
    .toSorted((one, other) => collator.compare(one.label, other.label))
  return selectInput(place, { ...field, choices })
}

/** 'ITU · International Telecommunication Union': the acronym is what people know. */
export function bodyLabel({ language }: Pick<Visit, 'language'>, { id, acronym, name }: Body): string {
  const words = inLanguage(name, language)?.text ?? id
  return acronym === null || acronym === words ? words : `${acronym} · ${words}`
}
