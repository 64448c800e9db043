import type { Translate } from '../messages.ts'
import { html, Html, when } from './html.ts'
import { linkTo, type Place } from './links.ts'

type Content = Html | string

/** Terms and what they stand for; entries without content are left out, so that pages need not ask. */
export const definitionList = (entries: { term: string; content: Content | Content[] | null }[]): Html =>
  html`<dl class="terms">
    ${entries
      .filter(({ content }) => content !== null && content !== '')
      .map(
        ({ term, content }) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${content}</dd>
          </div>`,
      )}
  </dl>`

export type Card = {
  title: Content
  href: string
  /** Above the title: where it comes from, such as 'Resolution 140, resolves 6'. */
  kicker?: Content
  text?: Content
  /** Below: facts in one line. */
  facts?: Content[]
  tags?: Html[]
  /** At the edge: the date that the entry is sorted by. */
  edge?: Content
}

type Level = 2 | 3 | 4

/** Entries of a list, one under the other, divided by thin rules; some may be written already. `level` is that of the headings. */
export const cardList = (cards: (Card | Html)[], props: { level?: Level } = {}): Html =>
  html`<ol class="cards">
    ${cards.map((card) => html`<li>${card instanceof Html ? card : writtenCard(card, props.level ?? 2)}</li>`)}
  </ol>`

export function writtenCard(card: Card, level: Level): Html {
  const link = html`<a href="${card.href}">${card.title}</a>`
  return html`<article class="card">
    ${when(card.kicker, () => html`<p class="kicker">${card.kicker}</p>`)}
    ${level === 2 ? html`<h2>${link}</h2>` : level === 3 ? html`<h3>${link}</h3>` : html`<h4>${link}</h4>`}
    ${when(card.edge, () => html`<p class="edge">${card.edge}</p>`)}
    ${when(card.text, () => html`<p class="card-text">${card.text}</p>`)}
    ${when(card.facts?.length || card.tags?.length, () => html`<p class="facts">${card.tags} ${card.facts?.map((fact) => html`<span>${fact}</span> `)}</p>`)}
  </article>`
}

export type Crumb = { label: string; path: string }

/** The way from the home page to the page above this one. */
export const breadcrumb = (place: Place, crumbs: Crumb[]): Html =>
  html`<nav class="crumbs" aria-label="${place.t('layout.crumbs')}">
    <ol>
      ${[{ label: place.t('layout.home'), path: '/' }, ...crumbs].map(
        ({ label, path }) =>
          html`<li>
            <a href="${linkTo(place, path)}"><bdi>${label}</bdi></a>
          </li>`,
      )}
    </ol>
  </nav>`

export type Download = { href: string; title: string; type: string; note?: string }

/** Files that a reader can take away, each with its kind. */
export const downloadList = (t: Translate, downloads: Download[]): Html =>
  html`<ul class="downloads" aria-label="${t('downloads.label')}">
    ${downloads.map(
      ({ href, title, type, note }) =>
        html`<li>
          <a href="${href}" type="${type}">${title}</a
          >${when(note, () => html` <span class="muted">${note}</span>`)}
        </li>`,
    )}
  </ul>`

export type ThreadStep = { label: string; content: Content; state: 'reached' | 'open' | 'unknown' }

/** From clause to proof: the steps of one duty on one thread, the open ends shown as open. */
export const thread = (label: string, steps: ThreadStep[]): Html =>
  html`<ol class="thread" aria-label="${label}">
    ${steps.map(
      (step) =>
        html`<li class="${step.state}">
          <p class="thread-label">${step.label}</p>
          <div>${step.content}</div>
        </li>`,
    )}
  </ol>`
