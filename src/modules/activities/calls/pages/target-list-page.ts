import { formPage } from '#platform/ui/form-page.ts'
import { formPart, selectInput, textArea, textInput } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ActivityCodes } from '../../codes-queries.ts'
import { codeChoices } from '../../entry/choices.ts'
import type { CallRead } from '../call-queries.ts'
import { crumbsOfCall, nameOf } from './call-form-pages.ts'

export type TargetListSubject = CallRead & { codes: ActivityCodes; list: string }

/** The whole list as lines that can be pasted from a spreadsheet, and all countries of a group at once. */
export function targetListPage(visit: Visit, subject: TargetListSubject, entered: Entered): Page {
  const { t } = visit
  const { call, codes, list } = subject
  const place = { visit, entered, present: { list, each: '1' } }
  return formPage({
    title: t('calls.targets.edit'),
    lead: nameOf(visit, subject),
    crumbs: crumbsOfCall(visit, subject),
    form: formPart(place, {
      submit: t('activities.save'),
      version: call.revision,
      content: html`${textArea(place, {
        name: 'list',
        label: t('calls.targets.list'),
        hint: t('calls.targets.list.hint'),
        isRequired: false,
        rows: 16,
      })}
      ${selectInput(place, {
        name: 'group',
        label: t('calls.targets.group'),
        none: t('calls.targets.group.none'),
        choices: [
          ...codeChoices(visit, codes['itu-regions']),
          ...codeChoices(visit, codes['country-groups']),
        ],
      })}
      ${textInput(place, {
        name: 'each',
        label: t('calls.targets.each'),
        isRequired: false,
        inputMode: 'numeric',
        maxLength: 6,
      })}`,
    }),
  })
}
