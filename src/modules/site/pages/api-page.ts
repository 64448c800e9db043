import { activityPaths } from '#modules/activities/index.ts'
import type { MessageKey } from '#platform/messages.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { pageHead } from '#platform/ui/text.ts'
import { table } from '#platform/ui/table.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'

/** How to have what the pages show as data; `revision` is one that exists, for the examples. */
export function apiPage(visit: Visit, revision: string | null): Page {
  const { t } = visit
  const rules: MessageKey[] = [
    'api.rules.language',
    'api.rules.paging',
    'api.rules.errors',
    'api.rules.caching',
  ]
  const main = html`${pageHead({ title: t('api.title'), lead: t('api.lead') })}
    <div class="prose">
      <p><a href="/api/openapi.json" type="application/json">${t('api.openapi')}</a></p>
      <h2>${t('api.forms.heading')}</h2>
      <p>${t('api.forms.lead')}</p>
    </div>
    ${table({
      id: 'forms',
      caption: t('api.forms.heading'),
      captionUnseen: true,
      columns: [
        { label: t('api.column.ending') },
        { label: t('api.column.gives') },
        { label: t('api.column.example') },
      ],
      rows: forms(revision).map(({ ending, key, path }) => [
        html`<code>${ending}</code>`,
        t(key),
        example(visit, path),
      ]),
    })}
    <div class="prose">
      <h2>${t('activities.open.title')}</h2>
      <p>${t('activities.open.lead')} ${t('activities.open.licence')}</p>
      <ul>
        ${whole(visit).map(
          ({ key, address }) =>
            html`<li>
              ${t(key)} <a href="${address}"><code>${address}</code></a>
            </li>`,
        )}
      </ul>
      <h2>${t('api.rules.heading')}</h2>
      <ul>
        ${rules.map((key) => html`<li>${t(key)}</li>`)}
        <li>${t('api.rules.rate', { count: visit.settings.requestsPerMinute })}</li>
      </ul>
      <p>${t('api.licence')}</p>
    </div>`
  return { title: t('api.title'), description: t('api.lead'), main }
}

type Form = { ending: string; key: MessageKey; path: string }

const forms = (revision: string | null): Form[] => [
  { ending: '.json', key: 'api.form.json', path: '/duties.json?state=due' },
  { ending: '.csv', key: 'api.form.csv', path: '/duties.csv?cadence=annual' },
  { ending: '.atom', key: 'api.form.atom', path: '/duties.atom' },
  { ending: '.ics', key: 'api.form.ics', path: '/calendar.ics' },
  ...(revision === null
    ? []
    : ([
        { ending: '.akn.xml', key: 'api.form.akn', path: `/revisions/${revision}.akn.xml` },
        { ending: '.txt', key: 'api.form.txt', path: `/revisions/${revision}.txt` },
      ] satisfies Form[])),
]

/** The register of activities as a whole, and what follows it. */
const whole = ({ language }: Visit): { key: MessageKey; address: string }[] => [
  { key: 'activities.open.files', address: `/${language}${activityPaths.downloads}` },
  { key: 'activities.open.changes', address: `/${language}${activityPaths.changes}.json` },
  { key: 'activities.as-feed', address: `/${language}${activityPaths.changes}.atom` },
  { key: 'activities.open.oai', address: '/oai?verb=Identify' },
  { key: 'activities.open.catalogue', address: '/catalogue.jsonld' },
  { key: 'activities.open.catalogue-turtle', address: '/catalogue.ttl' },
]

const example = ({ language }: Visit, path: string): Html => {
  const address = `/${language}${path}`
  return html`<a href="${address}" rel="nofollow"><code>${address}</code></a>`
}
