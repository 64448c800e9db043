import { html, type Html } from './html.ts'

// A paragraph sign whose stem runs on, as one thread, into the stroke of a check mark: from clause to proof.
const bowl = 'M14 4h-3.5a6.25 6.25 0 0 0 0 12.5H14z'
const stem = 'M14 4v23'
const stroke = 'M14 27 27.5 9'

/** The mark, in the colours of the text around it and of the accent. */
export const mark = (size: number): Html =>
  html`<svg
    class="mark"
    width="${size}"
    height="${size}"
    viewBox="0 0 32 32"
    aria-hidden="true"
    focusable="false"
  >
    <path class="mark-ink" d="${bowl}" />
    <path class="mark-line" d="${stem}" />
    <path class="mark-thread" d="${stroke}" />
  </svg>`

/** The icon of the site: legible on light and dark tabs alike. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0d5558"/><g transform="translate(3.2 3.2) scale(.8)"><path fill="#fff" d="${bowl}"/><path fill="none" stroke="#fff" stroke-width="3.4" d="${stem}"/><path fill="none" stroke="#9fe0d8" stroke-width="3.4" stroke-linecap="round" d="${stroke}"/></g></svg>`
