import { html, when, type Html } from '../ui/html.ts'
import { table } from '../ui/table.ts'

export type Bars = {
  /** Unique on the page. */
  id: string
  caption: string
  captionUnseen?: boolean
  /** Heads of the two columns. */
  nameHead: string
  countHead: string
  rows: { name: Html | string; address: string | null; count: number }[]
  written: (count: number) => string
}

/** Counts as a table with a bar to each, measured against the largest. */
export function bars({ rows, written, ...given }: Bars): Html {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return table({
    id: given.id,
    caption: given.caption,
    captionUnseen: given.captionUnseen,
    columns: [{ label: given.nameHead }, { label: given.countHead }],
    rows: rows.map(({ name, address, count }) => [
      address === null ? name : html`<a href="${address}">${name}</a>`,
      html`<span class="chart-bar"
        ><span>${written(count)}</span>${when(count > 0, () => bar(count / most))}</span
      >`,
    ]),
  })
}

/** The number beside it says the same, so the picture itself is silent. */
const bar = (share: number): Html =>
  html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect width="${Math.max(0.5, share * 100).toFixed(1)}" height="10" />
  </svg>`
