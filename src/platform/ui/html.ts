import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Escaped markup. Everything put into an `html` template is escaped unless it is already Html. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export { html, raw }

/** Markup or nothing. */
export const when = (condition: unknown, markup: () => Html): Html | '' => (condition ? markup() : '')
