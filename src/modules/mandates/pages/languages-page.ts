import { languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState, notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { mandatePaths } from '../paths.ts'
import type { ProvisionLanguagesRecord, RevisionLanguagesRecord } from '../review/language-routes.ts'
import { reviewPaths } from '../review/review-paths.ts'
import { revisionLink } from './revision-lists.ts'

/** In what the language versions of a revision do not agree. */
export function revisionLanguagesPage(visit: Visit, record: RevisionLanguagesRecord): Page {
  const { t } = visit
  const { revision, languages: imported, missing, differences } = record
  return {
    title: t('versions.title', { name: revision.name.text }),
    crumbs: [{ label: revision.name.text, path: mandatePaths.revision(revision.id) }],
    alternates: [{ type: 'application/json', path: '.json', title: t('imports.as-json') }],
    main: html`${pageHead({ kicker: revisionLink(visit, revision), title: t('versions.head'), lead: t('versions.lead') })}
    ${
      imported.length === 0
        ? emptyState({ title: t('versions.none') })
        : html`${when(missing.length, () => notice(html`<p>${t('versions.missing-versions')} ${missing.map((code) => html`${endonym(code)} `)}</p>`))}
          ${counts(visit, record)}
          ${
            differences.length === 0
              ? html`<p>${t('versions.no-differences')}</p>`
              : differenceTable(visit, record)
          }`
    }`,
  }
}

const endonym = (code: LanguageCode): Html =>
  html`<bdi lang="${languages[code].tag}">${languages[code].endonym}</bdi>`

const counts = ({ t, language }: Visit, { counts: rows, languages: shown }: RevisionLanguagesRecord): Html =>
  table({
    id: 'counts',
    caption: t('versions.counts'),
    columns: [
      { label: t('versions.part') },
      ...shown.map((code) => ({ label: endonym(code), align: 'end' as const })),
    ],
    rows: rows.map(({ section, counts: own }) => [
      section === null ? t('versions.whole') : bdi(section),
      ...shown.map((code) => number(language, own[code] ?? 0)),
    ]),
  })

const differenceTable = (visit: Visit, { differences, revision }: RevisionLanguagesRecord): Html =>
  table({
    id: 'differences',
    caption: visit.t('versions.differences', { count: differences.length }),
    columns: [
      { label: visit.t('versions.provision') },
      { label: visit.t('versions.difference') },
      { label: visit.t('versions.where') },
    ],
    rows: differences.map((one) => [
      html`<a href="${linkTo(visit, reviewPaths.provisionLanguages(revision.id, one.address))}"
        >${bdi(one.address)}</a
      >`,
      visit.t(one.kind === 'missing' ? 'versions.is-missing' : 'versions.other-label'),
      html`${one.languages.map((code) => html`${endonym(code)} ${when(one.kind === 'label', () => html`<bdi>${one.labels[code] || visit.t('versions.no-label')}</bdi>`)} `)}`,
    ]),
  })

/** One provision in six languages; a version that lacks it says so. */
export function provisionLanguagesPage(visit: Visit, record: ProvisionLanguagesRecord): Page {
  const { t } = visit
  const { revision, address, versions } = record
  return {
    title: t('versions.provision-title', { address, name: revision.name.text }),
    crumbs: [
      { label: revision.name.text, path: mandatePaths.revision(revision.id) },
      { label: t('versions.head'), path: reviewPaths.languages(revision.id) },
    ],
    alternates: [{ type: 'application/json', path: '.json', title: t('imports.as-json') }],
    main: html`${pageHead({
        kicker: revisionLink(visit, revision),
        title: bdi(address),
        lead: html`<a href="${linkTo(visit, mandatePaths.provision(revision.id, address))}"
          >${t('versions.to-provision')}</a
        >`,
      })}
      <div class="side-by-side">
        ${languageCodes.map((code) =>
          version(
            visit,
            code,
            versions.find(({ language }) => language === code),
          ),
        )}
      </div>`,
  }
}

function version(
  { t }: Visit,
  code: LanguageCode,
  found: ProvisionLanguagesRecord['versions'][number] | undefined,
): Html {
  const { tag, direction, endonym: name } = languages[code]
  const text = found?.text ?? null
  return html`<section aria-labelledby="language-${code}">
    <h2 id="language-${code}"><bdi lang="${tag}">${name}</bdi></h2>
    ${
      text === null
        ? html`<p class="muted">${found?.isImported ? t('versions.lacks') : t('versions.not-imported')}</p>`
        : html`<p class="official" lang="${tag}" dir="${direction}">
            ${when(text.label, () => html`<bdi>${text.label}</bdi> `)}${text.text}${when(text.closing, () => html` ${text.closing}`)}
          </p>`
    }
  </section>`
}
