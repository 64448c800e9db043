import { formPage } from '#platform/ui/form-page.ts'
import { formPart } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { stateTag } from '../../pages/state-tag.ts'
import { activityPaths } from '../../paths.ts'
import type { ConflictView } from '../conflict-view.ts'
import { circumstances, markedText, partLabel, spokenAs, typedFields } from './conflict-page.ts'
import { draftsPart } from './drafts-part.ts'
import { sectionCrumbs, type ShownSection } from './section-page.ts'

/** For somebody who wrote while the entry was sent, merged or taken away: what they typed stays, and can be sent again. */
export function lockedPage(visit: Visit, shown: ShownSection, typed: ConflictView | null): Page {
  const { t } = visit
  const { activity } = shown.subject
  const place = { visit, entered: { ...shown.entered, issues: [], isStale: false } }
  const page = formPage({
    title: t('locked.title'),
    lead: t('locked.lead'),
    crumbs: sectionCrumbs(visit, shown.subject),
    about: html`${draftsPart(visit, activity.id)}
      ${
        typed === null
          ? notice(
              html`${stateTag(visit, activity.state)} ${t(`activities.standing.${activity.state}`)}`,
              'warning',
            )
          : circumstances(visit, typed)
      }
      <p>
        <a href="${linkTo(visit, activityPaths.entry(activity.id))}" target="_blank">${t('locked.entry')}</a>
      </p>`,
    form: formPart(place, {
      submit: t('locked.again'),
      version: shown.entered.version ?? '',
      content: typedFields(shown.entered),
    }),
    after: typedPart(visit, shown, typed),
  })
  return { ...page, script: 'entry' }
}

const typedPart = (visit: Visit, { subject, entered }: ShownSection, typed: ConflictView | null): Html =>
  html`<section aria-labelledby="typed-title">
    <h2 id="typed-title">${visit.t('kept.typed.title')}</h2>
    ${
      typed === null
        ? html`<ul>
            ${Object.values(entered.values)
              .flat()
              .filter((text) => text.trim() !== '')
              .map((text) => html`<li><p class="lines" dir="auto">${text}</p></li>`)}
          </ul>`
        : definitionList(
            typed.parts.map(({ part, mine }) => ({
              term: visit.t(partLabel(part)),
              content: html`<div ${spokenAs(part, subject.activity.language)}>
                <span class="lines">${when(mine.length > 0, () => markedText(mine))}</span>
              </div>`,
            })),
          )
    }
  </section>`
