import type { Translate } from '../messages.ts'
import { html, when, type Html } from './html.ts'

type Content = Html | string

/** Something to know before reading on. 'warning' is for what may mislead. */
export const notice = (content: Content, kind: 'note' | 'warning' = 'note'): Html =>
  html`<div class="notice is-${kind}" role="note">${content}</div>`

/** What is wrong, at the top of the page; each line goes to its field where there is one. */
export const errorSummary = (t: Translate, errors: { text: Content; href?: string }[]): Html =>
  html`<div class="error-summary" role="alert" aria-labelledby="errors-title" tabindex="-1" autofocus>
    <h2 id="errors-title">${t('errors.title', { count: errors.length })}</h2>
    <ul>
      ${errors.map(({ text, href }) => html`<li>${href === undefined ? text : html`<a href="${href}">${text}</a>`}</li>`)}
    </ul>
  </div>`

/** A list without entries: says so, and what to do. */
export const emptyState = (props: {
  title: string
  text?: Content
  link?: { label: string; href: string }
}): Html =>
  html`<div class="empty">
    <p class="empty-title">${props.title}</p>
    ${when(props.text, () => html`<p>${props.text}</p>`)}
    ${when(props.link, () => html`<p><a href="${props.link?.href}">${props.link?.label}</a></p>`)}
  </div>`

/** How to cite a record: the sentence, and the permanent address. */
export const citationBox = (t: Translate, props: { text: Content; address: string }): Html =>
  html`<section class="citation" aria-labelledby="citation-title">
    <h2 id="citation-title">${t('citation.title')}</h2>
    <p class="official">${props.text}</p>
    <p><a href="${props.address}" rel="bookmark" dir="ltr">${props.address}</a></p>
  </section>`
