import { frameworkPaths } from '#modules/frameworks/index.ts'
import { matrixPaths } from '#modules/matrix/index.ts'
import { dutyCard, mandatePaths } from '#modules/mandates/index.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState, notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { GoalRecord } from '../goal-shape.ts'
import { goalMark } from './goals-page.ts'
import { mentionList } from './mention-list.ts'
import { namesTable, statusMark } from './names-table.ts'

export function goalPage(visit: Visit, goal: GoalRecord): Page {
  const { t } = visit
  const title = goal.label?.text ?? goal.code
  const unofficial = goal.labelStatus !== null && goal.labelStatus.code !== 'official'
  const main = html`${pageHead({
      kicker: html`${goalMark(goal.color)} ${t('sdgs.number', { number: String(goal.number) })}`,
      title: goal.label === null ? goal.code : spoken(t, goal.label),
      tags: unofficial ? [statusMark(goal.labelStatus!)] : [],
    })}
    <p><a href="${linkTo(visit, matrixPaths.goal(goal.number))}">${t('sdgs.in-matrix')}</a></p>
    ${duties(visit, goal)} ${mentionList(visit, { heading: t('sdgs.mentions'), mentions: goal.mentions })}
    ${targets(visit, goal)} ${namesTable(t, t('sdgs.names'), goal.names)}`
  return {
    title: `${t('sdgs.number', { number: String(goal.number) })} · ${title}`,
    main,
    crumbs: [{ label: t('sdgs.title'), path: frameworkPaths.goals }],
    alternates: [{ type: 'application/json', path: '.json', title: t('duties.as-json') }],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'DefinedTerm',
      termCode: String(goal.number),
      name: title,
      inDefinedTermSet: visit.settings.publicUrl + linkTo(visit, frameworkPaths.goals),
    },
  }
}

const duties = (visit: Visit, goal: GoalRecord): Html =>
  html`<section class="section" aria-labelledby="duties-title">
    <h2 id="duties-title">
      ${visit.t('sdgs.duties')} <span class="count">${goal.dutiesNaming.length}</span>
    </h2>
    ${
      goal.dutiesNaming.length === 0
        ? emptyState({
            title: visit.t('sdgs.none'),
            link: {
              label: visit.t('sdgs.see-whole'),
              href: linkTo(visit, mandatePaths.duties, { sdg: 'any' }),
            },
          })
        : cardList(
            goal.dutiesNaming.map((duty) => dutyCard(visit, duty)),
            { level: 3 },
          )
    }
  </section>`

const targets = (visit: Visit, goal: GoalRecord): Html =>
  html`<section class="section" aria-labelledby="targets-title">
    <h2 id="targets-title">${visit.t('sdgs.targets')}</h2>
    ${notice(visit.t('sdgs.targets.note'))}
    ${table({
      id: 'targets',
      caption: visit.t('sdgs.number', { number: String(goal.number) }),
      captionUnseen: true,
      columns: [{ label: visit.t('sdgs.target') }, { label: visit.t('sdgs.short-title') }],
      rows: goal.targetList.map(({ code, label }) => [
        html`<span id="target-${code}">${bdi(code)}</span>`,
        label === null ? html`<span class="muted">${visit.t('text.missing')}</span>` : spoken(visit.t, label),
      ]),
    })}
  </section>`
