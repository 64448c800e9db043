import { element, xmlDocument, type Xml } from '#platform/export/xml.ts'
import type { PlainVisit } from '#platform/web/plain-resource.ts'
import { readPosted } from '#platform/web/posted.ts'
import { signingKey } from '#platform/web/signing-key-commands.ts'
import type { Site } from '#platform/web/site.ts'
import { dayOf } from '#platform/ui/format.ts'
import { activityCodes } from '../codes-queries.ts'
import { activitySchema } from './activity-schema.ts'
import { oaiAnswer } from './oai-answer.ts'
import { OaiFault, readRequest, type OaiRequest } from './oai-request.ts'

/** OAI-PMH 2.0 (http://www.openarchives.org/OAI/openarchivesprotocol.html): libraries and portals harvest the register. */
export function oaiRoutes(site: Site): void {
  site.plain({ path: '/oai', methods: ['GET', 'POST'], answer })
  site.plain({
    path: '/oai/activity.xsd',
    write: async () => ({ status: 200, type: 'application/xml; charset=utf-8', body: activitySchema() }),
  })
}

async function answer(visit: PlainVisit, request: Request): Promise<Response> {
  const given = await parametersOf(request)
  try {
    const asked = readRequest(given)
    return envelope(visit, asked, element(asked.verb, {}, ...(await answered(visit, asked))))
  } catch (error) {
    if (!(error instanceof OaiFault)) throw error
    // 3.6: after a wrong verb or argument the request is told without its arguments.
    const asked = ['badVerb', 'badArgument'].includes(error.code) ? null : readRequest(given)
    return envelope(visit, asked, element('error', { code: error.code }, error.message))
  }
}

async function answered({ db, settings, now, translate }: PlainVisit, asked: OaiRequest): Promise<Xml[]> {
  return oaiAnswer(
    {
      db,
      publicUrl: settings.publicUrl,
      codes: await activityCodes(db, dayOf(now)),
      key: await signingKey(db, 'oai'),
      name: `${translate.en('site.name')}: ${translate.en('activities.title')}`,
      mail: settings.mailFrom ?? `postmaster@${new URL(settings.publicUrl).hostname}`,
    },
    asked,
  )
}

/** The arguments stand in the address, or in a form that is posted. */
async function parametersOf(request: Request): Promise<URLSearchParams> {
  if (request.method !== 'POST') return new URL(request.url).searchParams
  return new URLSearchParams((await readPosted(request, {})).fields)
}

function envelope({ settings, now }: PlainVisit, asked: OaiRequest | null, content: Xml): Response {
  const request = asked === null ? {} : { verb: asked.verb, ...asked.arguments }
  const body = xmlDocument(
    element(
      'OAI-PMH',
      {
        xmlns: 'http://www.openarchives.org/OAI/2.0/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation':
          'http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
      },
      element('responseDate', {}, `${now.toISOString().slice(0, 19)}Z`),
      element('request', request, `${settings.publicUrl}/oai`),
      content,
    ),
  )
  return new Response(body, {
    headers: { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-cache' },
  })
}
