import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Escaped markup. Everything put into an `html` template is escaped unless it is already Html. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export { html, raw }

/** Markup or nothing. */
export const when = (condition: unknown, markup: () => Html): Html | '' => (condition ? markup() : '')

/** Text as it may stand in markup and in an attribute; for the few parts that write hundreds of lines at once. */
export const escaped = (text: string): string =>
  marked.test(text) ? text.replaceAll(/[&<>"']/g, (mark) => entities[mark as keyof typeof entities]) : text

const marked = /[&<>"']/
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
