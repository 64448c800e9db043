import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { dateText } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { commentPaths } from '../comment-paths.ts'
import type { CommentStanding } from '../comment.ts'

type Commented = {
  plan: string
  /** Of an item: only its own. */
  item?: string
  comments: CommentStanding
}

/** For the page of a plan or of an item: how much was said, what waits for a disposition, and the way to say something. */
export function commentsPart(visit: Visit, { plan, item, comments }: Commented): Html | '' {
  const { t, language } = visit
  const { all, waiting, openUntil } = comments
  if (openUntil === null && all === 0) return ''
  const list = (query: Record<string, string>) =>
    linkTo(visit, commentPaths.list(plan), { ...query, ...(item === undefined ? {} : { item }) })
  return html`<h2 id="comments">${t('comments.title')}</h2>
    ${when(openUntil, () => html`<p>${t('comments.until')} ${dateText(t, openUntil ?? '')}</p>`)}
    <p>
      <a href="${list({})}">${t('comments.count', { count: all })}</a>
      ${when(
        waiting > 0,
        () =>
          html`·
            <a href="${list({ disposition: 'waiting' })}"
              >${t('comments.disposition.waiting')} <bdi>${number(language, waiting)}</bdi></a
            >`,
      )}
    </p>
    ${when(
      openUntil,
      () =>
        html`<p class="buttons">
          <a
            class="button"
            href="${linkTo(visit, item === undefined ? commentPaths.onPlan(plan) : commentPaths.onItem(item))}"
            >${t('comments.new.submit')}</a
          >
        </p>`,
    )}`
}
