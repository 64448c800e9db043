import { formPart } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { kindWords } from '../notice.ts'
import { noticePaths } from '../paths.ts'
import type { Stop } from '../stop-token.ts'

/** Where the link in a mail leads: one button ends that kind. */
export function stopPage(visit: Visit, { kind }: Stop, entered: Entered): Page {
  const { t } = visit
  const title = kind === 'all' ? t('notices.stop.all') : t('notices.stop.kind', { kind: t(kindWords[kind]) })
  return {
    title,
    main: html`${pageHead({ title, lead: t('notices.stop.lead') })}
    ${formPart({ visit, entered }, { submit: t('notices.stop.do'), content: [] })}`,
    unlisted: true,
    form: 'form',
  }
}

export function stoppedPage(visit: Visit): Page {
  const { t } = visit
  return {
    title: t('notices.stopped'),
    main: html`${pageHead({ title: t('notices.stopped'), lead: t('notices.stopped.lead') })}
      <p><a href="${linkTo(visit, noticePaths.choices)}">${t('notices.choose')}</a></p>`,
    unlisted: true,
  }
}
