import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ReportRecord } from '../report-shape.ts'

type Evidence = ReportRecord['evidence']

/** What shows it, with a heading of its own. */
export const evidencePart = (visit: Visit, evidence: Evidence): Html | '' =>
  when(
    evidence.length > 0,
    () =>
      html`<h2>${visit.t('progress.evidence')}</h2>
        ${evidenceList(visit, evidence)}`,
  )

export const evidenceList = (visit: Visit, evidence: Evidence): Html =>
  html`<ul>
    ${evidence.map(({ name, path, url }) =>
      path === null
        ? html`<li><a href="${url}" rel="nofollow external" dir="ltr">${url}</a></li>`
        : html`<li><a href="${linkTo(visit, path)}">${name === null ? path : spoken(visit.t, name)}</a></li>`,
    )}
  </ul>`
