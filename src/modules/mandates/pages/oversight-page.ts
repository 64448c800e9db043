import { filterForm, selectField } from '#platform/ui/controls.ts'
import { pagination } from '#platform/ui/facets.ts'
import { date } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { statusName, statusTag } from '#platform/ui/status.ts'
import { bdi, dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Facet, Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { dutyStates } from '../duties/duty.ts'
import { letterKeys, type CellRecord } from '../oversight/oversight-shape.ts'
import { mandatePaths } from '../paths.ts'
import { dueDateText, provisionWords } from './duty-card.ts'
import { ownerNames } from './owner-text.ts'
import { revisionLink } from './revision-lists.ts'

export type Choices = Record<'bodies' | 'years' | 'revisions', Facet['values']>

/** Every operative provision as one cell, coloured and lettered by its state; the same below as a list. */
export function oversightPage(
  visit: Visit,
  { rows, total, next }: Listing<CellRecord>,
  choices: Choices,
): Page {
  const { t } = visit
  const groups = [...Map.groupBy(rows, ({ revision }) => revision.id).values()]
  return {
    title: t('oversight.title'),
    description: t('oversight.lead'),
    unlisted: visit.query.size > 0,
    alternates: [
      { type: 'application/json', path: '.json', title: t('duties.as-json') },
      { type: 'text/csv', path: '.csv', title: t('duties.as-csv') },
    ],
    main: html`<div class="oversight">
      ${pageHead({ title: t('oversight.title'), lead: t('oversight.lead') })} ${filters(visit, choices)}
      <p class="no-print">${ways(visit)}</p>
      <h2>${t('oversight.count', { count: total })}</h2>
      ${key(visit)} ${groups.length === 0 ? nothing(visit) : groups.map((cells) => grid(visit, cells))}
      ${pagination(visit, next)} ${when(rows.length, () => listOf(visit, groups))}
    </div>`,
  }
}

const filters = (visit: Visit, { bodies, years, revisions }: Choices): Html => {
  const { t } = visit
  return filterForm(visit, {
    label: t('filters.title'),
    names: ['body', 'year', 'revision'],
    fields: [
      selectField(visit, { name: 'body', label: t('duties.filter.addressee'), options: bodies }),
      selectField(visit, { name: 'year', label: t('duties.filter.year'), options: years }),
      selectField(visit, { name: 'revision', label: t('duties.filter.revision'), options: revisions }),
    ],
  })
}

const ways = (visit: Visit): Html => {
  const { t } = visit
  return html`<a href="${linkTo(visit, mandatePaths.unanswered)}">${t('unanswered.title')}</a> ·
    <a href="${linkTo(visit, mandatePaths.overlaps)}">${t('overlaps.title')}</a> ·
    <a href="${linkTo(visit, mandatePaths.gaps)}">${t('gaps.title')}</a> ·
    <a href="${linkTo(visit, mandatePaths.evidence)}">${t('evidence.title')}</a>`
}

/** The letters with what they stand for. */
const key = ({ t }: Visit): Html =>
  html`<ul class="cell-key" aria-label="${t('oversight.key')}">
    ${dutyStates.map((state) => html`<li><span class="cell is-${state}" aria-hidden="true">${t(letterKeys[state])}</span> ${statusName(t, state)}</li>`)}
    <li><span class="cell is-nothing" aria-hidden="true">–</span> ${t('oversight.no-duty')}</li>
  </ul>`

const grid = (visit: Visit, cells: CellRecord[]): Html => {
  const [first] = cells
  if (first === undefined) return html``
  return html`<section class="section" aria-labelledby="grid-${first.revision.id}">
    <h3 id="grid-${first.revision.id}">${revisionLink(visit, first.revision)}</h3>
    <ul class="cells">
      ${cells.map((cell) => html`<li>${cellLink(visit, cell)}</li>`)}
    </ul>
  </section>`
}

/** A cell with its letter and label; the rest shows when it is pointed at or reached by the keyboard. */
function cellLink(visit: Visit, cell: CellRecord): Html {
  const told = toldOf(visit, cell)
  return html`<a
    class="cell is-${cell.state?.code ?? 'nothing'}"
    href="${linkTo(visit, cell.path)}"
    title="${told}"
    ><span class="letter" aria-hidden="true">${cell.letter}</span
    ><span class="place" aria-hidden="true"><bdi>${shortPlace(cell)}</bdi></span
    ><span class="told">${told}</span></a
  >`
}

/** 'instructs 3: overdue. Last evidence: 3 May 2026, verified. Next date: 2027.' */
function toldOf(visit: Visit, cell: CellRecord): string {
  const { t, language } = visit
  const { lastEvidence, next } = cell
  const parts = [
    t('oversight.told', { place: nameOf(visit, cell), state: cell.state?.label ?? t('oversight.no-duty') }),
    ...(cell.duties.length === 0
      ? []
      : [
          lastEvidence === null
            ? t('oversight.no-evidence')
            : t('oversight.last-evidence-on', {
                day: date(language, lastEvidence.happenedOn),
                strength: lastEvidence.strength.label,
              }),
        ]),
    ...(next === null
      ? []
      : [t('oversight.next-on', { day: date(language, next.starts ?? String(next.year ?? '')) })]),
  ]
  return parts.join(' ')
}

const nameOf = ({ t }: Visit, { address, label, addressees }: CellRecord): string =>
  provisionWords(t, address, label, addressees)

const shortPlace = ({ address }: CellRecord): string => {
  const labels = address
    .split('/')
    .slice(1)
    .filter((label) => label !== '0')
  return labels.length === 0 ? '¶' : labels.join(' ')
}

/** The same in words, a line each: for those who cannot point, and for the second page of paper. */
const listOf = (visit: Visit, groups: CellRecord[][]): Html => {
  const { t } = visit
  return html`<section class="section cell-list" aria-labelledby="in-words">
    <h2 id="in-words">${t('oversight.in-words')}</h2>
    ${groups.map(
      (cells) =>
        html`<h3>${cells[0] && spoken(t, cells[0].revision.name)}</h3>
          <ol>
            ${cells.map((cell) => html`<li>${line(visit, cell)}</li>`)}
          </ol>`,
    )}
  </section>`
}

function line(visit: Visit, cell: CellRecord): Html {
  const { t } = visit
  const { state, lastEvidence, next, owners } = cell
  return html`<a href="${linkTo(visit, cell.path)}">${bdi(nameOf(visit, cell))}</a>
    ${state === null ? html`<span class="muted">${t('oversight.no-duty')}</span>` : statusTag(t, state.code)}
    ${when(owners.length, () => html`<span>${t('oversight.answered-by')} ${ownerNames(visit, owners)}</span>`)}
    ${when(lastEvidence, () => html`<span>${t('oversight.last-evidence')} ${lastEvidence && dateText(t, lastEvidence.happenedOn)}, ${lastEvidence?.strength.label}</span>`)}
    ${when(next, () => html`<span>${t('oversight.next')} ${next && dueDateText(t, next)}</span>`)}`
}

const nothing = (visit: Visit): Html =>
  emptyState({
    title: visit.t('oversight.none'),
    link: { label: visit.t('oversight.all'), href: linkTo(visit, mandatePaths.oversight) },
  })
