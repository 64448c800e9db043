import { may } from '#platform/access/rights.ts'
import { heatGrid } from '#platform/charts/heat-grid.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { here, linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { number } from '#platform/ui/format.ts'
import { bdi, pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { versionRights } from '../../versions/version-rights.ts'
import type { Tag } from '../../cell-shape.ts'
import { codeOf } from '../../pages/cell-words.ts'
import { matrixPaths } from '../../paths.ts'
import type { GridRecord } from '../grid-shape.ts'
import { evidenceForm, measureChoice } from './evidence-form.ts'
import { gridPicture } from './grid-picture.ts'

/** The Matrix at a glance, with the ways to all that it is made of. */
export function gridPage(visit: Visit, record: GridRecord): Page {
  const { t } = visit
  return {
    title: t('matrix.title'),
    description: t('matrix.lead'),
    sheet: 'charts',
    unlisted: visit.query.size > 0,
    history: { kind: 'matrix', id: 'all' },
    alternates: alternates(visit),
    main: html`${pageHead({ title: t('matrix.title'), lead: t('matrix.lead') })}
      ${record.version === null ? notice(t('matrix.state')) : versionNotice(visit, record.version)}
      ${measureChoice(visit, record.measure)}
      <p>${t(`matrix.measure.${record.measure}.lead`)}</p>
      ${heatGrid(gridPicture(visit, record))} ${evidenceForm(visit, record.facets)} ${verdicts(visit, record)}
      ${ways(visit)}
      <h2>${t('matrix.by-line')}</h2>
      ${axisList(visit, 'line', record.lines)}
      <h2>${t('matrix.by-goal')}</h2>
      ${axisList(visit, 'goal', record.goals)}
      <h2>${t('matrix.by-objective')}</h2>
      ${axisList(visit, 'objective', record.objectives)}`,
  }
}

const endings = [
  { type: 'application/json', ending: '.json', key: 'matrix.as-json' },
  { type: 'text/csv', ending: '.csv', key: 'matrix.as-csv' },
  { type: 'image/svg+xml', ending: '.svg', key: 'matrix.as-svg' },
  { type: 'image/png', ending: '.png', key: 'matrix.as-png' },
  { type: 'text/turtle', ending: '.ttl', key: 'matrix.as-turtle' },
  { type: 'application/ld+json', ending: '.jsonld', key: 'matrix.as-json-ld' },
] as const

const alternates = ({ t }: Visit) =>
  endings.map(({ type, ending, key }) => ({ type, path: ending, title: t(key) }))

const versionNotice = (visit: Visit, version: number): Html =>
  notice(
    html`${visit.t('matrix.of-version', { number: String(version) })}
      <a href="${linkTo(visit, matrixPaths.version(version))}">${visit.t('matrix.to-version')}</a>
      <a href="${here(visit, { version: null })}">${visit.t('matrix.to-present')}</a>`,
  )

const ways = (visit: Visit): Html => {
  const { t } = visit
  const links = [
    { path: matrixPaths.links, label: t('matrix.links') },
    { path: matrixPaths.contradictions, label: t('matrix.contradictions') },
    { path: matrixPaths.versions, label: t('matrix.versions') },
    ...(may(versionRights, 'publish', visit.actor, { state: 'published' })
      ? [{ path: matrixPaths.newVersion, label: t('matrix.version.publish') }]
      : []),
  ]
  return html`<ul class="steps">
    ${links.map(({ path, label }) => html`<li><a href="${linkTo(visit, path)}">${label}</a></li>`)}
  </ul>`
}

const verdicts = (visit: Visit, { verdicts: many, total }: GridRecord): Html => {
  const { t, language } = visit
  const figure = (count: number) => number(language, count)
  return definitionList([
    { term: t('matrix.verdict.shown'), content: figure(many.shown) },
    { term: t('matrix.verdict.not-shown'), content: figure(many.notShown) },
    { term: t('matrix.verdict.not-linked'), content: figure(many.notLinked) },
    { term: t('matrix.counted'), content: figure(total) },
  ])
}

const axisList = (visit: Visit, tree: 'line' | 'goal' | 'objective', tags: readonly Tag[]): Html =>
  html`<ul>
    ${tags.map(
      ({ code, label }) =>
        html`<li>
          <a href="${linkTo(visit, matrixPaths[tree](code))}">${bdi(codeOf(visit, tree, code))}</a>
          ${when(label, () => html`${label!.text}`)}
        </li>`,
    )}
  </ul>`
