import { languages, type LanguageCode } from '#platform/languages.ts'
import { historyPath, versionPath } from '#platform/past/subject.ts'
import { filterForm, selectField } from '#platform/ui/controls.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { changedText, changeKey, momentText, pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { fieldLabel, type VersionMark, type VersionRecord } from '../history/version-shape.ts'
import { sitePaths } from '../paths.ts'

/** A version of a record as it read then, and what was otherwise in another. */
export function versionPage(visit: Visit, record: VersionRecord): Page {
  const { t } = visit
  const { kind, subject, version, fields } = record
  const title = t('history.version-of', { number: version.number, name: subject.name })
  return {
    title,
    unlisted: true,
    crumbs: [
      { label: t('history.title'), path: sitePaths.history },
      { label: t('history.of', { name: subject.name }), path: historyPath(kind.code, subject.id) },
    ],
    alternates: [{ type: 'application/json', path: '.json', title: t('history.as-json') }],
    main: html`${pageHead({ kicker: kind.label, title })}
      <p>${momentText(t, new Date(version.at))} ${t('history.utc')} – ${version.sentence}</p>
      ${when(subject.path, () => html`<p><a href="${linkTo(visit, subject.path ?? '/')}">${t('history.record')}</a></p>`)}
      ${definitionList(
        fields
          .filter(({ value }) => value !== null)
          .map((field) => ({
            term: fieldLabel(field),
            content: inItsLanguage(field.language, html`${field.value ?? ''}`),
          })),
      )}
      ${comparison(visit, record)} ${otherVersions(visit, record)}`,
  }
}

function comparison(visit: Visit, { other, fields }: VersionRecord): Html | '' {
  if (other === null) return ''
  const { t } = visit
  const changed = fields.filter((field) => field.changed)
  return html`<section aria-labelledby="comparison-title">
    <h2 id="comparison-title">${t('history.compared', { number: other.number })}</h2>
    ${
      changed.length === 0
        ? html`<p>${t('history.same')}</p>`
        : html`${changeKey(t)}
          ${definitionList(
            changed.map((field) => ({
              term: fieldLabel(field),
              content: inItsLanguage(field.language, changedText(t, field.segments)),
            })),
          )}`
    }
  </section>`
}

const inItsLanguage = (language: LanguageCode | null, content: Html): Html =>
  language === null
    ? html`<span dir="auto">${content}</span>`
    : html`<span lang="${languages[language].tag}" dir="${languages[language].direction}">${content}</span>`

function otherVersions(visit: Visit, { kind, subject, version, versions }: VersionRecord): Html | '' {
  const others = versions.filter(({ id }) => id !== version.id)
  if (others.length === 0) return ''
  const { t } = visit
  const label = ({ number, at }: VersionMark) => t('history.version', { number, date: at.slice(0, 10) })
  return html`<section aria-labelledby="versions-title">
    <h2 id="versions-title">${t('history.versions', { count: versions.length })}</h2>
    ${filterForm(visit, {
      label: t('history.compare-with'),
      fields: [
        selectField(visit, {
          name: 'with',
          label: t('history.compare-with'),
          options: others.map((one) => ({ value: one.id, label: label(one) })),
          any: t('history.version-before'),
        }),
      ],
      names: ['with'],
      submit: t('history.compare'),
    })}
    <ol class="timeline">
      ${versions.toReversed().map(
        (one) =>
          html`<li>
            <p>
              ${
                one.id === version.id
                  ? html`<strong>${label(one)}</strong>`
                  : html`<a href="${linkTo(visit, versionPath(kind.code, subject.id, one.id))}"
                      >${label(one)}</a
                    >`
              }
              ${one.sentence}
            </p>
          </li>`,
      )}
    </ol>
  </section>`
}
