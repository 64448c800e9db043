import { saidOf } from '#modules/activities/index.ts'
import { dueDateChoices, mandatePaths } from '#modules/mandates/index.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, textArea, textInput } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { planPaths } from '../../paths.ts'
import type { DutyEvidenceSubject } from '../duty-evidence-routes.ts'

/** What the report shows of the duty, when it happened, and for which due dates. */
export function dutyEvidencePage(visit: Visit, subject: DutyEvidenceSubject, entered: Entered): Page {
  const { t } = visit
  const { item, report } = subject.found
  const title = saidOf(item.words.title, item.item.language)
  const present = { shows: `${item.item.code} ${title.text}`, happened: subject.happenedOn }
  const place = { visit, entered, present }
  const dates = dueDateChoices(subject, t)
  return formPage({
    title: t('progress.show-there'),
    lead: t('progress.show-there.lead'),
    crumbs: [
      ...crumbsOfPlan(visit, {
        id: item.plan.id,
        title: saidOf(item.planWords.title, item.plan.language),
      }),
      { label: t('progress.report-of', { code: item.item.code }), path: planPaths.report(report.id) },
    ],
    about: html`<p>
      <a href="${linkTo(visit, mandatePaths.duty(subject.kept.id))}"
        >${spoken(t, subject.duty.revision.name)}</a
      >
    </p>`,
    form: formPart(place, {
      submit: t('progress.show-there'),
      content: html`${textArea(place, { name: 'shows', label: t('evidence.shows'), isRequired: true, maxLength: 10_000 })}
      ${textInput(place, { name: 'happened', label: t('evidence.happened'), type: 'date', isRequired: true })}
      ${when(dates.length > 0, () => choiceGroup(place, { name: 'occurrences', label: t('evidence.for'), kind: 'checkbox', choices: dates }))}`,
    }),
  })
}
