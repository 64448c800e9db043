import type { LanguageCode } from '../languages.ts'
import { number, percent } from './format.ts'
import { html, type Html } from './html.ts'
import { unseen } from './text.ts'
import type { Status } from './status.ts'

export type Stat = { count: number; label: string; href: string; status?: Status }

/** Numbers at a glance; each opens what it counts. */
export const stats = (language: LanguageCode, figures: Stat[]): Html =>
  html`<ul class="stats">
    ${figures.map(
      ({ count, label, href, status }) =>
        html`<li>
          <a href="${href}"
            ><span class="figure">${number(language, count)}</span>
            <span class="${status ? `tag is-${status}` : 'figure-label'}">${label}</span></a
          >
        </li>`,
    )}
  </ul>`

/** A small bar for a share, with the percentage in words beside it. */
export function shareBar(
  language: LanguageCode,
  props: { count: number; total: number; label: string },
): Html {
  const share = props.total === 0 ? 0 : props.count / props.total
  return html`<span class="share"
    >${bar([{ share, kind: 'filled' }])}
    <span>${unseen(`${props.label} `)}${percent(language, share)}</span></span
  >`
}

/** Parts of one whole in one bar; the table or figures beside it name them, so the picture itself is silent. */
export function stackedBar(parts: { count: number; status: Status }[]): Html {
  const total = parts.reduce((sum, { count }) => sum + count, 0) || 1
  return bar(parts.map(({ count, status }) => ({ share: count / total, kind: `is-${status}` })))
}

function bar(parts: { share: number; kind: string }[]): Html {
  let start = 0
  const pieces = parts.map(({ share, kind }, rank) => {
    const gap = rank === parts.length - 1 ? 0 : 0.004
    const piece = html`<rect
      class="${kind}"
      x="${(start * 100).toFixed(2)}"
      width="${(Math.max(0, share - gap) * 100).toFixed(2)}"
      height="10"
    />`
    start += share
    return piece
  })
  return html`<svg
    class="bar"
    width="100"
    height="10"
    viewBox="0 0 100 10"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    ${pieces}
  </svg>`
}

export type YearMark = { year: number; count: number; href: string; chosen: boolean }

/** Years with how much falls into each; every year is a link. */
export function yearStrip(
  language: LanguageCode,
  props: { label: string; years: YearMark[]; counted: (count: number) => string },
): Html {
  const most = Math.max(1, ...props.years.map(({ count }) => count))
  return html`<nav class="years" aria-label="${props.label}">
    <ol>
      ${props.years.map(
        ({ year, count, href, chosen }) =>
          html`<li>
            <a href="${href}" ${chosen ? html`aria-current="page"` : ''}
              >${column(count / most)}<span class="year">${year}</span>
              <span class="count">${number(language, count)}</span>${unseen(` ${props.counted(count)}`)}</a
            >
          </li>`,
      )}
    </ol>
  </nav>`
}

const column = (share: number): Html =>
  html`<svg
    class="column"
    width="24"
    height="40"
    viewBox="0 0 24 40"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect y="${(39 - share * 38).toFixed(1)}" width="24" height="${(1 + share * 38).toFixed(1)}" />
  </svg>`
