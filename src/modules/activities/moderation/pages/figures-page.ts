import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { stats } from '#platform/ui/figures.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { FigureRecord } from '../figure-shape.ts'

/** How much waits, how long, and what was decided. */
export function figuresPage(visit: Visit, { rows }: Listing<FigureRecord>): Page {
  const { t } = visit
  const of = (by: FigureRecord['by']) => rows.filter((row) => row.by === by)
  const [all] = of('all')
  return {
    title: t('moderation.figures'),
    unlisted: true,
    crumbs: [{ label: t('moderation.title'), path: activityPaths.moderation }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('moderation.as-json') },
      { type: 'text/csv', path: '.csv', title: t('moderation.as-csv') },
    ],
    main: html`${pageHead({ title: t('moderation.figures'), lead: t('moderation.figures.lead') })}
    ${stats(visit.language, statsOf(visit, all))}
    ${(['state', 'language', 'region'] as const).map((by) => waitingTable(visit, by, of(by)))}
    ${weekTable(visit, of('week'))} ${moderatorTable(visit, of('moderator'))}`,
  }
}

const statsOf = (visit: Visit, all: FigureRecord | undefined) => {
  const href = linkTo(visit, activityPaths.moderation)
  const { t } = visit
  return [
    { count: all?.waiting ?? 0, label: t('moderation.figures.waiting'), href },
    { count: all?.oldestDays ?? 0, label: t('moderation.figures.oldest'), href },
    { count: all?.medianDays ?? 0, label: t('moderation.figures.median'), href },
  ]
}

const waitingTable = (visit: Visit, by: 'state' | 'language' | 'region', rows: FigureRecord[]): Html | '' =>
  when(rows.length > 0, () => {
    const { t } = visit
    return table({
      id: `by-${by}`,
      caption: t(`moderation.figures.by-${by}`),
      columns: [
        { label: t(`moderation.filter.${by}`) },
        { label: t('moderation.figures.waiting'), align: 'end' },
        { label: t('moderation.figures.oldest'), align: 'end' },
        { label: t('moderation.figures.median'), align: 'end' },
      ],
      rows: rows.map((row) => [
        row.label,
        opened(visit, row),
        counted(visit, row.oldestDays),
        counted(visit, row.medianDays),
      ]),
    })
  })

const opened = (visit: Visit, { waiting, path, by, value }: FigureRecord): Html | string =>
  path === null
    ? counted(visit, waiting)
    : html`<a href="${linkTo(visit, activityPaths.moderation, { [by]: value })}"
        >${counted(visit, waiting)}</a
      >`

const weekTable = (visit: Visit, rows: FigureRecord[]): Html => {
  const { t } = visit
  return table({
    id: 'by-week',
    caption: t('moderation.figures.by-week'),
    columns: [
      { label: t('moderation.figures.week') },
      { label: t('moderation.figures.received'), align: 'end' },
      { label: t('moderation.figures.published'), align: 'end' },
      { label: t('moderation.figures.returned'), align: 'end' },
      { label: t('moderation.figures.decision-days'), align: 'end' },
    ],
    rows: rows.map((row) => [
      dateText(t, row.value),
      counted(visit, row.received),
      counted(visit, row.published),
      counted(visit, row.returned),
      counted(visit, row.medianDays),
    ]),
  })
}

const moderatorTable = (visit: Visit, rows: FigureRecord[]): Html | '' =>
  when(rows.length > 0, () => {
    const { t } = visit
    return table({
      id: 'by-moderator',
      caption: t('moderation.figures.by-moderator'),
      columns: [
        { label: t('people.name') },
        { label: t('moderation.figures.published'), align: 'end' },
        { label: t('moderation.figures.returned'), align: 'end' },
        { label: t('moderation.figures.approved'), align: 'end' },
        { label: t('moderation.figures.decision-days'), align: 'end' },
      ],
      rows: rows.map((row) => [
        html`<bdi>${row.label}</bdi>`,
        counted(visit, row.published),
        counted(visit, row.returned),
        counted(visit, row.approved),
        counted(visit, row.medianDays),
      ]),
    })
  })

const counted = ({ language }: Visit, value: number | null): string =>
  value === null ? '–' : number(language, value)
