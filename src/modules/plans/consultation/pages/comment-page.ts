import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { textSaid } from '#platform/ui/text-note.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import { translationAddress } from '#platform/texts/kinds.ts'
import type { TextRead } from '#platform/texts/texts.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { planPaths } from '../../paths.ts'
import { commentPaths } from '../comment-paths.ts'
import type { CommentRecord } from '../comment-shape.ts'
import { aboutWhat, dispositionTag, notShown } from './comments-page.ts'

/** One comment: what was said, of what, and what became of it. */
export function commentPage(visit: Visit, comment: CommentRecord): Page {
  const { t } = visit
  return {
    title: t('comments.one', { by: comment.by.label }),
    unlisted: true,
    crumbs: crumbsOf(visit, comment),
    history: { kind: 'plan-comment', id: comment.id },
    alternates: [{ type: 'application/json', path: '.json', title: t('comments.as-json') }],
    main: html`${pageHead({
        kicker: t('noun.plan-comment'),
        title: t('comments.one', { by: comment.by.label }),
        lead: spoken(t, comment.planTitle),
        tags: [dispositionTag(visit, comment)],
      })}
      ${when(comment.state.code !== 'published', () => notice(notShown(visit, comment), 'warning'))}
      ${definitionList([
        { term: t('comments.filter.item'), content: onWhat(visit, comment) },
        { term: t('comments.made-on'), content: dateText(t, comment.commentedAt.slice(0, 10)) },
      ])}
      ${said(visit, comment)}
      <h2>${t('comments.disposition')}</h2>
      ${whatBecame(visit, comment)} ${actions(visit, comment)}`,
  }
}

export const crumbsOf = (visit: Visit, { plan, planTitle }: CommentRecord) => [
  ...crumbsOfPlan(visit, { id: plan, title: planTitle }),
  { label: visit.t('comments.title'), path: commentPaths.list(plan) },
]

const onWhat = (visit: Visit, comment: CommentRecord): Html =>
  html`<a
    href="${linkTo(visit, comment.item === null ? planPaths.plan(comment.plan) : planPaths.item(comment.item.id))}"
    >${aboutWhat(visit, comment)}</a
  >`

export const said = (visit: Visit, { id, text }: CommentRecord): Html =>
  text === null ? html`` : textSaid(visit.t, asRead(text), translate(visit, id, text))

const whatBecame = (visit: Visit, { id, state, disposition, reply, disposedAt }: CommentRecord): Html => {
  const { t } = visit
  if (disposition === null)
    return html`<p>
      ${state.code === 'published' ? t('comments.disposition.waiting') : t('comments.disposition.none')}
    </p>`
  return html`<p>
      <b>${disposition.label}</b> ${when(disposedAt, () => dateText(t, (disposedAt ?? '').slice(0, 10)))}
    </p>
    ${reply === null ? '' : textSaid(t, asRead(reply), translate(visit, id, reply))}`
}

const actions = (visit: Visit, { id, mayDispose, steps, disposition }: CommentRecord): Html | '' => {
  const { t } = visit
  const links = [
    ...(mayDispose
      ? [
          {
            path: commentPaths.disposition(id),
            label: disposition === null ? t('comments.dispose') : t('comments.dispose-anew'),
          },
        ]
      : []),
    ...steps.map((step) => ({ path: commentPaths.step(id, step), label: t(`comments.step.${step}`) })),
  ]
  return when(
    links.length > 0,
    () =>
      html`<p class="buttons">
        ${links.map(({ path, label }) => html`<a class="button" href="${linkTo(visit, path)}">${label}</a> `)}
      </p>`,
  )
}

type Words = NonNullable<CommentRecord['text']>

const asRead = ({ text, language, isFallback, state }: Words): TextRead => ({
  text,
  language,
  isFallback,
  state: state ?? 'human',
  original: language,
})

/** Whoever is signed in is shown the way to translate what is not in their language. */
const translate = (visit: Visit, id: string, { isFallback, state }: Words): string | null =>
  visit.actor.person !== null && (isFallback || state !== undefined)
    ? linkTo(visit, translationAddress(visit.language, 'plan-comment', id))
    : null
