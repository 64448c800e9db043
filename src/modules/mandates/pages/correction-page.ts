import { formPart } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import { notice } from '#platform/ui/notices.ts'
import { languageBadge, pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { mandatePaths } from '../paths.ts'
import type { CorrectionSubject } from '../review/correction-forms.ts'

export function correctionPage(visit: Visit, subject: CorrectionSubject, entered: Entered): Page {
  const { t } = visit
  const { revision, language, describedBy } = subject
  return {
    title: t('review.correction.title'),
    crumbs: [{ label: revision.name.text, path: mandatePaths.revision(revision.id) }],
    unlisted: true,
    form: 'form',
    main: html`${pageHead({
      title: t('review.correction.title'),
      lead: t('review.correction.lead'),
      tags: [languageBadge(t, language)],
    })}
    ${when(describedBy === 'register', () => notice(html`<p>${t('review.register-describes')}</p>`))}
    ${formPart({ visit, entered }, { submit: t('review.correction.submit'), content: [] })}`,
  }
}
