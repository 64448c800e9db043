import { frameworkPaths } from '#modules/frameworks/index.ts'
import { partyLinks } from '#modules/mandates/index.ts'
import { matrixPaths } from '#modules/matrix/index.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { codeTag } from '#platform/ui/status.ts'
import { dateRangeText, dateText, pageHead, spoken } from '#platform/ui/text.ts'
import { translateLine } from '#platform/ui/text-note.ts'
import type { Page } from '#platform/web/site.ts'
import type { Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { commentsPart } from '../consultation/pages/comments-part.ts'
import { planPaths } from '../paths.ts'
import type { PlanRecord } from '../plan-shape.ts'
import { rollUpPart } from '../progress/pages/roll-up-part.ts'
import { itemsTable } from './items-table.ts'
import { rowPart } from './row-part.ts'
import { planTags } from './plans-page.ts'
import { actionList, proseParts } from './record-parts.ts'
import { waysPart } from './ways-part.ts'

/** A plan as everybody reads it; below, what those who lead it do with it. */
export function planPage(visit: Visit, plan: PlanRecord): Page {
  const { t } = visit
  const { shown, onward } = rowPart(visit, plan.itemRows)
  return {
    title: plan.title.text,
    ...(plan.vision === null ? {} : { description: plan.vision.text.slice(0, 300) }),
    unlisted: plan.state.code === 'draft' || visit.query.has('after'),
    crumbs: crumbsOf(visit),
    history: { kind: 'plan', id: plan.id },
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
        kicker: spoken(t, plan.type.name),
        title: spoken(t, plan.title),
        tags: planTags(plan),
      })}
      ${when(plan.example, () => notice(t('plans.example'), 'warning'))} ${standing(visit, plan)}
      ${facts(visit, plan)} ${prose(visit, plan)}
      <h2 id="items">${t('plans.items')}</h2>
      ${waysPart(visit, { id: plan.id, isDraft: plan.state.code === 'draft', mayEdit: plan.may.includes('edit') })}
      ${itemsTable(visit, shown, t('plans.items'))} ${onward}
      ${when(
        plan.progress.latest !== null,
        () =>
          html`<h2>${t('progress.title')}</h2>
            ${rollUpPart(visit, plan.id, plan.progress)}`,
      )}
      ${commentsPart(visit, { plan: plan.id, comments: plan.comments })} ${office(visit, plan)}`,
  }
}

export const crumbsOf = ({ t }: Pick<Visit, 't'>) => [{ label: t('plans.title'), path: planPaths.plans }]

export const crumbsOfPlan = (visit: Pick<Visit, 't'>, plan: { id: string; title: Said }) => [
  ...crumbsOf(visit),
  { label: plan.title.text, path: planPaths.plan(plan.id) },
]

/** What the state of the plan means for whoever reads it now. */
function standing(visit: Visit, plan: PlanRecord): Html | '' {
  const { t } = visit
  const later = plan.siblings.find(({ version }) => version > plan.version)
  if (plan.state.code === 'draft') return notice(t('plans.standing.draft'))
  if (plan.state.code === 'consultation')
    return notice(
      html`${t('plans.standing.consultation')}
      ${plan.commentsUntil === null ? '' : dateText(t, plan.commentsUntil)} (<bdi>${plan.zone}</bdi>)`,
    )
  return when(
    plan.state.code === 'superseded',
    () =>
      html`${notice(
        html`${t('plans.standing.superseded')}
        ${when(later, () => html`<a href="${linkTo(visit, planPaths.plan(later?.id ?? ''))}">${later?.title.text}</a>`)}`,
        'warning',
      )}`,
  )
}

function facts(visit: Visit, plan: PlanRecord): Html {
  const { t } = visit
  const day = (at: string | null) => (at === null ? null : dateText(t, at.slice(0, 10)))
  return definitionList([
    {
      term: t('plans.action-line'),
      content:
        plan.actionLine &&
        html`${codeTag(plan.actionLine.code, { href: linkTo(visit, frameworkPaths.actionLine(plan.actionLine.code)) })}
        ${plan.actionLine.label === null ? '' : spoken(t, plan.actionLine.label)}`,
    },
    { term: t('plans.lead'), content: partyLinks(visit, [plan.lead, ...plan.facilitators]) },
    { term: t('plans.period'), content: dateRangeText(t, plan.startsOn, plan.endsOn) },
    {
      term: t('plans.version.label'),
      content: html`${t('plans.version', { version: plan.version })}
      ${when(
        plan.siblings.length > 1,
        () =>
          html`<ul class="plain">
            ${plan.siblings
              .filter(({ id }) => id !== plan.id)
              .map(
                ({ id, version, state }) =>
                  html`<li>
                    <a href="${linkTo(visit, planPaths.plan(id))}">${t('plans.version', { version })}</a>
                    · ${state.label} ·
                    <a href="${linkTo(visit, planPaths.comparison(plan.id), { with: id })}"
                      >${t('plans.compare')}</a
                    >
                  </li>`,
              )}
          </ul>`,
      )}`,
    },
    { term: t('plans.presented'), content: day(plan.presentedAt) },
    { term: t('plans.in-force-since'), content: day(plan.inForceAt) },
    {
      term: t('plans.matrix-version'),
      content:
        plan.matrixVersion === null
          ? null
          : html`<a href="${linkTo(visit, matrixPaths.version(plan.matrixVersion))}"
              >${t('plans.version', { version: plan.matrixVersion })}</a
            >`,
    },
    { term: t('plans.ended'), content: day(plan.endedAt) },
    {
      term: t('plans.editions'),
      content:
        plan.editions === 0
          ? null
          : html`<a href="${linkTo(visit, planPaths.editions(plan.id))}"
              >${t('plans.editions.count', { count: plan.editions })}</a
            >`,
    },
  ])
}

const prose = (visit: Visit, plan: PlanRecord): Html => {
  const { t } = visit
  const parts = [
    { title: t('plans.field.vision'), said: plan.vision },
    { title: t('plans.field.context'), said: plan.context },
    { title: t('plans.field.risks'), said: plan.risks },
  ]
  return html`${proseParts(visit, parts)}
  ${translateLine(visit, { kind: 'plan-header', id: plan.id }, plan.title)}`
}

/** What the reader can do with the plan now. */
function office(visit: Visit, plan: PlanRecord): Html | '' {
  const { t } = visit
  const links = [
    ...(plan.may.includes('edit')
      ? [
          { path: planPaths.header(plan.id), label: t('plans.edit.header') },
          ...languageCodes.map((language) => ({
            path: planPaths.words(plan.id, language),
            label: t('plans.edit.words', { language: languages[language].endonym }),
          })),
        ]
      : []),
    ...(plan.may.includes('continue') ? [{ path: planPaths.next(plan.id), label: t('plans.next') }] : []),
    ...plan.steps.map((step) => ({ path: planPaths.step(plan.id, step), label: t(`plans.step.${step}`) })),
  ]
  const topItems = plan.topLevels.map(({ code, label }) => ({
    path: planPaths.topItem(plan.id, code),
    label: t('plans.items.add', { level: label.text }),
  }))
  return actionList(visit, [...links, ...(plan.may.includes('edit') ? topItems : [])])
}
