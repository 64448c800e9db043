import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'
import type { OwnData } from '../account-routes.ts'

/** All that is held about the reader, place by place, each with what it is for. */
export function accountDataPage(visit: Visit, data: OwnData): Page {
  const { t } = visit
  return {
    title: t('account.data.title'),
    unlisted: true,
    crumbs: [{ label: t('account.title'), path: accountPaths.account }],
    alternates: [{ type: 'application/json', path: '.json', title: t('account.data.as-json') }],
    main: html`${pageHead({ title: t('account.data.title'), lead: t('account.data.lead') })}
      <p>
        <a href="${linkTo(visit, accountPaths.account)}">${t('account.data.correct')}</a>
        <a href="${linkTo(visit, accountPaths.accountErasure)}">${t('account.erasure.title')}</a>
      </p>
      ${data.holdings.map((one) => holdingPart(visit, one))}`,
  }
}

const holdingPart = (visit: Visit, one: OwnData['holdings'][number]): Html =>
  html`<section class="section" aria-labelledby="holding-${one.holding}">
    <h2 id="holding-${one.holding}">${one.title} <span class="count">${one.rows.length}</span></h2>
    <p>${one.why}</p>
    ${when(one.rows.length > 0, () => rowTable(visit, one))}
  </section>`

const shownAtOnce = 50

/** The names of the columns are those of the file that can be taken away. */
function rowTable(visit: Visit, { holding, title, rows }: OwnData['holdings'][number]): Html {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return html`${table({
    id: `rows-${holding}`,
    caption: title,
    captionUnseen: true,
    columns: names.map((name) => ({ label: html`<code>${name}</code>` })),
    rows: rows
      .slice(0, shownAtOnce)
      .map((row) => names.map((name) => html`<bdi>${String(row[name] ?? '')}</bdi>`)),
  })}
  ${when(rows.length > shownAtOnce, () => html`<p class="muted">${visit.t('account.data.more', { count: rows.length - shownAtOnce })}</p>`)}`
}
