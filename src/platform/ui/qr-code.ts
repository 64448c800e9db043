import { encode } from 'uqr'
import { html, type Html } from './html.ts'

/** Readers need white space around the code, as wide as four of its squares. */
const quietSquares = 4

/** A text as a QR code (ISO/IEC 18004), for the camera of another device; black on white whatever the colours of the page. */
export function qrCode(text: string, label: string): Html {
  const { data } = encode(text, { border: quietSquares })
  const size = data.length
  return html`<svg class="qr-code" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}">
    <rect width="${size}" height="${size}" fill="#fff" />
    <path fill="#000" shape-rendering="crispEdges" d="${data.map(darkRuns).join('')}" />
  </svg>`
}

/** The dark squares of a row as rectangles, one for each run. */
function darkRuns(row: readonly boolean[], y: number): string {
  const squares = row.map((isDark) => (isDark ? '1' : '0')).join('')
  return [...squares.matchAll(/1+/g)]
    .map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('')
}
