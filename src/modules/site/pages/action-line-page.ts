import { holdersPart } from '#modules/accounts/index.ts'
import { frameworkPaths } from '#modules/frameworks/index.ts'
import { matrixPaths } from '#modules/matrix/index.ts'
import { planPaths, rollUpLine } from '#modules/plans/index.ts'
import { dutyCard, mandatePaths, partyLinks } from '#modules/mandates/index.ts'
import { dateRange } from '#platform/ui/format.ts'
import { holdingsPart } from '#platform/ui/holdings-part.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, definitionList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { codeTag } from '#platform/ui/status.ts'
import { bdi, pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { LineRecord } from '../line-shape.ts'
import { mentionList } from './mention-list.ts'
import { namesTable, statusMark } from './names-table.ts'

export function actionLinePage(visit: Visit, line: LineRecord): Page {
  const { t } = visit
  const title = line.label?.text ?? line.code
  const unofficial = line.labelStatus !== null && line.labelStatus.code !== 'official'
  const main = html`${pageHead({
    kicker: html`${t('lines.line')} ${bdi(line.code)}`,
    title: line.label === null ? line.code : spoken(t, line.label),
    tags: unofficial ? [statusMark(line.labelStatus!)] : [],
  })}
  ${about(visit, line)} ${facts(visit, line)} ${toMatrix(visit, line)} ${plansPart(visit, line)}
  ${holdingsPart(visit, line.held)} ${holdersPart(visit, line.people)} ${duties(visit, line)}
  ${mentionList(visit, { heading: t('lines.mentions'), mentions: line.mentions })}
  ${namesTable(t, t('lines.names'), line.names)}`
  return {
    title: `${line.code} ${title}`,
    description: line.description?.text,
    main,
    crumbs: [{ label: t('lines.title'), path: frameworkPaths.actionLines }],
    alternates: [{ type: 'application/json', path: '.json', title: t('duties.as-json') }],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'DefinedTerm',
      termCode: line.code,
      name: title,
      inDefinedTermSet: visit.settings.publicUrl + linkTo(visit, frameworkPaths.actionLines),
    },
  }
}

/** The umbrella of the eight fields has no row of its own. */
const toMatrix = (visit: Visit, { code, umbrella }: LineRecord): Html =>
  html`<p>
    <a href="${linkTo(visit, umbrella ? matrixPaths.matrix : matrixPaths.line(code))}"
      >${visit.t('lines.in-matrix')}</a
    >
  </p>`

const plansPart = (visit: Visit, { plans }: LineRecord): Html | '' =>
  when(
    plans.length > 0,
    () =>
      html`<h2>${visit.t('lines.plans')}</h2>
        ${cardList(
          plans.map(({ id, title, version, state, startsOn, endsOn, rollUp, example }) => ({
            title: spoken(visit.t, title),
            href: linkTo(visit, planPaths.plan(id)),
            facts: [
              state.label,
              visit.t('plans.version', { version }),
              dateRange(visit.language, startsOn, endsOn),
              ...(example ? [visit.t('moderation.example')] : []),
              ...(rollUp === null ? [] : [rollUpLine(visit, rollUp)]),
            ],
          })),
          { level: 3 },
        )}`,
  )

const about = ({ t }: Visit, { description }: LineRecord): Html | '' =>
  when(
    description,
    () =>
      html`<p class="prose paraphrase">
        ${spoken(t, description!)} <span class="badge">${t('lines.about')}</span>
      </p>`,
  )

function facts(visit: Visit, line: LineRecord): Html {
  const { t } = visit
  const { lead, co } = line.facilitators
  return html`${definitionList([
    { term: t('lines.lead-facilitator'), content: lead.length === 0 ? null : partyLinks(visit, lead) },
    { term: t('lines.co-facilitator'), content: co.length === 0 ? null : partyLinks(visit, co) },
    {
      term: t('lines.facilitators'),
      content:
        lead.length + co.length === 0
          ? null
          : html`<span class="tag is-unofficial">${t('lines.facilitators.unsure')}</span>`,
    },
    {
      term: t(line.umbrella ? 'lines.fields' : 'lines.field-of'),
      content:
        line.related.length === 0
          ? null
          : line.related.map(
              ({ code, label }) =>
                html`<span class="field-of"
                    >${codeTag(code, { href: linkTo(visit, frameworkPaths.actionLine(code)) })}
                    ${label === null ? '' : spoken(t, label)}</span
                  ><br />`,
            ),
    },
    {
      term: t('objectives.title'),
      content:
        line.objectives.length === 0
          ? null
          : html`${line.objectives.map(({ code, label }) => html`${codeTag(code)} ${label === null ? '' : spoken(t, label)}<br />`)}<span
                class="tag is-unofficial"
                >${t('objectives.note')}</span
              >`,
    },
  ])}`
}

const duties = (visit: Visit, line: LineRecord): Html =>
  html`<section class="section" aria-labelledby="duties-title">
    <h2 id="duties-title">
      ${visit.t('lines.duties')} <span class="count">${line.dutiesNaming.length}</span>
    </h2>
    ${
      line.dutiesNaming.length === 0
        ? emptyState({ title: visit.t('lines.none') })
        : html`${cardList(
              line.dutiesNaming.map((duty) => dutyCard(visit, duty)),
              { level: 3 },
            )}
            <p>
              <a href="${linkTo(visit, mandatePaths.duties, { 'action-line': line.code })}"
                >${visit.t('bodies.open-list')}</a
              >
            </p>`
    }
  </section>`
