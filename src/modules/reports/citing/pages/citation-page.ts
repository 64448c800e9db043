import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfReport } from '../../pages/report-page.ts'
import { reportPaths } from '../../paths.ts'
import type { StoodRecord } from '../citation-shape.ts'
import type { ComparedCitation } from '../compared-citation-shape.ts'

/** What a claim of a frozen report rests on: then, now, and what has changed. */
export function citationPage(visit: Visit, cited: ComparedCitation): Page {
  const { t } = visit
  const { report, address, before, now } = cited
  const name = before?.name ?? now?.name
  const title = name?.text ?? address
  return {
    title: `${title} · ${report.title}`,
    crumbs: crumbsOfReport(visit, { id: report.id, title: { text: report.title } }),
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
        kicker: report.symbol ?? report.title,
        title: name ? spoken(t, name) : html`<bdi>${address}</bdi>`,
        lead: t('reports.proof.citation', { number: cited.number }),
      })}
      ${standing(visit, cited)} ${when(before ?? now, () => comparison(visit, cited))} ${ways(visit, cited)}
      <h2>${t('reports.proof.cited-in')}</h2>
      <ul>
        ${cited.places.map(
          ({ code, name: section }) =>
            html`<li>
              <a href="${linkTo(visit, reportPaths.report(report.id))}#${code}">${spoken(t, section)}</a>
            </li>`,
        )}
      </ul>`,
  }
}

function standing({ t }: Visit, { before, now, changes, frozenOn }: ComparedCitation): Html {
  const said =
    before === null
      ? [t(now === null ? 'reports.proof.no-record' : 'reports.proof.not-public-then')]
      : changes.length === 0
        ? [t('reports.proof.same')]
        : changes.map((change) => t(`reports.proof.change.${change}`))
  return notice(
    html`${t('reports.standing.frozen')} ${dateText(t, frozenOn)}. ${said.join(' ')}`,
    before !== null && changes.length === 0 ? 'note' : 'warning',
  )
}

const comparison = (visit: Visit, { before, now }: ComparedCitation): Html => {
  const { t } = visit
  const row = (label: string, of: (stood: StoodRecord) => Html | string | null | undefined) => ({
    label,
    cells: [before, now].map((stood) => (stood && of(stood)) ?? ''),
  })
  const day = (on: string | null) => on && dateText(t, on)
  const rows = [
    row(t('reports.proof.kind'), ({ kind }) => kind.label),
    row(t('reports.field.title'), ({ name }) => name && spoken(t, name)),
    row(t('reports.proof.day'), (stood) => day(stood.day)),
    row(t('evidence.strength'), ({ strength }) => strength?.label),
    row(t('reports.proof.age'), ({ age }) => age?.label),
    row(t('reports.state'), ({ state }) => state),
    row(t('reports.part.revision'), ({ revision }) => (revision === null ? null : String(revision))),
  ]
  return table({
    id: 'then-and-now',
    caption: t('reports.proof.then-and-now'),
    columns: [
      { label: '', unseenLabel: true },
      { label: t('reports.proof.then') },
      { label: t('reports.proof.now') },
    ],
    rows: rows
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
      .map(({ label, cells }) => [label, ...cells]),
  })
}

function ways(visit: Visit, { path, address, before, frozenOn }: ComparedCitation): Html | '' {
  const { t } = visit
  const links = [
    ...(path === null ? [] : [{ href: linkTo(visit, path), label: t('reports.proof.record-now') }]),
    ...(path === null || before === null
      ? []
      : [{ href: linkTo(visit, path, { 'as-of': frozenOn }), label: t('reports.proof.record-then') }]),
    ...(/^https?:\/\//.test(address) ? [{ href: address, label: address }] : []),
  ]
  return when(
    links.length > 0,
    () =>
      html`<ul class="steps">
        ${links.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)}
      </ul>`,
  )
}
