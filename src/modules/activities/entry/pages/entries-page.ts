import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Activity } from '../../activity.ts'
import { importPaths } from '../../exchange/import.ts'
import { activityPaths } from '../../paths.ts'
import { stateTag } from '../../pages/state-tag.ts'

/** What somebody keeps: first what wants something of them. */
export function entriesPage(
  visit: Visit,
  { wanting, others }: { wanting: Activity[]; others: Activity[] },
): Page {
  const { t } = visit
  return {
    title: t('activities.own'),
    unlisted: true,
    main: html`${pageHead({ title: t('activities.own'), lead: t('activities.own.lead') })}
      <p class="buttons">
        <a class="button main" href="${linkTo(visit, activityPaths.newEntry)}">${t('activities.new')}</a>
      </p>
      <ul class="steps">
        <li><a href="${linkTo(visit, importPaths.list)}">${t('activities.import')}</a></li>
        <li><a href="${linkTo(visit, activityPaths.questionnaire)}">${t('questionnaire.offer')}</a></li>
        <li><a href="${linkTo(visit, '/entries/export')}.xlsx">${t('activities.export.own')}</a></li>
      </ul>
      ${when(wanting.length > 0, () => part(visit, t('activities.own.wanting'), wanting))}
      ${when(others.length > 0, () => part(visit, t('activities.own.others'), others))}
      ${when(wanting.length + others.length === 0, () =>
        emptyState({ title: t('activities.own.none'), text: t('activities.own.none.text') }),
      )}`,
  }
}

const part = (visit: Visit, title: string, entries: Activity[]): Html =>
  html`<section>
    <h2>${title}</h2>
    ${cardList(
      entries.map((one) => entryCard(visit, one)),
      { level: 3 },
    )}
  </section>`

const entryCard = (visit: Visit, { id, content, language, state, updatedAt, returned }: Activity): Card => ({
  title:
    content.title === ''
      ? visit.t('activities.untitled')
      : spoken(visit.t, { text: content.title, language }),
  href: linkTo(visit, activityPaths.entry(id)),
  tags: [stateTag(visit, state)],
  ...(returned === null ? {} : { text: visit.t('activities.was-returned') }),
  facts: [html`${visit.t('activities.touched')} ${dateText(visit.t, dayOf(updatedAt))}`],
})
