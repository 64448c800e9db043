import { notFound } from '../errors.ts'
import type { Answer } from '../web/answer.ts'
import type { Layout } from '../web/layout.ts'
import { assets, stylesheet, worker } from './assets.ts'
import { failurePage, refusalPage } from './error-page.ts'
import { layout, type Chrome, type LayoutVisit } from './layout.ts'

/** How all pages of the site are dressed; `chromeOf` gives the navigation in the language of the visit. */
export function dress(chromeOf: (visit: LayoutVisit) => Chrome): Layout {
  return {
    whole: (visit, page) => layout(visit, page, stylesheet.path, chromeOf(visit)),
    refusal: (visit, refusal) => layout(visit, refusalPage(visit, refusal), stylesheet.path, chromeOf(visit)),
    failure: (visit, reference) =>
      layout(visit, failurePage(visit, reference), stylesheet.path, chromeOf(visit)),
    asset,
    worker: () => ({ status: 200, type: worker.type, body: worker.body }),
  }
}

function asset(path: string): Answer {
  const found = assets.get(path)
  if (found === undefined) throw notFound()
  return { status: 200, type: found.type, body: found.body, immutable: true }
}
