import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { dateText } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Plan } from '../../plan.ts'
import { commentPaths } from '../comment-paths.ts'
import type { CommentFigures } from '../comment-queries.ts'
import { isOpenForComments } from '../comment.ts'

type Commented = {
  plan: Pick<Plan, 'id' | 'state' | 'commentsUntil' | 'zone'>
  /** Of an item: only its own. */
  item?: string
  figures: CommentFigures
}

/** For the page of a plan or of an item: how much was said, what waits for a disposition, and the way to say something. */
export function commentsPart(visit: Visit, { plan, item, figures }: Commented): Html | '' {
  const { t, language, now } = visit
  const isOpen = isOpenForComments(plan, now)
  if (!isOpen && figures.all === 0) return ''
  const list = (query: Record<string, string>) =>
    linkTo(visit, commentPaths.list(plan.id), { ...query, ...(item === undefined ? {} : { item }) })
  return html`<h2 id="comments">${t('comments.title')}</h2>
    ${when(isOpen, () => html`<p>${t('comments.until')} ${dateText(t, plan.commentsUntil ?? '')}</p>`)}
    <p>
      <a href="${list({})}">${t('comments.count', { count: figures.all })}</a>
      ${when(
        figures.waiting > 0,
        () =>
          html`<a href="${list({ disposition: 'waiting' })}"
            >${t('comments.disposition.waiting')} <bdi>${number(language, figures.waiting)}</bdi></a
          >`,
      )}
    </p>
    ${when(
      isOpen,
      () =>
        html`<p class="buttons">
          <a
            class="button"
            href="${linkTo(visit, item === undefined ? commentPaths.onPlan(plan.id) : commentPaths.onItem(item))}"
            >${t('comments.new.submit')}</a
          >
        </p>`,
    )}`
}
