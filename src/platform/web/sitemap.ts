import { element, xmlDocument } from '../export/xml.ts'
import { languageCodes, languages } from '../languages.ts'
import type { Settings } from '../settings.ts'
import { addressOf } from './address.ts'
import type { Answer } from './answer.ts'
import type { AppParts } from './app.ts'
import type { Resources } from './resources.ts'

export const robots = (settings: Settings) =>
  `User-agent: *\nAllow: /\nSitemap: ${settings.publicUrl}/sitemap.xml\n`

// A sitemap may hold 50,000 addresses.
const addressesAtMost = 50_000

/** Every public page in each language, with its other languages beside it. */
export async function sitemap({ db, settings }: AppParts, resources: Resources): Promise<Answer> {
  const declared = await Promise.all(resources.sitemapAddresses.map((list) => list({ db })))
  const paths = [...resources.plainPaths, ...declared.flat()].slice(
    0,
    Math.floor(addressesAtMost / languageCodes.length),
  )
  const urls = paths.flatMap((path) => {
    const alternates = languageCodes.map((code) =>
      element('xhtml:link', {
        rel: 'alternate',
        hreflang: languages[code].tag,
        href: settings.publicUrl + addressOf(code, path),
      }),
    )
    return languageCodes.map((code) =>
      element('url', {}, element('loc', {}, settings.publicUrl + addressOf(code, path)), ...alternates),
    )
  })
  const names = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  }
  const body = xmlDocument(element('urlset', names, ...urls))
  return { status: 200, type: 'application/xml; charset=utf-8', body }
}
