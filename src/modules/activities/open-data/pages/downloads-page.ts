import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, dateText, momentText, pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import { checksumsName, fileAddress, fileName } from '../download.ts'
import type { DownloadsRecord } from '../download-shape.ts'
import { datasetLd } from '../dataset.ts'
import { licenceKeys } from '../../licence-words.ts'

/** The files of the register, how to check them, under which licences, and how to cite them. */
export function downloadsPage(visit: Visit, record: DownloadsRecord): Page {
  const { t } = visit
  const [last] = record.days
  return {
    title: t('activities.open.title'),
    description: t('activities.open.lead'),
    crumbs: [{ label: t('activities.title'), path: activityPaths.activities }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'application/ld+json', path: '/catalogue.jsonld', title: t('activities.open.catalogue') },
      { type: 'text/turtle', path: '/catalogue.ttl', title: t('activities.open.catalogue-turtle') },
    ],
    jsonLd: datasetLd(visit, record),
    main: html`${pageHead({ title: t('activities.open.title'), lead: t('activities.open.lead') })}
    ${last === undefined ? html`<p>${t('activities.open.none')}</p>` : files(visit, record)}
    ${when(last, () => licences(visit, record))} ${otherWays(visit)}
    ${when(last, () => citation(visit, last?.day ?? ''))}`,
  }
}

function files(visit: Visit, { days, latest, checksums }: DownloadsRecord): Html {
  const { t, language } = visit
  return html`${table({
      id: 'files',
      caption: t('activities.open.files'),
      columns: [
        { label: t('activities.open.file') },
        { label: t('activities.open.contents') },
        { label: t('activities.open.made') },
        { label: t('activities.open.rows'), align: 'end' },
        { label: t('activities.open.size'), align: 'end' },
        { label: 'SHA-256' },
      ],
      rows: days.flatMap(({ madeAt, files: all }) =>
        all.map(({ address, form, type, rows, size, sha256 }) => [
          html`<a href="${address}" type="${type}">${bdi(address.slice(address.lastIndexOf('/') + 1))}</a>`,
          t(`activities.open.form.${form}`),
          momentText(t, new Date(madeAt)),
          bdi(number(language, rows)),
          bdi(t('activities.kilobytes', { count: Math.ceil(size / 1024) })),
          html`<code>${sha256}</code>`,
        ]),
      ),
    })}
    <div class="prose">
      <p>
        ${t('activities.open.checked')}
        <a href="${checksums}" type="text/plain">${bdi(checksumsName)}</a>
      </p>
      <p>${t('activities.open.latest')}</p>
      <ul>
        ${latest.map(
          ({ address }) =>
            html`<li>
              <a href="${address}"><bdi>${address}</bdi></a>
            </li>`,
        )}
      </ul>
    </div>`
}

const licences = ({ t, language }: Visit, { licences: all }: DownloadsRecord): Html =>
  html`<div class="prose">
      <h2>${t('activities.open.licences')}</h2>
      <p>${t('activities.open.licence')}</p>
    </div>
    ${when(all.length > 0, () =>
      table({
        id: 'licences',
        caption: t('activities.open.licences'),
        captionUnseen: true,
        columns: [
          { label: t('activities.field.licence') },
          { label: t('activities.code') },
          { label: t('activities.open.rows'), align: 'end' },
        ],
        rows: all.map(({ licence, address, entries }) => [
          address === null
            ? t(licenceKeys[licence])
            : html`<a href="${address}" rel="license">${t(licenceKeys[licence])}</a>`,
          bdi(licence),
          bdi(number(language, entries)),
        ]),
      }),
    )}`

/** What follows the register day by day, for programs. */
const otherWays = (visit: Visit): Html => {
  const { t, settings } = visit
  const here = (path: string) => html`<a href="${path}"><code>${settings.publicUrl}${path}</code></a>`
  return html`<div class="prose">
    <h2>${t('activities.open.follow')}</h2>
    <ul>
      <li>${t('activities.open.changes')} ${here(linkTo(visit, activityPaths.changes))}</li>
      <li>${t('activities.open.oai')} ${here('/oai?verb=Identify')}</li>
      <li>${t('activities.open.catalogue')} ${here('/catalogue.jsonld')}</li>
      <li>${t('activities.open.catalogue-turtle')} ${here('/catalogue.ttl')}</li>
    </ul>
  </div>`
}

const citation = (visit: Visit, day: string): Html =>
  html`<div class="prose">
    <h2>${visit.t('activities.cite')}</h2>
    <p>
      ${visit.t('activities.open.publisher')}. ${visit.t('activities.title')}, ${dateText(visit.t, day)}.
      <span dir="ltr">${fileAddress(visit.settings.publicUrl, fileName(day, 'zip'))}</span>
    </p>
  </div>`
