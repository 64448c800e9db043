import { addressOf } from '../web/address.ts'
import type { FeedEntry } from '../web/site.ts'
import type { Visit } from '../web/visit.ts'
import { element, xmlDocument } from './xml.ts'

/** A feed of entries, in the reader's language, with the way to its next page (RFC 5005). Links are addresses without the host. */
export function asAtom(
  visit: Visit,
  title: string,
  entries: FeedEntry[],
  next: string | null = null,
): string {
  const { settings, language, t } = visit
  const here = settings.publicUrl + addressOf(language, visit.path, visit.query, '.atom')
  const page = settings.publicUrl + addressOf(language, visit.path, visit.query)
  const newest = entries.reduce((last, { updated }) => (updated > last ? updated : last), new Date(0))
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': t.language.tag },
      element('id', {}, here),
      element('title', {}, title),
      element('updated', {}, newest.toISOString()),
      element('author', {}, element('name', {}, t('site.name'))),
      element('link', { rel: 'self', type: 'application/atom+xml', href: here }),
      element('link', { rel: 'alternate', type: 'text/html', href: page }),
      ...(next === null
        ? []
        : [element('link', { rel: 'next', type: 'application/atom+xml', href: nextPage(visit, next) })]),
      ...entries.map((entry) =>
        element(
          'entry',
          {},
          element('id', {}, settings.publicUrl + entry.id),
          element('title', {}, entry.title),
          element('updated', {}, entry.updated.toISOString()),
          element('link', { href: settings.publicUrl + entry.link }),
          element('summary', {}, entry.summary),
        ),
      ),
    ),
  )
}

function nextPage({ settings, language, path, query }: Visit, next: string): string {
  const asked = new URLSearchParams(query)
  asked.set('after', next)
  return settings.publicUrl + addressOf(language, path, asked, '.atom')
}
