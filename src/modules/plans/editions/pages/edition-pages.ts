import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState, notice } from '#platform/ui/notices.ts'
import { number } from '#platform/ui/format.ts'
import { table } from '#platform/ui/table.ts'
import { dateRangeText, dateText, momentText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOf, crumbsOfPlan } from '../../pages/plan-page.ts'
import { paragraphs, proseParts } from '../../pages/record-parts.ts'
import { planPaths } from '../../paths.ts'
import { frozenIndicators } from './frozen-indicators-part.ts'
import type { EditionRecord, EditionWhole } from '../edition-shape.ts'

/** What was published of a plan, with the way to see what changed from one edition to the next. */
export function editionsPage(visit: Visit, { rows, about }: Listing<EditionRecord>): Page {
  const { t, language } = visit
  const plan = about?.id ?? ''
  return {
    title: t('plans.editions'),
    crumbs: [...crumbsOf(visit), { label: about?.name ?? plan, path: planPaths.plan(plan) }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
    ],
    main: html`${pageHead({ title: t('plans.editions'), lead: t('plans.editions.lead') })}
    ${
      rows.length === 0
        ? emptyState({ title: t('plans.editions.none') })
        : table({
            id: 'editions',
            caption: t('plans.editions'),
            captionUnseen: true,
            columns: [
              { label: t('plans.edition') },
              { label: t('plans.state') },
              { label: t('plans.published-at') },
              { label: t('plans.items'), align: 'end' },
              { label: t('plans.compare') },
            ],
            rows: rows.map((row) => [
              html`<a href="${linkTo(visit, planPaths.edition(plan, row.number))}"
                >${t('plans.edition.number', { number: row.number })}</a
              >`,
              row.state.label,
              momentText(t, new Date(row.publishedAt)),
              number(language, row.items),
              row.number === 1
                ? ''
                : html`<a
                    href="${linkTo(visit, planPaths.comparison(plan), { from: row.number - 1, to: row.number })}"
                    >${t('plans.compare.with-before', { number: row.number - 1 })}</a
                  >`,
            ]),
          })
    }`,
  }
}

/** A plan as it was once. */
export function editionPage(visit: Visit, edition: EditionWhole): Page {
  const { t } = visit
  const parts = [
    { title: t('plans.field.vision'), said: edition.vision },
    { title: t('plans.field.context'), said: edition.context },
    { title: t('plans.field.risks'), said: edition.risks },
  ]
  return {
    title: `${edition.title.text} · ${t('plans.edition.number', { number: edition.number })}`,
    crumbs: [
      ...crumbsOfPlan(visit, { id: edition.plan, title: edition.title }),
      { label: t('plans.editions'), path: planPaths.editions(edition.plan) },
    ],
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
        kicker: t('plans.edition.number', { number: edition.number }),
        title: spoken(t, edition.title),
        lead: dateRangeText(t, edition.startsOn, edition.endsOn),
        tags: [html`<span class="tag">${edition.state.label}</span>`],
      })}
      ${notice(
        html`${t('plans.edition.frozen')} ${momentText(t, new Date(edition.publishedAt))}.
          <a href="${linkTo(visit, planPaths.plan(edition.plan))}">${t('plans.edition.now')}</a>`,
      )}
      ${proseParts(visit, parts)}
      <h2>${t('plans.items')}</h2>
      ${edition.rows.map((row) => itemPart(visit, row))} ${frozenIndicators(visit, edition.rows)}
      <p class="hint">${t('plans.edition.digest')} <code class="checksum">${edition.digest}</code></p>`,
  }
}

const itemPart = (visit: Visit, item: EditionWhole['rows'][number]): Html => {
  const { t } = visit
  return html`<h3>
      <bdi>${item.code}</bdi> ${spoken(t, item.title)}
      ${item.state === 'active' ? '' : html`<span class="tag">${t(item.state === 'split' ? 'state.plan-item.split' : 'state.plan-item.dropped')}</span>`}
    </h3>
    ${item.deadlineOn === null ? '' : html`<p>${t('plans.deadline')}: ${dateText(t, item.deadlineOn)} ${item.deadlineTime === null ? '' : html`<bdi>${item.deadlineTime}</bdi>`}</p>`}
    ${paragraphs(visit, item.text)} ${paragraphs(visit, item.result)}`
}
