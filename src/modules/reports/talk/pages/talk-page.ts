import { html, when } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { languages } from '#platform/languages.ts'
import { dateText, pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { actWords } from '../../pages/act-words.ts'
import { reportPaths } from '../../paths.ts'
import type { TalkPageRecord } from '../talk-routes.ts'
import { crumbsOfTalk, talkBody, talkKindKeys } from './talk-part.ts'

/** One comment with its answers, or one proposed wording with its difference to what stands there. */
export function talkPage(visit: Visit, record: TalkPageRecord): Page {
  const { t } = visit
  const { kind, id } = record
  const links = [
    ...(record.mayReply
      ? [{ path: reportPaths.reply(id), label: actWords(visit, 'action.report-comment.reply') }]
      : []),
    ...record.steps.map((step) => ({
      path: kind === 'comment' ? reportPaths.commentStep(id, step) : reportPaths.suggestionStep(id, step),
      label: actWords(visit, `action.report-${kind}.${step}` as 'action.report-comment.settle'),
    })),
  ]
  return {
    title: `${t(talkKindKeys[kind])}: ${record.section.name.text}`,
    unlisted: true,
    crumbs: crumbsOfTalk(visit, record).slice(0, -1),
    history: { kind: `report-${kind}`, id },
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
        kicker: record.title,
        title: `${t(talkKindKeys[kind])}: ${record.section.name.text}`,
        tags: [html`<span class="tag">${record.state.label}</span>`],
      })}
      <p class="facts">
        <span>${record.by}</span> <span>${dateText(t, record.at.slice(0, 10))}</span>
        <span lang="${languages[record.language].tag}">${languages[record.language].endonym}</span>
      </p>
      ${talkBody(visit, record)}
      ${when(
        links.length > 0,
        () =>
          html`<ul class="steps">
            ${links.map(({ path, label }) => html`<li><a href="${linkTo(visit, path)}">${label}</a></li>`)}
          </ul>`,
      )}`,
  }
}
