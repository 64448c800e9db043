import { notFound } from '../errors.ts'
import { element, xmlDocument, type Xml } from '../export/xml.ts'
import { languageCodes, languages } from '../languages.ts'
import type { Settings } from '../settings.ts'
import { mostCountedAnew, whileUnchanged } from '../while-unchanged.ts'
import { addressOf } from './address.ts'
import type { Answer } from './answer.ts'
import type { AppParts } from './app.ts'
import type { Resources } from './resources.ts'

export const robots = (settings: Settings) =>
  `User-agent: *\nAllow: /\nSitemap: ${settings.publicUrl}/sitemap.xml\n`

// With all its languages a page takes some 4 KB here: a file of so many is quickly read and fits among the kept answers.
const pagesEach = 500

const names = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
}

/** Every public page in each language; where there are too many for one file, the list of the files. */
export async function sitemap(parts: AppParts, resources: Resources): Promise<Answer> {
  const paths = await publicPaths(parts, resources)
  if (paths.length <= pagesEach) return xml(urlSet(parts, paths))
  const files = Array.from({ length: Math.ceil(paths.length / pagesEach) }, (_, place) =>
    element('sitemap', {}, element('loc', {}, `${parts.settings.publicUrl}/sitemap-${place + 1}.xml`)),
  )
  return xml(element('sitemapindex', { xmlns: names.xmlns }, ...files))
}

/** One of the files, counted from 1. */
export async function sitemapFile(parts: AppParts, resources: Resources, number: number): Promise<Answer> {
  const paths = await publicPaths(parts, resources)
  const own = paths.slice((number - 1) * pagesEach, number * pagesEach)
  if (number < 1 || own.length === 0 || paths.length <= pagesEach) throw notFound()
  return xml(urlSet(parts, own))
}

const publicPaths = ({ db }: AppParts, resources: Resources): Promise<string[]> =>
  whileUnchanged(
    db,
    'public paths',
    async () => {
      const declared = await Promise.all(resources.sitemapAddresses.map((list) => list({ db })))
      return [...resources.plainPaths, ...declared.flat()]
    },
    (paths) => paths.length > mostCountedAnew,
  )

const xml = (root: Xml): Answer => ({
  status: 200,
  type: 'application/xml; charset=utf-8',
  body: xmlDocument(root),
})

/** Pages with their other languages beside them. */
function urlSet({ settings }: AppParts, paths: string[]): Xml {
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
  return element('urlset', names, ...urls)
}
