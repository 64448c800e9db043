import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { stateTag } from '../../pages/state-tag.ts'
import { activityPaths } from '../../paths.ts'
import type { EntryRecord } from '../entry-shape.ts'
import { stepsOffered } from '../steps.ts'
import { draftsPart } from './drafts-part.ts'
import { sectionWays } from './section-page.ts'
import { usesPart } from './uses-part.ts'

/** Where an entry stands: what wants to be done next, what is missing for which use, its sections. */
export function entryPage(visit: Visit, entry: EntryRecord): Page {
  const { t } = visit
  const title = entry.content.title || t('activities.untitled')
  return {
    title,
    unlisted: true,
    crumbs: [{ label: t('activities.own'), path: activityPaths.myEntries }],
    history: { kind: 'activity', id: entry.id },
    script: 'entry',
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
      kicker: t('noun.activity'),
      title: spoken(t, { text: title, language: entry.language }),
      tags: [stateTag(visit, entry.state)],
    })}
    ${draftsPart(visit, entry.id)} ${standing(visit, entry)} ${returnedPart(visit, entry)}
    ${stepList(visit, entry)} ${usesPart(visit, entry)}
    ${when(
      entry.mayEdit,
      () =>
        html`<h2>${t('activities.sections')}</h2>
          ${sectionWays(visit, entry.id, null)}
          <p>
            ${t('questionnaire.take')}
            ${(['.xlsx', '.docx'] as const).map(
              (ending) =>
                html`<a
                  href="${addressOf(visit.language, activityPaths.entryQuestionnaire(entry.id), {}, ending)}"
                  >${ending.slice(1).toUpperCase()}</a
                > `,
            )}
          </p>`,
    )}`,
  }
}

/** One sentence that says what the state means for whoever keeps the entry. */
function standing(visit: Visit, entry: EntryRecord): Html {
  const { t } = visit
  return html`<p class="lead">${t(`activities.standing.${entry.state}`)}</p>
    ${when(
      entry.mergedInto,
      () =>
        html`<p>
          <a href="${linkTo(visit, activityPaths.activity(entry.mergedInto ?? ''))}"
            >${t('activities.merged-into')}</a
          >
        </p>`,
    )}
    ${when(entry.example, () => notice(t('activities.example'), 'warning'))}
    ${when(entry.hasUnsentChanges && entry.state !== 'update-pending', () => notice(t('activities.unsent'), 'warning'))}
    ${when(
      entry.confirmOn !== null && entry.state === 'published',
      () => html`<p>${t('activities.asked-on')} ${dateText(t, entry.confirmOn ?? '')}</p>`,
    )}
    ${when(
      entry.archiveOn !== null && entry.state === 'confirm-due',
      () => html`<p>${t('activities.archived-on')} ${dateText(t, entry.archiveOn ?? '')}</p>`,
    )}
    ${when(
      entry.call,
      () =>
        html`<p>
          <a href="${linkTo(visit, activityPaths.call(entry.call ?? ''))}">${t('calls.of-entry')}</a>
        </p>`,
    )}
    ${when(
      entry.publishedRevision !== null && entry.state !== 'merged',
      () =>
        html`<p>
          <a href="${linkTo(visit, activityPaths.activity(entry.id))}">${t('activities.read-public')}</a>
        </p>`,
    )}`
}

const returnedPart = ({ t }: Visit, { returned, language }: EntryRecord): Html | '' =>
  when(
    returned,
    () =>
      html`<section class="notice warning">
        <h2>${t('activities.returned')}</h2>
        <ul>
          ${(returned?.reasons ?? []).map((reason) => html`<li>${t(`activities.reason.${reason}`)}</li>`)}
        </ul>
        ${when(returned?.words, () => html`<blockquote dir="auto">${returned?.words}</blockquote>`)}
        <p>${t('activities.returned.how', { language })}</p>
      </section>`,
  )

const stepList = (visit: Visit, entry: EntryRecord): Html | '' => {
  const offered = stepsOffered.filter(({ steps }) => steps.some((step) => entry.steps.includes(step)))
  const isReady = entry.missing.some(({ use, issues }) => use === 'stocktaking' && issues.length === 0)
  const hasNews = entry.publishedRevision === null || entry.hasUnsentChanges
  return when(
    offered.length > 0,
    () =>
      html`<nav aria-label="${visit.t('activities.steps')}">
        <ul class="steps">
          ${offered.map(
            ({ name }) =>
              html`<li>
                <a
                  ${name === 'send' && isReady && hasNews ? html`class="button"` : ''}
                  href="${linkTo(visit, activityPaths.step(entry.id, name))}"
                  >${visit.t(`activities.step.${name}`)}</a
                >
              </li>`,
          )}
        </ul>
      </nav>`,
  )
}
