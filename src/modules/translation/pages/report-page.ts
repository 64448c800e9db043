import { languages } from '#platform/languages.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ReportRecord } from '../exchange/report-shape.ts'
import { translationPaths } from '../paths.ts'

/** What became of each segment of a file; those that were refused come first. */
export function reportPage(visit: Visit, report: ReportRecord): Page {
  const { t } = visit
  const rank = { refused: 0, accepted: 1, unchanged: 2 }
  const segments = report.segments.toSorted((a, b) => rank[a.outcome.code] - rank[b.outcome.code])
  const main = html`${pageHead({
    title: t('exchange.report', { file: report.file }),
    lead: t('exchange.counts', report.counts),
  })}
  ${table({
    id: 'segments',
    caption: t('exchange.segments'),
    columns: [
      { label: t('exchange.record') },
      { label: t('exchange.outcome') },
      { label: t('exchange.reason') },
      { label: t('exchange.target') },
    ],
    rows: segments.map(({ record, field, segment, language, outcome, reason, target }) => [
      html`<a href="${linkTo(visit, translationPaths.record(language, record.kind, record.id))}"
        ><bdi dir="ltr">${record.kind}/${record.id} ${field} ${segment}</bdi></a
      >`,
      outcome.label,
      reason?.label ?? '',
      html`<span lang="${languages[language].tag}" dir="${languages[language].direction}">${target}</span>`,
    ]),
  })}`
  return {
    title: t('exchange.report', { file: report.file }),
    main,
    crumbs: [
      { label: t('translation.title'), path: translationPaths.list },
      { label: t('exchange.title'), path: translationPaths.exchange },
    ],
    unlisted: true,
  }
}
