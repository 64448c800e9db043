import type { Context } from 'hono'
import type { Layout } from '../web/layout.ts'
import { assets, stylesheet } from './assets.ts'
import { failurePage, refusalPage } from './error-page.ts'
import { layout, type Chrome, type LayoutVisit } from './layout.ts'

/** How all pages of the site are dressed; `chromeOf` gives the navigation in the language of the visit. */
export function dress(chromeOf: (visit: LayoutVisit) => Chrome): Layout {
  return {
    whole: (visit, page) => layout(visit, page, stylesheet.path, chromeOf(visit)),
    refusal: (visit, refusal) => layout(visit, refusalPage(visit, refusal), stylesheet.path, chromeOf(visit)),
    failure: (visit, reference) =>
      layout(visit, failurePage(visit, reference), stylesheet.path, chromeOf(visit)),
    asset: answerAsset,
  }
}

function answerAsset(c: Context): Response | Promise<Response> {
  const asset = assets.get(new URL(c.req.url).pathname)
  if (asset === undefined) return c.notFound()
  return c.body(asset.body, 200, {
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
  })
}
