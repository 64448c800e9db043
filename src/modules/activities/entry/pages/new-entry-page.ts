import { languageCodes, languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, selectInput, showButton, textInput } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { limits, mostLetters } from '../../content.ts'
import { activityPaths } from '../../paths.ts'
import { organizationLabel } from '../choices.ts'
import type { OrganizationChoice } from '../organization-queries.ts'

/** The first step: a title, a language, an organization; everything else comes after. */
export function newEntryPage(visit: Visit, entered: Entered, organizations: OrganizationChoice[]): Page {
  const { t } = visit
  const own = organizations.find(({ isOwn }) => isOwn)
  const place = { visit, entered, present: { language: visit.language, organization: own?.id ?? '' } }
  return formPage({
    title: t('activities.new'),
    lead: t('activities.new.lead'),
    crumbs: [{ label: t('activities.own'), path: activityPaths.myEntries }],
    form: formPart(place, {
      submit: t('activities.start'),
      content: html`${textInput(place, {
          name: 'title',
          label: t('activities.field.title'),
          hint: t('activities.hint.title'),
          isRequired: true,
          maxLength: mostLetters(limits.title),
        })}
        ${selectInput(place, {
          name: 'language',
          label: t('activities.field.language'),
          hint: t('activities.hint.language'),
          choices: languageCodes.map((code) => ({
            value: code,
            label: languages[code].endonym,
            language: languages[code].tag,
          })),
        })}
        ${selectInput(place, {
          name: 'organization',
          label: t('activities.field.organization'),
          hint: t('activities.hint.organization'),
          none: t('activities.later'),
          choices: organizations.map((one) => ({ value: one.id, label: organizationLabel(visit, one) })),
        })}
        <div class="beside">
          ${textInput(place, {
            name: 'organization-words',
            label: t('activities.field.organization-words'),
            hint: t('activities.hint.organization-words'),
            isRequired: false,
            maxLength: 100,
          })}
          ${showButton('organizations', t('activities.look-up'))}
        </div>`,
    }),
    after: html`<p>
      <a href="${linkTo(visit, activityPaths.questionnaire)}">${t('questionnaire.offer')}</a>
    </p>`,
  })
}
