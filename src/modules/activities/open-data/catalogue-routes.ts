import { lastChange } from '#platform/content-version.ts'
import { asJsonLd, asTurtle, type Graph } from '#platform/export/rdf.ts'
import type { PlainVisit } from '#platform/web/plain-resource.ts'
import type { Site } from '#platform/web/site.ts'
import { earliestChange } from '../harvesting/oai-answer-queries.ts'
import { catalogue } from './catalogue.ts'
import { downloads } from './download-queries.ts'

/** The catalogue, as data portals read it. */
export function catalogueRoutes(site: Site): void {
  const forms = [
    { path: '/catalogue.jsonld', type: 'application/ld+json', write: asJsonLd },
    { path: '/catalogue.ttl', type: 'text/turtle', write: asTurtle },
  ]
  for (const { path, type, write } of forms)
    site.plain({
      path,
      write: async (visit) => ({
        status: 200,
        type: `${type}; charset=utf-8`,
        body: write(await graph(visit)),
      }),
    })
}

async function graph({ db, settings, translate }: PlainVisit): Promise<Graph> {
  const [download = null] = await downloads(db)
  return catalogue({
    publicUrl: settings.publicUrl,
    words: translate,
    download,
    first: await earliestChange(db),
    changed: await lastChange(db),
  })
}
