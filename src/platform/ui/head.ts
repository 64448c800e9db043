import { languageCodes, languages, type LanguageCode } from '../languages.ts'
import { addressOf, addressTail, type Ending } from '../web/address.ts'
import type { Page } from '../web/site.ts'
import { icon, ownSheets, scripts } from './assets.ts'
import { html, raw, when, type Html } from './html.ts'
import type { LayoutVisit } from './layout.ts'

/** The head of the document: names, other languages, other forms, and the description for machines. */
export function documentHead(visit: LayoutVisit, page: Page, stylesheet: string): Html {
  const { t } = visit
  const title = visit.path === '/' ? page.title : t('site.title', { page: page.title })
  return html`<head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    ${when(page.description, () => html`<meta name="description" content="${page.description}" />`)}
    ${page.unlisted ? html`<meta name="robots" content="noindex" />` : languageAlternates(visit)}
    <link rel="icon" href="${icon.path}" type="image/svg+xml" />
    <link rel="stylesheet" href="${stylesheet}" />
    ${page.sheet ? html`<link rel="stylesheet" href="${ownSheets[page.sheet].path}" />` : ''}
    ${alternateLinks(visit, page).map(({ href, type, title: name }) => html`<link rel="alternate" type="${type}" href="${href}" title="${name}" /> `)}
    ${when(page.jsonLd, () => jsonLd(page.jsonLd ?? {}))}
    ${page.script ? html`<script src="${scripts[page.script].path}" type="module"></script>` : ''}
  </head>`
}

/** The addresses of a page's other forms: an ending is put on this page's address, anything else is taken as it stands. */
export function alternateLinks(
  visit: LayoutVisit,
  page: Page,
): { href: string; type: string; title: string }[] {
  // A download is the whole list, not the page of it that is shown.
  const query = new URLSearchParams(visit.query)
  query.delete('after')
  return (page.alternates ?? []).map(({ path, type, title }) => ({
    href: path.startsWith('.') ? addressOf(visit.language, visit.path, query, path as Ending) : path,
    type,
    title,
  }))
}

function languageAlternates(visit: LayoutVisit): Html {
  const tail = addressTail(visit.path, visit.query)
  const whole = (code: LanguageCode) => `${visit.settings.publicUrl}/${code}${tail}`
  return html`<link rel="canonical" href="${whole(visit.language)}" />
    ${languageCodes.map((code) => html`<link rel="alternate" hreflang="${languages[code].tag}" href="${whole(code)}" /> `)}<link
      rel="alternate"
      hreflang="x-default"
      href="${whole('en')}"
    />`
}

/** A data block is no script and is never run; what could end it or open a comment in it is written as an escape. */
function jsonLd(description: Record<string, unknown>): Html {
  const text = JSON.stringify(description)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return html`<script type="application/ld+json">
    ${raw(text)}
  </script>`
}
