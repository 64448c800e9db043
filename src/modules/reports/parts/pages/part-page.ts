import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { citationBox, notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, dateText, pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ComparedPart } from '../../freezing/compared-shape.ts'
import { addressOfPart, citedPart } from '../../papers/cited-part.ts'
import { becomings } from '../../freezing/difference.ts'
import { crumbsOfReport } from '../../pages/report-page.ts'
import { written } from '../part-words.ts'
import { partAlone } from './part-figure.ts'

/** One number, table or chart of a report, with the records behind it: then, now, and by what the two differ. */
export function partPage(visit: Visit, compared: ComparedPart): Page {
  const { t } = visit
  const { report, part, frozenOn, now, records, behind } = compared
  return {
    title: `${part.words} · ${report.title}`,
    unlisted: frozenOn === null,
    sheet: 'report',
    crumbs: crumbsOfReport(visit, { id: report.id, title: { text: report.title } }),
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
      { type: 'application/x-research-info-systems', path: '.ris', title: t('citation.as-ris') },
      { type: 'application/x-bibtex', path: '.bib', title: t('citation.as-bibtex') },
    ],
    main: html`${pageHead({ kicker: report.symbol ?? report.title, title: part.words })}
    ${frozenOn === null ? notice(t('reports.part.live')) : standing(visit, compared)}
    ${definitionList([
      {
        term: t(frozenOn === null ? 'reports.part.total' : 'reports.part.then'),
        content: written(visit, part.total),
      },
      { term: t('reports.part.now'), content: frozenOn === null ? null : written(visit, now) },
    ])}
    ${part.view === 'figure' ? '' : partAlone(visit, part)} ${changesPart(visit, compared)}
    ${when(records.length > 0, () =>
      table({
        id: 'records',
        caption: t('reports.part.list'),
        columns: [{ label: t('reports.part.record') }, { label: t('reports.part.revision') }],
        rows: records.map((record) => [named(visit, record), String(record.revision)]),
      }),
    )}
    ${when(
      behind > records.length,
      () => html`<p class="hint">${t('reports.part.more', { count: behind - records.length })}</p>`,
    )}
    ${citationBox(t, { text: citedPart(visit, compared), address: addressOfPart(visit, compared) })}`,
  }
}

const standing = ({ t }: Visit, { frozenOn, part, now, became }: ComparedPart): Html => {
  const isSame = part.total === now && becomings.every((one) => one === 'edited' || became[one] === 0)
  return notice(
    html`${t('reports.standing.frozen')} ${dateText(t, frozenOn ?? '')} ·
    ${t(isSame ? 'reports.part.same' : 'reports.part.differs')}`,
    isSame ? 'note' : 'warning',
  )
}

const named = (visit: Visit, { title, path }: { title: string; path: string | null }): Html | string =>
  path === null ? bdi(title) : html`<a href="${linkTo(visit, path)}">${bdi(title)}</a>`

function changesPart(visit: Visit, { changes, became, frozenOn }: ComparedPart): Html | '' {
  const { t } = visit
  return when(
    frozenOn !== null && changes.length > 0,
    () =>
      html`<h2 id="changes">${t('reports.part.changes')}</h2>
        <p>
          ${becomings
            .filter((one) => became[one] > 0)
            .map(
              (one) =>
                html`<span class="tag">${t(`reports.became.${one}`)}: ${written(visit, became[one])}</span> `,
            )}
        </p>
        <ul>
          ${changes.map((change) => html`<li>${named(visit, change)} · ${t(`reports.became.${change.became}`)}${when(change.moved, () => html` (${t('reports.became.from-to', change.moved ?? { from: '', to: '' })})`)}</li>`)}
        </ul>`,
  )
}
