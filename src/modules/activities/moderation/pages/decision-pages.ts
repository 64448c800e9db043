import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, stepButton, textArea, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { notice } from '#platform/ui/notices.ts'
import { nothingEntered, type Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { returnReasons, type Activity } from '../../activity.ts'
import { activityPaths } from '../../paths.ts'
import type { ModeratedRecord } from '../moderated-shape.ts'
import type { BulkStep } from '../verdict.ts'

/** The forms of the decision, which stand on the page of the entry and come back alone when something is wrong. */
export const publishForm = (visit: Visit, entry: ModeratedRecord): Html => {
  const { t } = visit
  const { effect, obstacle } = stepOf(entry, 'publish')
  if (effect === null) return html`<p>${obstacle?.label}</p>`
  return html`<p>${t(effect === 'approved' ? 'moderation.approve.lead' : 'moderation.publish.lead')}</p>
    ${stepButton(visit, {
      action: activityPaths.moderationStep(entry.id, stepName(entry, 'publish')),
      label: t(effect === 'approved' ? 'moderation.approve' : 'moderation.publish'),
      version: entry.revision,
    })}`
}

export const returnForm = (visit: Visit, entry: ModeratedRecord): Html => {
  const { t } = visit
  const place = { visit, entered: nothingEntered }
  return html`<details class="send-back">
    <summary>${t('moderation.return')}</summary>
    ${formPart(place, {
      id: 'return-form',
      action: activityPaths.moderationStep(entry.id, stepName(entry, 'return')),
      submit: t('moderation.return'),
      version: entry.revision,
      content: reasonFields(place),
    })}
  </details>`
}

/** Reasons as codes, which each contributor reads in their own language, and words. */
export const reasonFields = (place: FormPlace): Html => {
  const { t } = place.visit
  return html`${choiceGroup(place, {
    name: 'reasons',
    kind: 'checkbox',
    label: t('moderation.reasons'),
    hint: t('moderation.reasons.hint'),
    choices: returnReasons.map((value) => ({ value, label: t(`activities.reason.${value}`) })),
  })}
  ${textArea(place, {
    name: 'words',
    label: t('moderation.words'),
    hint: t('moderation.words.hint'),
    isRequired: false,
    maxLength: 2000,
    rows: 4,
  })}`
}

export const noteForm = (visit: Visit, id: string, entered: Entered = nothingEntered): Html => {
  const { t } = visit
  const place = { visit, entered }
  return formPart(place, {
    ...(entered === nothingEntered ? { id: 'note-form' } : {}),
    action: activityPaths.notes(id),
    submit: t('moderation.note.add'),
    content: textArea(place, { name: 'words', label: t('moderation.note'), maxLength: 5000, rows: 3 }),
  })
}

export const careForm = (visit: Visit, entry: ModeratedRecord): Html => {
  const { t } = visit
  return html`<div class="care">
    ${when(entry.moderator, () => html`<span>${t('moderation.looked-after', { name: entry.moderator?.name ?? '' })}</span>`)}
    ${(['take', 'leave'] as const)
      .filter((care) => stepOf(entry, care).effect !== null)
      .map((care) =>
        stepButton(visit, {
          action: activityPaths.care(entry.id),
          label: t(`moderation.care.${care}`),
          fields: { care },
        }),
      )}
  </div>`
}

/** Shown when somebody opens the address, or when what they sent could not be done. */
export function publishPage(visit: Visit, entry: ModeratedRecord, entered: Entered): Page {
  const { t } = visit
  const isFirst = stepOf(entry, 'publish').effect === 'approved'
  return formPage({
    title: t(isFirst ? 'moderation.approve' : 'moderation.publish'),
    lead: t(isFirst ? 'moderation.approve.lead' : 'moderation.publish.lead'),
    crumbs: crumbsOf(visit, entry.id, entry.title),
    form: html`${when(entry.secondPair, () => notice(t('moderation.second-pair.on')))}
    ${formPart(
      { visit, entered },
      {
        submit: t(isFirst ? 'moderation.approve' : 'moderation.publish'),
        version: entry.revision,
        content: html``,
      },
    )}`,
  })
}

export function returnPage(visit: Visit, entry: ModeratedRecord, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: t('moderation.return'),
    lead: t('moderation.return.lead'),
    crumbs: crumbsOf(visit, entry.id, entry.title),
    form: formPart(place, {
      submit: t('moderation.return'),
      version: entry.revision,
      content: reasonFields(place),
    }),
  })
}

export function notePage(visit: Visit, { id, content }: Activity, entered: Entered): Page {
  const { t } = visit
  return formPage({
    title: t('moderation.note'),
    lead: t('moderation.notes.lead'),
    crumbs: crumbsOf(visit, id, content.title),
    form: noteForm(visit, id, { ...entered }),
  })
}

export function carePage(visit: Visit, { id, content, moderator }: Activity, entered: Entered): Page {
  const { t, actor } = visit
  const place = { visit, entered, present: { care: moderator === actor.id ? 'leave' : 'take' } }
  return formPage({
    title: t('moderation.care.title'),
    crumbs: crumbsOf(visit, id, content.title),
    form: formPart(place, {
      submit: t('moderation.care.save'),
      content: choiceGroup(place, {
        name: 'care',
        kind: 'radio',
        label: t('moderation.care.title'),
        choices: (['take', 'leave'] as const).map((value) => ({
          value,
          label: t(`moderation.care.${value}`),
        })),
      }),
    }),
  })
}

const crumbsOf = ({ t }: Visit, id: string, title: string) => [
  { label: t('moderation.title'), path: activityPaths.moderation },
  { label: title === '' ? t('activities.untitled') : title, path: activityPaths.moderated(id) },
]

const stepOf = ({ steps }: ModeratedRecord, step: BulkStep) =>
  steps.find((one) => one.step === step) ?? { step, effect: null, obstacle: null }

/** An update of what is public is a step of its own. */
const stepName = <Step extends 'publish' | 'return'>(
  { publishedRevision }: ModeratedRecord,
  step: Step,
): Step | `${Step}-update` => (publishedRevision === null ? step : `${step}-update`)
