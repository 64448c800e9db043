import { issueSentence } from '#platform/errors.ts'
import { languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, hiddenInput, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { countedInput } from '../../entry/counted-input.ts'
import { organizationInput } from '../../entry/organization-input.ts'
import type { OrganizationChoice } from '../../entry/organization-queries.ts'
import { activityPaths } from '../../paths.ts'
import { answerTo, fieldAsked } from '../answers.ts'
import { labelOf } from '../labels.ts'
import { choicesOf } from '../lists.ts'
import { answered, changedQuestions } from '../read-aloud.ts'
import { mendedIn } from '../mended.ts'
import type { Returned } from '../returned.ts'

/** What was understood of a file, what is left to mend, and what it would become. Nothing is kept yet. */
export function returnedPage(
  visit: Visit,
  returned: Returned,
  entered: Entered,
  organizations: OrganizationChoice[],
): Page {
  const { t } = visit
  const place = placeFor(visit, returned, entered)
  const { endonym } = languages[returned.language]
  return formPage({
    title: t('questionnaire.returned'),
    lead: t('questionnaire.returned.lead', { name: returned.fileName, language: endonym }),
    crumbs: [
      { label: t('activities.own'), path: activityPaths.myEntries },
      { label: t('questionnaire.send'), path: activityPaths.questionnaireAnswers },
    ],
    about: html`${when(returned.isLost, () => notice(t('questionnaire.not-yours'), 'warning'))}
    ${changedNotice(visit, returned)} ${leftOverPart(visit, returned)}`,
    form: formPart(place, {
      submit: t('questionnaire.keep'),
      ...(returned.from === null ? {} : { version: returned.from.subject.activity.revision }),
      content: html`${hiddenInput('read', 'yes')}
      ${hiddenInput('_held-file', entered.files['file']?.id ?? '')} ${mendedFields(returned, entered)}
      ${mendingPart(place, returned)} ${intoPart(place, returned)}
      ${organizationInput(place, { choices: organizations, none: 'activities.later' })}`,
    }),
    after: html`${understoodPart(visit, returned, organizations)} ${missingPart(visit, returned)}`,
  })
}

/** What stands in the fields: what was typed, and before that what stands in the file. */
function placeFor(
  visit: Visit,
  { faults, answers, organization, from }: Returned,
  entered: Entered,
): FormPlace {
  const values = {
    organization: organization.id ?? '',
    ...(from === null || from.hasChanged ? {} : { into: 'entry' }),
    ...entered.values,
    ...Object.fromEntries(
      faults.map(({ question }) => [`answer-${question}`, answerTo(answers, question) ?? '']),
    ),
  }
  return { visit, entered: { ...entered, values } }
}

/** Side by side what the entry says and what it would say, when somebody has changed it after the file was made. */
const changedNotice = (visit: Visit, returned: Returned): Html | '' => {
  const { t } = visit
  const said = (answer: string) => html`<span dir="auto">${answer || t('questionnaire.nothing')}</span>`
  return when(
    returned.from?.hasChanged,
    () =>
      html`${notice(t('questionnaire.changed'), 'warning')}
      ${table({
        id: 'changed',
        caption: t('questionnaire.changed'),
        captionUnseen: true,
        columns: [
          { label: t('questionnaire.question') },
          { label: t('questionnaire.now') },
          { label: t('questionnaire.then') },
        ],
        rows: changedQuestions(visit, returned).map(({ label, before, after }) => [
          label,
          said(before),
          said(after),
        ]),
      })}`,
  )
}

const leftOverPart = ({ t }: Visit, { leftOver }: Returned): Html | '' =>
  when(
    leftOver.length > 0,
    () =>
      html`<section>
        <h2>${t('questionnaire.left-over')}</h2>
        <p>${t('questionnaire.left-over.lead')}</p>
        <ul>
          ${leftOver
            .slice(0, mostShown)
            .map(
              ({ row, text }) =>
                html`<li>
                  ${row === null ? '' : t('questionnaire.left-over.row', { row })}
                  ${bdi(text.slice(0, mostLetters).toWellFormed())}
                </li>`,
            )}
        </ul>
      </section>`,
  )

const mostShown = 50
const mostLetters = 500

/** What was put right before goes along, for the file itself stays as it is. */
const mendedFields = ({ faults }: Returned, { values }: Entered): Html[] =>
  Object.entries(mendedIn(values).answers)
    .filter(([name]) => !faults.some(({ question }) => question === name))
    .map(([name, text]) => html`${hiddenInput('mended', name)} ${hiddenInput(`answer-${name}`, text)}`)

/** A field for each answer that was not understood, as it stands in the file. */
const mendingPart = (place: FormPlace, { faults, lists, subject }: Returned): Html | '' => {
  const { t, language } = place.visit
  return when(
    faults.length > 0,
    () =>
      html`<fieldset class="field">
        <legend>${t('questionnaire.mend')}</legend>
        <p class="hint">${t('questionnaire.mend.lead')}</p>
        ${faults.map(({ question }) => {
          const asked = fieldAsked(question)
          const field = asked?.field
          const shared = { name: `answer-${question}`, label: labelOf(t, question) }
          const mark = hiddenInput('mended', question)
          if (asked?.isWhy)
            return html`${mark}
            ${countedInput(place, { ...shared, limit: 'why', language: subject.activity.language, rows: 2 })}`
          if (field?.kind === 'text' && field.limit !== undefined)
            return html`${mark}
            ${countedInput(place, { ...shared, limit: field.limit, language: subject.activity.language })}`
          const list = field === undefined || field.kind === 'text' ? null : lists[field.list]
          return html`${mark}
          ${textInput(place, { ...shared, isRequired: false, ...(list === null ? {} : { list: `list-${question}` }) })}
          ${when(
            list !== null,
            () =>
              html`<datalist id="list-${question}">
                ${list === null ? '' : choicesOf(list, language).map((choice) => html`<option value="${choice}"></option>`)}
              </datalist>`,
          )}`
        })}
      </fieldset>`,
  )
}

const intoPart = (place: FormPlace, { from }: Returned): Html | '' => {
  const { t } = place.visit
  return when(from, () =>
    choiceGroup(place, {
      name: 'into',
      label: t('questionnaire.into'),
      kind: 'radio',
      choices: [
        {
          value: 'entry',
          label: t('questionnaire.into.entry', {
            title: from?.subject.activity.content.title || t('activities.untitled'),
          }),
        },
        { value: 'new', label: t('questionnaire.into.new') },
      ],
    }),
  )
}

const understoodPart = (visit: Visit, returned: Returned, organizations: OrganizationChoice[]): Html => {
  const { tag, direction } = languages[returned.subject.activity.language]
  return html`<section>
    <h2>${visit.t('questionnaire.understood')}</h2>
    ${definitionList(
      answered(visit, returned, organizations).map(({ label, answer, isProse }) => ({
        term: label,
        content: isProse ? html`<span lang="${tag}" dir="${direction}">${answer}</span>` : bdi(answer),
      })),
    )}
  </section>`
}

const missingPart = ({ t }: Visit, { missing }: Returned): Html =>
  html`<section class="uses">
    <h2>${t('activities.uses')}</h2>
    <p>${t('activities.uses.lead')}</p>
    ${missing.map(
      ({ use, issues }) =>
        html`<section>
          <h3>${t(`activities.use.${use}`)}</h3>
          ${
            issues.length === 0
              ? html`<p>${t('activities.ready')}</p>`
              : html`<p>${t('activities.missing-count', { count: issues.length })}</p>
                  <ul>
                    ${issues.map(
                      (issue) =>
                        html`<li>
                          ${t('form.issue', {
                            label: t(`activities.field.${issue.field}` as 'activities.field.title'),
                            sentence: issueSentence(t, issue),
                          })}
                        </li>`,
                    )}
                  </ul>`
          }
        </section>`,
    )}
  </section>`
