import { frameworkPaths } from '#modules/frameworks/index.ts'
import { matrixPaths } from '#modules/matrix/index.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { codeTag } from '#platform/ui/status.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ObjectiveRow } from '../objective-shape.ts'
import { statusMark } from './names-table.ts'

export function objectivesPage(visit: Visit, { rows }: Listing<ObjectiveRow>): Page {
  const { t } = visit
  const main = html`${pageHead({ title: t('objectives.title'), lead: t('objectives.lead') })}
  ${notice(t('objectives.note'), 'warning')}
  ${table({
    id: 'objectives',
    caption: t('objectives.title'),
    captionUnseen: true,
    columns: [
      { label: t('lines.code') },
      { label: t('name') },
      { label: t('name-status') },
      { label: t('lines.title') },
    ],
    rows: rows.map(({ code, label, labelStatus, actionLines }) => [
      codeTag(code, { href: linkTo(visit, matrixPaths.objective(code)) }),
      label === null ? '' : spoken(t, label),
      labelStatus === null ? '' : statusMark(labelStatus),
      html`${actionLines.map((line) => html`${codeTag(line.code, { href: linkTo(visit, frameworkPaths.actionLine(line.code)), title: line.label?.text })} `)}`,
    ]),
  })}`
  return {
    title: t('objectives.title'),
    description: t('objectives.lead'),
    main,
    crumbs: [{ label: t('lines.title'), path: frameworkPaths.actionLines }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('duties.as-json') },
      { type: 'text/csv', path: '.csv', title: t('duties.as-csv') },
    ],
  }
}
