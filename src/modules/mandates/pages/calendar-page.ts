import type { MessageKey } from '#platform/messages.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { yearStrip } from '#platform/ui/figures.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { here, linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState, notice } from '#platform/ui/notices.ts'
import { statusTag } from '#platform/ui/status.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Facet, Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { OccurrenceRecord } from '../occurrences/occurrence-shape.ts'
import { mandatePaths } from '../paths.ts'
import { chosenOf, facetLabel } from './duties-page.ts'
import { cadenceText, dueDateText, dutyParties, dutySource, dutyTitle } from './duty-card.ts'

const calendarFilterKeys = {
  state: 'duties.filter.state',
  addressee: 'duties.filter.addressee',
  recipient: 'duties.filter.recipient',
  revision: 'duties.filter.revision',
} satisfies Record<string, MessageKey>

export type CalendarYear = number | 'all'

/** Due dates of one year, or of all; `year` is what the address asks for or else the present one. */
export function calendarPage(visit: Visit, listing: Listing<OccurrenceRecord>, year: CalendarYear): Page {
  const { t } = visit
  const { rows, total, next, facets = [] } = listing
  const beside = facets.filter(({ name }) => name !== 'year')
  const chosen = chosenOf(visit, facets, calendarFilterKeys)
  const title = year === 'all' ? t('calendar.title') : t('calendar.title.year', { year: String(year) })
  const main = html`${pageHead({ title, lead: t('calendar.lead') })} ${years(visit, facets, year)}
  ${notice(t('calendar.honest'))}
  ${filteredList(visit, { filters: beside.map((facet) => facetList(visit, facet, facetLabel(visit, facet, calendarFilterKeys))), chosen, count: t('calendar.count', { count: total }), rows: rows.length === 0 ? nothing(visit) : groupsOf(rows).map((group) => groupOf(visit, group)), next })}`
  return {
    title,
    description: t('calendar.lead'),
    main,
    unlisted: visit.query.size > 0,
    alternates: [
      { type: 'text/calendar', path: '.ics', title: t('calendar.as-ics') },
      { type: 'application/json', path: '.json', title: t('duties.as-json') },
      { type: 'text/csv', path: '.csv', title: t('duties.as-csv') },
    ],
  }
}

function years(visit: Visit, facets: Facet[], year: CalendarYear): Html {
  const { t } = visit
  const counted = facets.find(({ name }) => name === 'year')?.values ?? []
  const marks = counted
    .filter(({ value }) => /^\d{4}$/.test(value))
    .map(({ value, count }) => ({
      year: Number(value),
      count,
      href: here(visit, { year: value }),
      chosen: Number(value) === year,
    }))
    .sort((a, b) => a.year - b.year)
  return html`${yearStrip(visit.language, { label: t('calendar.years'), years: marks, counted: (count) => t('calendar.counted', { count }) })}
    <p>
      ${year === 'all' ? html`<strong>${t('calendar.all-years')}</strong>` : html`<a href="${here(visit, { year: 'all' })}">${t('calendar.all-years')}</a>`}
    </p>`
}

type Group = { year: number | null; exact: boolean; rows: OccurrenceRecord[] }

/** Rows in the order of the list, gathered by year, and within it by whether a day is known. */
function groupsOf(rows: OccurrenceRecord[]): Group[] {
  const keyed = Map.groupBy(rows, (row) => `${row.year ?? ''} ${row.starts !== null}`)
  return [...keyed.values()].map((members) => ({
    year: members[0]?.year ?? null,
    exact: members[0]?.starts !== null,
    rows: members,
  }))
}

function groupOf(visit: Visit, { year, exact, rows }: Group): Html {
  const { t } = visit
  const heading =
    year === null
      ? t('calendar.group.unknown')
      : t(exact ? 'calendar.group.dated' : 'calendar.group.year', { year: String(year) })
  return html`<section class="group">
    <h3>${heading}</h3>
    ${cardList(
      rows.map((row) => dueCard(visit, row)),
      { level: 4 },
    )}
  </section>`
}

/** A due date as an entry of a list. */
export function dueCard(visit: Visit, row: OccurrenceRecord): Card {
  const { t } = visit
  return {
    kicker: dutySource(visit, row.duty),
    title: dutyTitle(t, row.duty),
    href: linkTo(visit, mandatePaths.provision(row.duty.revision.id, row.duty.address)),
    text: dutyParties(visit, row.duty),
    edge: html`${dueDateText(t, row)}${when(row.occasion, () => html`<br /><span class="muted">${row.occasion?.name.text}</span>`)}`,
    tags: [
      statusTag(t, row.state.code),
      ...(row.certainty.code === 'presumed' ? [statusTag(t, 'presumed')] : []),
    ],
    facts: [cadenceText(t, row.duty)],
  }
}

const nothing = (visit: Visit): Html =>
  emptyState({
    title: visit.t('calendar.none'),
    link: {
      label: visit.t('calendar.all-years'),
      href: linkTo(visit, mandatePaths.calendar, { year: 'all' }),
    },
  })
