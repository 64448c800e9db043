import { accountPaths } from '#modules/accounts/index.ts'
import { languages } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { changedText, changeKey, dateText, momentText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { stateTag } from '../../pages/state-tag.ts'
import { workPapers, workPicture } from '../../pages/work-files.ts'
import { likelyPart } from '../../likeness/pages/likely-part.ts'
import { activityPaths } from '../../paths.ts'
import type { ModeratedRecord } from '../moderated-shape.ts'
import { mergeLink } from './merger-page.ts'
import { careForm, noteForm, publishForm, returnForm } from './decision-pages.ts'

/** One entry before the secretariat: first what is asked of them, then what was entered, then what they know about it. */
export function moderatedPage(visit: Visit, entry: ModeratedRecord): Page {
  const { t } = visit
  const title = entry.title === '' ? t('activities.untitled') : entry.title
  return {
    title,
    unlisted: true,
    crumbs: [{ label: t('moderation.title'), path: activityPaths.moderation }],
    history: { kind: 'activity', id: entry.id },
    alternates: [{ type: 'application/json', path: '.json', title: t('moderation.as-json') }],
    main: html`${pageHead({
      kicker: entry.organization === null ? t('noun.activity') : spoken(t, entry.organization.name),
      title: spoken(t, { text: title, language: entry.language }),
      tags: [stateTag(visit, entry.state.code)],
    })}
    ${standing(visit, entry)} ${duplicates(visit, entry)} ${parties(visit, entry)} ${missing(visit, entry)}
    ${content(visit, entry)} ${decision(visit, entry)} ${returns(visit, entry)} ${notes(visit, entry)}`,
  }
}

const standing = (visit: Visit, entry: ModeratedRecord): Html => {
  const { t } = visit
  return html`${when(entry.example, () => notice(t('activities.example'), 'warning'))}
    ${when(
      entry.days !== null && entry.submittedAt !== null,
      () =>
        html`<p class="lead">
          ${t('moderation.waits-days', { count: entry.days ?? 0 })} · ${t('moderation.since')}
          ${dateText(t, (entry.submittedAt ?? '').slice(0, 10))}
        </p>`,
    )}
    <p class="ways">
      ${when(
        entry.publishedRevision !== null,
        () =>
          html`<a href="${linkTo(visit, activityPaths.activity(entry.id))}"
            >${t('activities.read-public')}</a
          >`,
      )}
      <a href="${linkTo(visit, activityPaths.entry(entry.id))}">${t('moderation.as-keeper')}</a>
    </p>
    ${careForm(visit, entry)}`
}

/** With the way to merge, which is also open when nobody but a person sees the likeness. */
const duplicates = (visit: Visit, entry: ModeratedRecord): Html => {
  const { t } = visit
  const { mergedInto } = entry
  if (mergedInto !== null)
    return notice(
      html`<a href="${linkTo(visit, activityPaths.moderated(mergedInto))}"
        >${t('activities.merged-into')}</a
      >`,
      'warning',
    )
  return html`${likelyPart(visit, entry.likelyDuplicates, {
    lead: t('likeness.lead.moderation'),
    more: (one) => mergeLink(visit, entry.id, one),
  })}
  ${when(
    entry.state.code !== 'discarded',
    () =>
      html`<p><a href="${linkTo(visit, activityPaths.merger(entry.id))}">${t('moderation.merge')}</a></p>`,
  )}`
}

/** Who entered it, for whom, and whom to ask: personal data, for those who decide. */
const parties = (visit: Visit, entry: ModeratedRecord): Html => {
  const { t } = visit
  const { contributor, contact, organization } = entry
  return html`<section>
    <h2>${t('moderation.who')}</h2>
    ${definitionList([
      {
        term: t('activities.field.organization'),
        content:
          organization &&
          html`<a href="${linkTo(visit, accountPaths.organization(organization.id))}"
              >${spoken(t, organization.name)}</a
            >${when(!organization.isApproved, () => html` <span class="tag">${t('moderation.organization-open')}</span>`)}`,
      },
      {
        term: t('moderation.contributor'),
        content: html`<bdi>${contributor.name}</bdi>
          ${when(contributor.email, () => html`<bdi dir="ltr">${contributor.email}</bdi>`)}
          <span class="tag"
            >${t(contributor.standsForOrganization ? 'moderation.stands-for' : 'moderation.stands-not')}</span
          >`,
      },
      {
        term: t('moderation.mail-language'),
        content: contributor.language && languages[contributor.language].endonym,
      },
      {
        term: t('activities.contact'),
        content:
          contact &&
          html`<bdi>${contact.name}</bdi>
            ${when(contact.position, () => html`<br /><bdi>${contact.position}</bdi>`)}
            ${when(contact.email, () => html`<br /><bdi dir="ltr">${contact.email}</bdi>`)}
            ${when(contact.phone, () => html`<br /><bdi dir="ltr">${contact.phone}</bdi>`)}`,
      },
      { term: t('moderation.filter.language'), content: languages[entry.language].endonym },
      {
        term: t('moderation.filter.call'),
        content:
          entry.call &&
          html`<a href="${linkTo(visit, activityPaths.call(entry.call.id))}"
            >${spoken(t, entry.call.title)}</a
          >`,
      },
    ])}
  </section>`
}

const missing = ({ t }: Visit, entry: ModeratedRecord): Html =>
  html`<section>
    <h2>${t('activities.uses')}</h2>
    ${definitionList(
      entry.missing.map(({ use, issues }) => ({
        term: t(`activities.use.${use}`),
        content:
          issues.length === 0
            ? t('activities.ready')
            : html`<details ${use === 'stocktaking' ? html`open` : ''}>
                <summary>${t('activities.missing-count', { count: issues.length })}</summary>
                <ul>
                  ${issues.map(
                    ({ field, sentence }) =>
                      html`<li>
                        ${t(`activities.field.${field}` as 'activities.field.title')}: ${sentence}
                      </li>`,
                  )}
                </ul>
              </details>`,
      })),
    )}
  </section>`

/** All fields; where the public reads something else, what is taken away and what is added. */
const content = (visit: Visit, entry: ModeratedRecord): Html => {
  const { t } = visit
  const changed = entry.fields.filter(({ public: shown }) => shown !== null).length
  const isUpdate = entry.publishedRevision !== null
  return html`<section>
    <h2>${t('moderation.content')}</h2>
    ${when(isUpdate, () => html`<p>${t('moderation.changed-fields', { count: changed })}</p>`)}
    ${when(changed > 0, () => changeKey(t))}
    ${definitionList(
      entry.fields.map((field) => ({
        term: t(`activities.field.${field.field}`),
        content: html`${fieldText(t, entry, field)} ${filesOf(visit, entry, field)}`,
      })),
    )}
  </section>`
}

/** A picture is looked at, and a paper opened, before it is published. */
const filesOf = (
  visit: Visit,
  entry: ModeratedRecord,
  { field }: ModeratedRecord['fields'][number],
): Html | '' =>
  field === 'picture' ? workPicture(visit, entry) : field === 'attachments' ? workPapers(visit, entry) : ''

const fieldText = (
  t: Visit['t'],
  { language }: ModeratedRecord,
  { field, text, public: shown, changes, isProse }: ModeratedRecord['fields'][number],
): Html | '' => {
  // Their names stand as links.
  if (field === 'attachments' && shown === null) return ''
  const { tag, direction } = languages[language]
  const words = shown === null ? html`${text}` : changedText(t, changes)
  return isProse
    ? html`<div class="lines" lang="${tag}" dir="${direction}">${words}</div>`
    : html`<div class="lines" dir="auto">${words}</div>`
}

const decision = (visit: Visit, entry: ModeratedRecord): Html => {
  const { t } = visit
  const isOpen = entry.state.code === 'submitted' || entry.state.code === 'update-pending'
  return when(
    isOpen,
    () =>
      html`<section class="decision">
        <h2>${t('moderation.decision')}</h2>
        ${when(entry.secondPair, () => notice(t('moderation.second-pair.on')))}
        ${when(
          entry.approved,
          () =>
            html`<p>
              ${t('moderation.approved-by', { name: entry.approved?.name ?? '' })}
              ${momentText(t, new Date(entry.approved?.at ?? 0))}
            </p>`,
        )}
        ${publishForm(visit, entry)} ${returnForm(visit, entry)}
      </section>`,
  ) as Html
}

const returns = ({ t }: Visit, entry: ModeratedRecord): Html | '' =>
  when(
    entry.returns.length > 0,
    () =>
      html`<section>
        <h2>${t('moderation.returns')}</h2>
        ${when(entry.returned?.words, () => html`<blockquote dir="auto">${entry.returned?.words}</blockquote>`)}
        <ul>
          ${entry.returns.map(
            ({ at, by, reasons }) =>
              html`<li>
                ${momentText(t, new Date(at))} <bdi>${by.name}</bdi>
                <ul>
                  ${reasons.map((reason) => html`<li>${t(`activities.reason.${reason}`)}</li>`)}
                </ul>
              </li>`,
          )}
        </ul>
      </section>`,
  )

const notes = (visit: Visit, entry: ModeratedRecord): Html => {
  const { t } = visit
  return html`<section>
    <h2>${t('moderation.notes')}</h2>
    <p class="hint">${t('moderation.notes.lead')}</p>
    ${when(
      entry.notes.length > 0,
      () =>
        html`<ul class="entry-notes">
          ${entry.notes.map(
            ({ at, author, words }) =>
              html`<li>
                <p class="muted"><bdi>${author.name}</bdi> · ${momentText(t, new Date(at))}</p>
                <p class="lines" dir="auto">${words}</p>
              </li>`,
          )}
        </ul>`,
    )}
    ${noteForm(visit, entry.id)}
  </section>`
}
