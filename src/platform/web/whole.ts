import type { Answer } from './answer.ts'
import type { Layout } from './layout.ts'
import type { Page } from './site.ts'
import type { Visit } from './visit.ts'

/** A page with all that stands around it, as an answer. */
export function whole(visit: Visit, layout: Layout, page: Page): Answer {
  const shown = visit.asOf ? { ...page, unlisted: true } : page
  const body = String(layout.whole(visit, shown))
  return { status: page.status ?? 200, type: 'text/html; charset=utf-8', body }
}

export const json = (value: unknown): Answer => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})
