import { languageCodes, languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, selectInput, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { CallRead } from '../../calls/call-queries.ts'
import { limits, mostLetters } from '../../content.ts'
import { activityPaths } from '../../paths.ts'
import { organizationInput } from '../organization-input.ts'
import type { OrganizationChoice } from '../organization-queries.ts'

/** The first step: a title, a language, an organization; everything else comes after. */
export function newEntryPage(
  visit: Visit,
  entered: Entered,
  { organizations, calls }: { organizations: OrganizationChoice[]; calls: CallRead[] },
): Page {
  const { t } = visit
  const own = organizations.find(({ isOwn }) => isOwn)
  const present = {
    language: visit.language,
    organization: own?.id ?? '',
    call: visit.query.get('call') ?? '',
  }
  const place = { visit, entered, present }
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
      ${organizationInput(place, { choices: organizations, none: 'activities.later' })}
      ${when(calls.length > 0, () => callInput(place, calls))}`,
    }),
    after: html`<p>
      <a href="${linkTo(visit, activityPaths.questionnaire)}">${t('questionnaire.offer')}</a>
    </p>`,
  })
}

/** The calls that are open, and one that somebody was sent here by. */
const callInput = (place: FormPlace, calls: readonly CallRead[]): Html => {
  const { t } = place.visit
  return selectInput(place, {
    name: 'call',
    label: t('calls.answers'),
    hint: t('calls.answers.hint'),
    none: t('calls.answers.none'),
    choices: calls.map(({ call, words }) => ({
      value: call.id,
      label: `${words.title?.text ?? call.id}${call.isExample ? ` (${t('moderation.example')})` : ''}`,
      language: languages[words.title?.language ?? call.language].tag,
    })),
  })
}
