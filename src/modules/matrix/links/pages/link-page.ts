import { date, number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { citationBox, notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import { translateLine } from '#platform/ui/text-note.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellName, cellTitle, crumbsOfLinks, othersOf, tagLink } from '../../pages/cell-words.ts'
import { matrixPaths } from '../../paths.ts'
import type { LinkRecord } from '../link-shape.ts'
import { textKind } from '../link.ts'
import { agencyWords } from './agency-words.ts'
import { linkTags } from './link-card.ts'

/** A link with all that is known of it, and what shows it. */
export function linkPage(visit: Visit, link: LinkRecord): Page {
  const { t } = visit
  const name = cellName(visit, link)
  return {
    title: t('matrix.link.title', { name }),
    description: link.rationale.text,
    crumbs: crumbsOfLinks(visit),
    history: { kind: textKind, id: link.id },
    alternates: [{ type: 'application/json', path: '.json', title: t('matrix.as-json') }],
    main: html`${pageHead({
      kicker: t('matrix.title'),
      title: cellTitle(visit, link),
      lead: spoken(t, link.rationale),
      tags: linkTags(visit, link),
    })}
    ${when(link.rationale.isFallback, () => html`<p class="hint">${t('text-note.original-shown')}</p>`)}
    ${translateLine(visit, { kind: textKind, id: link.id }, link.rationale)} ${standing(visit, link)}
    ${facts(visit, link)} ${evidence(visit, link)} ${steps(visit, link)}
    ${citationBox(t, {
      text: t('matrix.link.citation', { name, day: date(visit.language, link.changedAt.slice(0, 10)) }),
      address: visit.settings.publicUrl + linkTo(visit, matrixPaths.link(link.id)),
    })}`,
  }
}

/** What may mislead is said before anything else. */
const standing = ({ t }: Visit, link: LinkRecord): Html =>
  html`${when(link.source?.code === '2017', () => notice(t('matrix.standing.2017')))}
  ${when(link.source?.code === 'own-analysis', () => notice(t('matrix.standing.own-analysis'), 'warning'))}
  ${when(link.state.code === 'proposed' && link.source === null, () => notice(t('matrix.standing.proposed')))}
  ${when(link.state.code === 'withdrawn', () => notice(t('matrix.standing.withdrawn'), 'warning'))}
  ${when(link.doubt, () => notice(spoken(t, link.doubt!), 'warning'))}
  ${when(link.example, () => notice(t('matrix.standing.example'), 'warning'))}`

const facts = (visit: Visit, link: LinkRecord): Html => {
  const { t } = visit
  return definitionList([
    { term: t('matrix.filter.action-line'), content: tagLink(visit, 'line', link.line) },
    { term: t('matrix.filter.sdg'), content: link.goal && tagLink(visit, 'goal', link.goal) },
    {
      term: t('matrix.filter.target'),
      content:
        link.target === null
          ? link.goal === null
            ? null
            : t('matrix.whole-goal')
          : tagLink(visit, 'target', link.target),
    },
    { term: t('matrix.filter.gdc'), content: link.objective && tagLink(visit, 'objective', link.objective) },
    {
      term: t('matrix.agency'),
      content: agencyWords(visit, link),
    },
    { term: t('matrix.valid-from'), content: dateText(t, link.validFrom) },
    {
      term: t('matrix.valid-until'),
      content: link.validUntil === null ? t('matrix.open-end') : dateText(t, link.validUntil),
    },
    { term: t('matrix.agreed-on'), content: link.agreedAt && dateText(t, link.agreedAt.slice(0, 10)) },
    {
      term: t('matrix.withdrawn-on'),
      content: link.withdrawnAt && dateText(t, link.withdrawnAt.slice(0, 10)),
    },
    { term: t('matrix.basis'), content: link.basis?.label ?? null },
    { term: t('matrix.revision'), content: number(visit.language, link.revision) },
  ])
}

const evidence = (visit: Visit, link: LinkRecord): Html | '' => {
  const { t, language } = visit
  return when(
    link.evidence.length > 0,
    () =>
      html`<h2>${t('matrix.evidence')}</h2>
        ${table({
          id: 'evidence',
          caption: t('matrix.evidence.by-kind'),
          columns: [{ label: t('matrix.filter.kind') }, { label: t('matrix.evidence'), align: 'end' }],
          rows: link.evidence.map(({ kind, label, count }) => [
            label,
            count === 0
              ? number(language, count)
              : html`<a href="${linkTo(visit, matrixPaths.search, { ...filtersOf(link), kind })}"
                  >${number(language, count)}</a
                >`,
          ]),
        })}`,
  )
}

const filterOf = { goal: 'sdg', target: 'target', objective: 'gdc' } as const

const filtersOf = (link: LinkRecord): Record<string, string> => ({
  'action-line': link.line.code,
  ...Object.fromEntries(othersOf(link).map(({ tag, tree }) => [filterOf[tree], tag.code])),
})

const steps = (visit: Visit, link: LinkRecord): Html | '' => {
  const { t } = visit
  const links = [
    ...(link.may.length > 0 ? [{ path: matrixPaths.editLink(link.id), label: t('matrix.edit') }] : []),
    ...link.steps.map((step) => ({ path: matrixPaths.step(link.id, step), label: t(`matrix.step.${step}`) })),
  ]
  return when(
    links.length > 0,
    () =>
      html`<ul class="steps">
        ${links.map(({ path, label }) => html`<li><a href="${linkTo(visit, path)}">${label}</a></li>`)}
      </ul>`,
  )
}
