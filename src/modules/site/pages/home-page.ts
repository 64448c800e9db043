import { accountPaths } from '#modules/accounts/index.ts'
import { frameworkPaths } from '#modules/frameworks/index.ts'
import {
  dueCard,
  mandatePaths,
  type OccurrenceRecord,
  type RevisionRefRecord,
} from '#modules/mandates/index.ts'
import { stats, type Stat } from '#platform/ui/figures.ts'
import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { statusName, statusTag, type Status } from '#platform/ui/status.ts'
import { pageHead, spoken } from '#platform/ui/text.ts'
import type { Facet, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { sitePaths } from '../paths.ts'

export type Home = {
  duties: number
  states: { state: Status; count: number }[]
  next: OccurrenceRecord[]
  /** Who was told most, and the action lines named most: counts of the filters of the duties. */
  addressees: Facet['values']
  actionLines: Facet['values']
  revisions: (RevisionRefRecord & { duties: number })[]
}

const shownAtOnce = 8

export function homePage(visit: Visit, home: Home): Page {
  const { t } = visit
  const main = html`${pageHead({ title: t('home.heading'), lead: t('home.lead') })} ${searchForm(visit)}
    <section class="section" aria-labelledby="glance">
      <h2 id="glance">${t('home.glance')}</h2>
      ${stats(visit.language, figures(visit, home))}
      <p class="hint">${t('home.glance.note')}</p>
    </section>
    ${next(visit, home)}
    <div class="columns">
      ${ranking(visit, { id: 'addressees', title: t('home.addressees'), filter: 'addressee', values: home.addressees, all: { label: t('home.addressees.all'), path: accountPaths.bodies } })}
      ${ranking(visit, { id: 'lines', title: t('home.action-lines'), filter: 'action-line', values: home.actionLines, all: { label: t('lines.title'), path: frameworkPaths.actionLines } })}
    </div>
    ${resolutions(visit, home)}`
  return {
    title: t('home.title'),
    description: t('home.lead'),
    main,
    alternates: [
      {
        type: 'application/atom+xml',
        path: linkTo(visit, `${mandatePaths.duties}.atom`),
        title: t('duties.as-atom'),
      },
      {
        type: 'text/calendar',
        path: linkTo(visit, `${mandatePaths.calendar}.ics`),
        title: t('calendar.as-ics'),
      },
    ],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: t('site.name'),
      description: t('home.lead'),
      inLanguage: t.language.tag,
      url: visit.settings.publicUrl + linkTo(visit, '/'),
      potentialAction: {
        '@type': 'SearchAction',
        target: `${visit.settings.publicUrl}${linkTo(visit, sitePaths.search)}?q={words}`,
        'query-input': 'required name=words',
      },
    },
  }
}

const figures = (visit: Visit, { duties, states }: Home): Stat[] => [
  { count: duties, label: visit.t('home.all-duties'), href: linkTo(visit, mandatePaths.duties) },
  ...states.map(({ state, count }) => ({
    count,
    label: statusName(visit.t, state),
    href: linkTo(visit, mandatePaths.duties, { state }),
    status: state,
  })),
]

const searchForm = (visit: Visit): Html =>
  html`<form
    class="search"
    role="search"
    method="get"
    action="${linkTo(visit, sitePaths.search)}"
    aria-label="${visit.t('home.search')}"
  >
    <label class="unseen" for="home-search">${visit.t('home.search')}</label>
    <input
      id="home-search"
      type="search"
      name="q"
      dir="auto"
      placeholder="${visit.t('layout.search-hint')}"
    />
    <button>${visit.t('layout.search')}</button>
  </form>`

const next = (visit: Visit, home: Home): Html =>
  html`<section class="section" aria-labelledby="next">
    <h2 id="next">${visit.t('home.next')}</h2>
    ${
      home.next.length === 0
        ? emptyState({ title: visit.t('home.next.none') })
        : cardList(
            home.next.map((row) => dueCard(visit, row)),
            { level: 3 },
          )
    }
    <p><a href="${linkTo(visit, mandatePaths.calendar)}">${visit.t('home.next.all')}</a></p>
  </section>`

type Ranking = {
  id: string
  title: string
  filter: string
  values: Facet['values']
  all: { label: string; path: string }
}

const ranking = (visit: Visit, { id, title, filter, values, all }: Ranking): Html =>
  html`<section class="section" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <div class="facet">
      <ul>
        ${values
          .filter(({ count }) => count > 0)
          .slice(0, shownAtOnce)
          .map(
            ({ value, label, count }) =>
              html`<li>
                <a href="${linkTo(visit, mandatePaths.duties, { [filter]: value })}"
                  ><span>${label}</span> <span class="count">${number(visit.language, count)}</span></a
                >
              </li>`,
          )}
      </ul>
    </div>
    <p><a href="${linkTo(visit, all.path)}">${all.label}</a></p>
  </section>`

const resolutions = (visit: Visit, { revisions }: Home): Html =>
  html`<section class="section" aria-labelledby="resolutions">
    <h2 id="resolutions">${visit.t('home.instruments')}</h2>
    ${cardList(
      revisions.map((revision) => ({
        title: spoken(visit.t, revision.name),
        href: linkTo(visit, mandatePaths.revision(revision.id)),
        text: when(revision.title, () => spoken(visit.t, revision.title!)),
        tags: [
          statusTag(visit.t, revision.status.code === 'unknown' ? 'status-unknown' : revision.status.code),
        ],
        facts: [
          html`<a href="${linkTo(visit, mandatePaths.duties, { revision: revision.id })}"
            >${visit.t('duties.count', { count: revision.duties })}</a
          >`,
        ],
      })),
      { level: 3 },
    )}
    <p><a href="${linkTo(visit, mandatePaths.instruments)}">${visit.t('home.instruments.all')}</a></p>
  </section>`
