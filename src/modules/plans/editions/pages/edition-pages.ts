import { partyLinks } from '#modules/mandates/index.ts'
import type { MessageKey } from '#platform/messages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { emptyState, notice } from '#platform/ui/notices.ts'
import { number } from '#platform/ui/format.ts'
import { codeTag } from '#platform/ui/status.ts'
import { table } from '#platform/ui/table.ts'
import { dateRangeText, momentText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Said } from '#platform/web/shapes.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemFacts } from '../../pages/item-facts.ts'
import { crumbsOf, crumbsOfPlan } from '../../pages/plan-page.ts'
import { paragraphs, proseParts, recordItems } from '../../pages/record-parts.ts'
import { rowPart } from '../../pages/row-part.ts'
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
  const { shown, onward } = rowPart(visit, edition.rows)
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
    unlisted: visit.query.has('after'),
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
        kicker: t('plans.edition.number', { number: edition.number }),
        title: spoken(t, edition.title),
        tags: [html`<span class="tag">${edition.state.label}</span>`],
      })}
      ${notice(
        html`${t('plans.edition.frozen')} ${momentText(t, new Date(edition.publishedAt))} <bdi>UTC</bdi> ·
          <a href="${linkTo(visit, planPaths.plan(edition.plan))}">${t('plans.edition.now')}</a>`,
      )}
      ${when(edition.example, () => notice(t('plans.example'), 'warning'))} ${facts(visit, edition)}
      ${proseParts(visit, parts)}
      <h2>${t('plans.items')}</h2>
      ${shown.map((row) => itemPart(visit, row))} ${frozenIndicators(visit, shown)} ${onward}
      <p class="hint">${t('plans.edition.digest')} <code class="checksum">${edition.digest}</code></p>`,
  }
}

const itemPart = (visit: Visit, item: EditionWhole['rows'][number]): Html => {
  const { t } = visit
  const head = html`<bdi>${item.code}</bdi> ${spoken(t, item.title)}
    ${item.state === 'active' ? '' : html`<span class="tag">${t(item.state === 'split' ? 'state.plan-item.split' : 'state.plan-item.dropped')}</span>`}`
  return html`${item.depth === 0 ? html`<h3>${head}</h3>` : html`<h4>${head}</h4>`}
  ${definitionList([
    { term: t('plans.level'), content: spoken(t, item.levelLabel) },
    ...itemFacts(visit, { ...item, lead: item.ledBy }),
    {
      term: t('plans.links'),
      content: item.records.length === 0 ? null : recordItems(visit, item.records),
    },
  ])}
  ${paragraphs(visit, item.text)} ${part(visit, 'plans.field.result', item.result)}
  ${part(visit, 'plans.field.risks', item.risks)}`
}

const part = (visit: Visit, title: MessageKey, said: Said | null): Html | '' =>
  when(
    said,
    () =>
      html`<p><strong>${visit.t(title)}</strong></p>
        ${paragraphs(visit, said)}`,
  )

function facts(visit: Visit, edition: EditionWhole): Html {
  const { t } = visit
  const { actionLine, lead, facilitators, matrixVersion } = edition
  return definitionList([
    {
      term: t('plans.action-line'),
      content:
        actionLine &&
        html`${codeTag(actionLine.code)} ${actionLine.label === null ? '' : spoken(t, actionLine.label)}`,
    },
    { term: t('plans.lead'), content: partyLinks(visit, [lead, ...facilitators]) },
    { term: t('plans.period'), content: dateRangeText(t, edition.startsOn, edition.endsOn) },
    {
      term: t('plans.matrix-version'),
      content: matrixVersion === null ? null : t('plans.version', { version: matrixVersion }),
    },
  ])
}
