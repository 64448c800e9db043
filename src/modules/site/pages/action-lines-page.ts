import { frameworkPaths } from '#modules/frameworks/index.ts'
import { partyLinks } from '#modules/mandates/index.ts'
import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { codeTag } from '#platform/ui/status.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { LineRow } from '../line-shape.ts'
import { sitePaths } from '../paths.ts'
import { counted } from './bodies-page.ts'
import { statusMark } from './names-table.ts'

export function actionLinesPage(visit: Visit, { rows }: Listing<LineRow>): Page {
  const { t } = visit
  const main = html`${pageHead({ title: t('lines.title'), lead: t('lines.lead') })}
    ${notice(t('lines.facilitators.unsure'))} ${lineTable(visit, rows)}
    <p><a href="${linkTo(visit, sitePaths.objectives)}">${t('objectives.title')}</a></p>`
  return {
    title: t('lines.title'),
    description: t('lines.lead'),
    main,
    alternates: [
      { type: 'application/json', path: '.json', title: t('duties.as-json') },
      { type: 'text/csv', path: '.csv', title: t('duties.as-csv') },
    ],
  }
}

const lineTable = (visit: Visit, rows: LineRow[]): Html =>
  table({
    id: 'lines',
    caption: visit.t('lines.caption'),
    columns: [
      { label: visit.t('lines.code') },
      { label: visit.t('lines.line') },
      { label: visit.t('lines.facilitators') },
      { label: visit.t('lines.duties'), align: 'end' },
      { label: visit.t('lines.provisions'), align: 'end' },
    ],
    rows: rows.map((line) => [
      codeTag(line.code, {
        href: linkTo(visit, frameworkPaths.actionLine(line.code)),
        title: line.label?.text,
      }),
      html`<a href="${linkTo(visit, frameworkPaths.actionLine(line.code))}"
          >${line.label === null ? line.code : spoken(visit.t, line.label)}</a
        >
        ${when(line.labelStatus && line.labelStatus.code !== 'official', () => statusMark(line.labelStatus!))}
        ${when(line.umbrella, () => html`<span class="muted">${visit.t('lines.umbrella')}</span>`)}`,
      line.facilitators.lead.length === 0 ? '' : partyLinks(visit, line.facilitators.lead),
      counted(visit, { 'action-line': line.code }, line.duties),
      number(visit.language, line.provisions),
    ]),
  })
