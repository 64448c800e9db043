import { accountPaths } from '#modules/accounts/index.ts'
import { frameworkPaths } from '#modules/frameworks/index.ts'
import { languages } from '#platform/languages.ts'
import { holdingsPart } from '#platform/ui/holdings-part.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { bdi, dateText, languageBadge, pageHead, spoken } from '#platform/ui/text.ts'
import { translateLine } from '#platform/ui/text-note.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { proseFields } from '../../content.ts'
import { activityPaths } from '../../paths.ts'
import type { ActivityPageRecord } from '../activity-routes.ts'
import { licenceAddresses, type ActivityRecord } from '../activity-shape.ts'
import { addressCited } from '../citing.ts'
import { budgetText, statusText, placeText } from './activity-parts.ts'
import { tagSections } from './tag-sections.ts'
import { licenceKeys } from '../../licence-words.ts'

/** One activity as the public reads it. */
export function activityPage(visit: Visit, record: ActivityPageRecord): Page {
  const { t } = visit
  return {
    title: record.title.text,
    ...(record.texts.summary ? { description: record.texts.summary.text.slice(0, 300) } : {}),
    crumbs: [{ label: t('activities.title'), path: activityPaths.activities }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'application/x-research-info-systems', path: '.ris', title: t('citation.as-ris') },
      { type: 'application/x-bibtex', path: '.bib', title: t('citation.as-bibtex') },
    ],
    history: { kind: 'activity', id: record.id },
    unlisted: record.replacedAt !== null || record.state.code === 'merged',
    jsonLd: description(visit, record),
    main: html`${pageHead({
      kicker: kicker(visit, record),
      title: spoken(t, record.title),
      tags: [
        ...(record.state.code === 'published' ? [] : [html`<span class="tag">${record.state.label}</span>`]),
        html`<span class="tag age-${record.age.code}">${record.age.label}</span>`,
      ],
    })}
    ${notices(visit, record)} ${picture(visit, record)} ${facts(visit, record)} ${prose(visit, record)}
    ${tagSections(visit, record)} ${files(visit, record)} ${holdingsPart(visit, record.held)}
    ${about(visit, record)}`,
  }
}

const kicker = ({ t }: Visit, { organization, type }: ActivityRecord): Html =>
  html`${organization === null ? '' : spoken(t, organization.name)}
  ${when(type?.label, () => html` · ${spoken(t, type?.label ?? { text: '', language: 'en' })}`)}`

function notices(visit: Visit, record: ActivityRecord): Html {
  const { t } = visit
  const { mergedInto } = record
  return html`${when(record.example, () => notice(t('activities.example'), 'warning'))}
  ${when(record.replacedAt !== null, () =>
    notice(
      html`${t('activities.earlier', { number: record.revision })}
        <a href="${linkTo(visit, activityPaths.activity(record.id))}">${t('activities.latest')}</a>`,
      'warning',
    ),
  )}
  ${when(mergedInto, () =>
    notice(
      html`${t('activities.merged')}
        <a href="${linkTo(visit, activityPaths.activity(mergedInto?.id ?? ''))}"
          >${spoken(t, mergedInto?.title ?? record.title)}</a
        >`,
      'warning',
    ),
  )}
  ${when(record.state.code === 'archived', () => notice(t('activities.archived'), 'warning'))}
  ${when(record.state.code === 'confirm-due', () => notice(t('activities.confirm-due'), 'warning'))}`
}

const picture = (visit: Visit, { picture: shown }: ActivityRecord): Html | '' =>
  when(
    shown,
    () =>
      html`<p class="picture">
        <img
          src="${linkTo(visit, shown?.smallPath ?? '')}"
          width="${shown?.smallWidth}"
          height="${shown?.smallHeight}"
          alt="${shown?.alt}"
          loading="lazy"
          decoding="async"
        />
      </p>`,
  )

const facts = (visit: Visit, record: ActivityRecord): Html => {
  const { t } = visit
  const { organization } = record
  return definitionList([
    {
      term: t('activities.field.organization'),
      content:
        organization &&
        html`<a href="${linkTo(visit, accountPaths.organization(organization.id))}"
            >${spoken(t, organization.name)}</a
          >
          ${when(organization.type.label, () => html`<span class="muted">(${spoken(t, organization.type.label ?? record.title)})</span>`)}`,
    },
    {
      term: t('activities.field.status'),
      content: statusText(visit, record),
    },
    { term: t('activities.field.reach'), content: placeText(visit, record) },
    {
      term: t('activities.field.website'),
      content:
        record.website &&
        html`<a href="${record.website}" rel="nofollow ugc external" dir="ltr">${record.website}</a>`,
    },
    { term: t('activities.field.budget'), content: record.budget && budgetText(visit, record.budget) },
    { term: t('activities.original'), content: languageName(record) },
  ])
}

const languageName = ({ originalLanguage }: ActivityRecord): Html => {
  const { tag, endonym, direction } = languages[originalLanguage]
  return html`<span lang="${tag}" dir="${direction}">${endonym}</span>`
}

/** The texts, each under its name; what nobody has written is left out. */
const prose = (visit: Visit, record: ActivityRecord): Html => {
  const { t } = visit
  return html`${proseFields
    .filter((field) => field !== 'title' && record.texts[field] !== null)
    .map((field) => {
      const text = record.texts[field]
      if (text === null) return ''
      const { tag, direction } = languages[text.language]
      return html`<section class="section">
        <h2>
          ${t(`activities.field.${field}`)}
          ${when(text.language !== visit.language, () => languageBadge(t, text.language))}
        </h2>
        ${text.text
          .split(/\n{2,}/)
          .map((paragraph) => html`<p class="lines" lang="${tag}" dir="${direction}">${paragraph}</p>`)}
        ${when(text.state, () => html`<p class="hint text-note">${t(text.state === 'machine' ? 'text-note.machine' : 'text-note.outdated')}</p>`)}
      </section>`
    })}
  ${translateLine(visit, { kind: 'activity', id: record.id }, record.title)}`
}

const files = (visit: Visit, { attachments }: ActivityRecord): Html | '' =>
  when(
    attachments.length > 0,
    () =>
      html`<section class="section">
        <h2>${visit.t('activities.attachments')}</h2>
        <ul class="downloads">
          ${attachments.map(
            ({ name, path, type, size }) =>
              html`<li>
                <a href="${linkTo(visit, path)}" type="${type}"><bdi>${name}</bdi></a>
                <span class="muted"
                  >${visit.t('activities.kilobytes', { count: Math.ceil(size / 1024) })}</span
                >
              </li>`,
          )}
        </ul>
      </section>`,
  )

/** How old it is, under which licence it stands, how to cite it, what was before. */
const about = (visit: Visit, record: ActivityRecord): Html => {
  const { t } = visit
  const licence = licenceAddresses[record.licence]
  return html`<section class="section">
    <h2>${t('activities.about')}</h2>
    ${definitionList([
      { term: t('activities.first-published'), content: dateText(t, record.firstPublishedAt.slice(0, 10)) },
      { term: t('activities.changed'), content: dateText(t, record.publishedAt.slice(0, 10)) },
      { term: t('activities.confirmed'), content: record.confirmedOn && dateText(t, record.confirmedOn) },
      {
        term: t('activities.field.licence'),
        content:
          licence === null
            ? t('activities.licence.all-rights-reserved')
            : html`<a href="${licence}" rel="license external">${t(licenceKeys[record.licence])}</a>`,
      },
      { term: t('activities.code'), content: html`<code>${record.id}</code>` },
      { term: t('activities.cite'), content: citation(visit, record) },
      { term: t('activities.revisions'), content: revisions(visit, record) },
    ])}
    <p class="muted">${t('activities.disclaimer')}</p>
  </section>`
}

const revisions = (visit: Visit, { id, revisions: numbers, revision }: ActivityRecord): Html[] | null =>
  numbers.length < 2
    ? null
    : numbers.map((number) =>
        number === revision
          ? html`${bdi(number)} `
          : html`<a href="${linkTo(visit, activityPaths.revision(id, number))}">${bdi(number)}</a> `,
      )

const citation = (visit: Visit, record: ActivityRecord): Html =>
  html`${when(record.organization, () => html`<bdi>${record.organization?.name.text}</bdi>. `)}<bdi>${record.title.text}</bdi>.
    ${visit.t('activities.title')} (${dateText(visit.t, record.publishedAt.slice(0, 10))}).
    <span dir="ltr">${addressCited(visit, record)}</span>`

const description = (visit: Visit, record: ActivityRecord): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'Project',
  name: record.title.text,
  inLanguage: record.originalLanguage,
  identifier: record.id,
  url: visit.settings.publicUrl + linkTo(visit, activityPaths.activity(record.id)),
  ...(record.texts.summary ? { description: record.texts.summary.text } : {}),
  ...(record.organization
    ? { parentOrganization: { '@type': 'Organization', name: record.organization.name.text } }
    : {}),
  ...(record.start ? { foundingDate: record.start } : {}),
  about: record.actionLines.map(({ code }) => ({
    '@type': 'DefinedTerm',
    termCode: code,
    url: visit.settings.publicUrl + linkTo(visit, frameworkPaths.actionLine(code)),
  })),
})
