import { languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, showButton, textArea, textInput } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Activity } from '../../activity.ts'
import type { LikelyRecord } from '../../likeness/likely-shape.ts'
import { likelyPart } from '../../likeness/pages/likely-part.ts'
import { activityPaths } from '../../paths.ts'
import type { EntryField } from '../entry-texts.ts'
import { joinedParts } from '../joined-content.ts'

/** Two entries laid beside each other. */
export type Beside = {
  staying: Activity
  fields: { field: EntryField; isProse: boolean; merged: string; staying: string }[]
}

export type MergerSubject = {
  activity: Activity
  into: string
  likely: LikelyRecord[]
  beside: Beside | null
  entered: Entered
}

/** Which entry stays, what both say, and what of the merged one is added to it. */
export function mergerPage(visit: Visit, subject: MergerSubject): Page {
  const { t } = visit
  const { activity, into, likely, beside, entered } = subject
  const place = { visit, entered, present: { into } }
  return formPage({
    title: t('moderation.merge'),
    lead: t('moderation.merge.lead'),
    crumbs: [
      { label: t('moderation.title'), path: activityPaths.moderation },
      {
        label: activity.content.title || t('activities.untitled'),
        path: activityPaths.moderated(activity.id),
      },
    ],
    about: html`${likelyPart(visit, likely, {
      lead: t('likeness.lead.moderation'),
      more: (one) => mergeLink(visit, activity.id, one),
    })}
    ${when(beside, () => besideTable(visit, activity, beside as Beside))}`,
    form: formPart(place, {
      submit: t('moderation.merge.button'),
      tone: 'grave',
      version: activity.revision,
      content: html`<div class="beside">
          ${textInput(place, {
            name: 'into',
            label: t('moderation.into'),
            hint: t('moderation.into.hint'),
            isRequired: true,
            direction: 'ltr',
            maxLength: 200,
          })}
          ${showButton('beside', t('moderation.merge.show'))}
        </div>
        ${choiceGroup(place, {
          name: 'joined',
          kind: 'checkbox',
          label: t('moderation.joined'),
          hint: t('moderation.joined.hint'),
          choices: joinedParts.map((value) => ({ value, label: t(`moderation.joined.${value}`) })),
        })}
        ${textArea(place, {
          name: 'reason',
          label: t('activities.field.reason'),
          isRequired: false,
          maxLength: 2000,
          rows: 2,
        })}`,
    }),
  })
}

/** Leads to the form with that entry as the one that stays. */
export const mergeLink = (visit: Visit, id: string, { id: into, title }: LikelyRecord): Html =>
  html`<a href="${linkTo(visit, activityPaths.merger(id), { into })}"
    >${visit.t('moderation.merge.into-this')}<span class="unseen"> ${title}</span></a
  >`

const besideTable = (visit: Visit, activity: Activity, { staying, fields }: Beside): Html => {
  const { t } = visit
  const written = (one: Activity, isProse: boolean, text: string): Html => {
    const { tag, direction } = languages[one.language]
    return isProse
      ? html`<div class="lines" lang="${tag}" dir="${direction}">${text}</div>`
      : html`<div class="lines" dir="auto">${text}</div>`
  }
  return html`<p>
      <a href="${linkTo(visit, activityPaths.moderated(staying.id))}"
        >${spoken(t, { text: staying.content.title || t('activities.untitled'), language: staying.language })}</a
      >
    </p>
    ${table({
      id: 'beside',
      caption: t('moderation.merge.beside'),
      columns: [
        { label: t('moderation.merge.field') },
        { label: t('moderation.merge.merged') },
        { label: t('moderation.merge.staying') },
      ],
      rows: fields.map(({ field, isProse, merged, staying: other }) => [
        t(`activities.field.${field}`),
        written(activity, isProse, merged),
        written(staying, isProse, other),
      ]),
    })}`
}
