import type { Context } from 'hono'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { SmartRouter } from 'hono/router/smart-router'
import { TrieRouter } from 'hono/router/trie-router'
import { z } from 'zod'
import { notFound, Refusal } from '../errors.ts'
import { lastChange } from '../content-version.ts'
import { asAtom } from '../export/atom.ts'
import { asCsv } from '../export/csv.ts'
import type { LanguageCode } from '../languages.ts'
import type { Translate } from '../messages.ts'
import type { Module } from '../module.ts'
import { instantAskedFor } from '../past/as-of.ts'
import { dayOf } from '../ui/format.ts'
import { cutEnding, decodedPart, type Ending } from './address.ts'
import { sendFresh, type Answer, type AnswerCache } from './answer.ts'
import { showForm, takeForm, type FormParts } from './answer-form.ts'
import { ApiRoutes } from './api/api-routes.ts'
import { listRead, recordRead } from './api/derived-reads.ts'
import { openPast, toPresent, type Asked } from './answer-past.ts'
import { everyRow } from './every-row.ts'
import { sendDownload, sendKeptFile, sendStream, type Send } from './send-download.ts'
import { sendPicture } from './send-picture.ts'
import type {
  DownloadResource,
  FormResource,
  KeptResource,
  PictureResource,
  StreamResource,
} from './form-resource.ts'
import type { Described } from './described.ts'
import type { Layout } from './layout.ts'
import type { PlainResource } from './plain-resource.ts'
import { checkQuery } from './problem.ts'
import type {
  FileResource,
  ListResource,
  Page,
  PathParameters,
  PlainPage,
  RecordResource,
  Site,
} from './site.ts'
import type { Visit } from './visit.ts'

/** How one form of one resource is written. */
type Write = (visit: Visit, parameters: PathParameters, layout: Layout) => Promise<Answer>

type Resource = {
  path: string
  forms: Map<Ending | '', Write>
  form: FormResource<z.ZodObject, unknown> | null
  /** For bytes that people sent, and for what is sent while it is made. */
  sendings: Map<Ending | '', Send>
}

type Parts = Pick<FormParts, 'holder' | 'tokenKey'> & {
  cache: AnswerCache
  contentVersion: () => Promise<string>
  layout: Layout
  visit: Visit
  ending: Ending | null
}

const htmlType = 'text/html; charset=utf-8'
const jsonType = 'application/json; charset=utf-8'

/** All that the site offers, declared by the modules; finds and writes the answer to an address. */
export class Resources implements Site {
  readonly described: Described[] = []
  readonly api = new ApiRoutes()
  readonly sitemapAddresses: ((visit: Pick<Visit, 'db'>) => Promise<string[]>)[] = []
  readonly plains: PlainResource[] = []
  readonly translate: Record<LanguageCode, Translate>
  readonly modules: readonly Module[]
  readonly #router = new SmartRouter<Resource>({ routers: [new RegExpRouter(), new TrieRouter()] })
  readonly #paths = new Map<string, Resource>()

  constructor(translate: Record<LanguageCode, Translate>, modules: readonly Module[]) {
    this.translate = translate
    this.modules = modules
  }

  list = <Query extends z.ZodObject, Row>(list: ListResource<Query, Row>) => {
    const read = async (visit: Visit, parameters: PathParameters) => {
      const query = checkQuery(list.query, visit.query)
      return { query, listing: await list.read(visit, query, parameters) }
    }
    this.#add(list.path, '', async (visit, parameters, layout) => {
      const { query, listing } = await read(visit, parameters)
      return whole(visit, layout, list.page(visit, listing, query))
    })
    this.#add(list.path, '.json', async (visit, parameters) => {
      const { listing } = await read(visit, parameters)
      const asOf = visit.asOf ? { asOf: visit.asOf.toISOString() } : {}
      return json({ language: visit.language, ...asOf, ...listing })
    })
    this.#add(list.path, '.csv', async (visit, parameters) => {
      const rows = await everyRow(visit, async (part) => (await read(part, parameters)).listing)
      return {
        status: 200,
        type: 'text/csv; charset=utf-8; header=present',
        body: asCsv(visit, list.columns, rows),
        saveAs: `${list.name}-${visit.language}${visit.asOf ? `-${dayOf(visit.asOf)}` : ''}.csv`,
      }
    })
    const forms: Described['forms'] = [
      { ending: '.json', type: 'application/json' },
      { ending: '.csv', type: 'text/csv' },
    ]
    const { feed } = list
    if (feed) {
      forms.push({ ending: '.atom', type: 'application/atom+xml' })
      this.#add(list.path, '.atom', async (visit, parameters) => {
        const { listing } = await read(visit, parameters)
        const changed = await lastChange(visit.db)
        return {
          status: 200,
          type: 'application/atom+xml; charset=utf-8',
          body: asAtom(
            visit,
            visit.t(feed.title),
            listing.rows.map((row) => feed.entry(visit, row, changed)),
            listing.next,
          ),
        }
      })
    }
    this.described.push({ ...list, shape: list.row, kind: 'list', forms })
    this.api.derive(listRead(list, async (visit, parameters) => (await read(visit, parameters)).listing))
  }

  record = <Query extends z.ZodObject, Shape>(record: RecordResource<Query, Shape>) => {
    const read = async (visit: Visit, parameters: PathParameters) => {
      const found = await record.read(visit, parameters, checkQuery(record.query, visit.query))
      if (found === null) throw notFound()
      return found
    }
    this.#add(record.path, '', async (visit, parameters, layout) =>
      whole(visit, layout, record.page(visit, await read(visit, parameters))),
    )
    this.#add(record.path, '.json', async (visit, parameters) => json(await read(visit, parameters)))
    const forms: Described['forms'] = [{ ending: '.json', type: 'application/json' }]
    for (const [ending, form] of Object.entries(record.forms ?? {})) {
      forms.push({ ending: ending as Ending, type: form.type })
      this.#add(record.path, ending as Ending, async (visit, parameters) => {
        const body = await form.write(visit, await read(visit, parameters))
        return { status: 200, type: `${form.type}; charset=utf-8`, body }
      })
    }
    this.described.push({ ...record, shape: record.shape, kind: 'record', forms })
    this.api.derive(recordRead(record, read))
  }

  page = ({ path, page }: PlainPage) => {
    this.#add(path, '', async (visit, _parameters, layout) => whole(visit, layout, await page(visit)))
  }

  file = <Query extends z.ZodObject>(file: FileResource<Query>) => {
    const [path, ending] = cutEnding(file.path)
    this.#add(path, ending, async (visit) => {
      const body = await file.write(visit, checkQuery(file.query, visit.query))
      return { status: 200, type: `${file.type}; charset=utf-8`, body }
    })
    this.described.push({
      ...file,
      path,
      shape: null,
      kind: 'file',
      forms: [{ ending, type: file.type }],
    })
  }

  form = <Fields extends z.ZodObject, Subject>(form: FormResource<Fields, Subject>) => {
    const resource = this.#at(form.path)
    if (resource.form !== null || resource.forms.has('')) throw new Error(`two resources at ${form.path}`)
    resource.form = form as unknown as FormResource<z.ZodObject, unknown>
    this.described.push({ ...form, query: form.fields, shape: null, kind: 'form', forms: [] })
  }

  download = (download: DownloadResource) => this.#addSending(download.path, '', sendDownload(download))

  picture = (picture: PictureResource) => this.#addSending(picture.path, '', sendPicture(picture))

  stream = <Query extends z.ZodObject>(stream: StreamResource<Query>) => {
    const [path, ending] = cutEnding(stream.path)
    this.#addSending(path, ending, sendStream(stream))
    const forms = [{ ending, type: stream.type }]
    this.described.push({ ...stream, path, shape: null, kind: 'file', forms })
  }

  kept = (kept: KeptResource) => {
    const [path, ending] = cutEnding(kept.path)
    this.#addSending(path, ending, sendKeptFile(kept))
    const forms = [{ ending, type: kept.type }]
    this.described.push({ ...kept, query: z.strictObject({}), path, shape: null, kind: 'file', forms })
  }

  plain = (plain: PlainResource) => {
    this.plains.push(plain)
  }

  addresses = (list: (visit: Pick<Visit, 'db'>) => Promise<string[]>) => {
    this.sitemapAddresses.push(list)
  }

  /** Paths of all pages without parameters, for the sitemap and the tests. */
  get plainPaths(): string[] {
    return [...this.#paths]
      .filter(([path, { forms }]) => !path.includes(':') && forms.has(''))
      .map(([path]) => path)
  }

  /** The form at an address and what stands in its place of parameters, for the tests that walk all of them. */
  get allForms(): FormResource<z.ZodObject, unknown>[] {
    return [...this.#paths.values()].flatMap(({ form }) => (form === null ? [] : [form]))
  }

  isForm = (path: string): boolean => (this.#find(path)?.resource.form ?? null) !== null

  async answer(c: Context, parts: Parts): Promise<Response> {
    const { cache, contentVersion, layout, visit, ending } = parts
    const found = this.#find(visit.path)
    if (!found) throw notFound()
    const { resource, parameters } = found
    const isPost = c.req.method === 'POST'
    const instant = isPost ? null : instantAskedFor(visit.query, visit.now)
    if (instant !== null && resource.form !== null) return toPresent(c, visit)
    const past = instant === null ? null : await openPast(c, visit, instant)
    const asked: Asked = past ?? ((read) => read(visit))
    if (resource.form !== null && (ending === null || (ending === '.json' && isPost))) {
      const formParts = { ...parts, parameters, wantsData: ending === '.json' }
      return isPost ? takeForm(c, resource.form, formParts) : showForm(c, resource.form, formParts)
    }
    if (isPost) throw methodRefused(c)
    const send = resource.sendings.get(ending ?? '')
    if (send) return send(c, { visit, asked, parameters, layout })
    const write = resource.forms.get(ending ?? '')
    if (!write) throw notFound()
    const written = () => asked((then) => write(then, parameters, layout))
    // What one person sees is nobody else's, so it is neither kept here nor by any cache on the way.
    if (visit.actor.person !== null && past === null) return sendFresh(c, await written())
    return cache.answer(c, { version: await contentVersion(), now: visit.now }, written)
  }

  #add(path: string, ending: Ending | '', write: Write) {
    const resource = this.#at(path)
    if (resource.forms.has(ending) || (ending === '' && resource.form !== null))
      throw new Error(`two resources at ${path}${ending}`)
    resource.forms.set(ending, write)
  }

  #addSending(path: string, ending: Ending | '', send: Send) {
    const { sendings } = this.#at(path)
    if (sendings.has(ending)) throw new Error(`two resources at ${path}${ending}`)
    sendings.set(ending, send)
  }

  #at(path: string): Resource {
    const known = this.#paths.get(path)
    if (known) return known
    const resource: Resource = { path, forms: new Map(), form: null, sendings: new Map() }
    this.#paths.set(path, resource)
    this.#router.add('GET', path, resource)
    return resource
  }

  #find(path: string): { resource: Resource; parameters: PathParameters } | null {
    const [matches, positions] = this.#router.match('GET', path)
    const first = matches[0]
    if (!first) return null
    const [resource, places] = first
    const parameters: PathParameters = {}
    for (const [name, place] of Object.entries(places)) {
      const value = typeof place === 'number' ? positions?.[place] : place
      parameters[name] = decodedPart(value ?? '')
    }
    return { resource, parameters }
  }
}

function methodRefused(c: Context): Refusal {
  c.header('Allow', 'GET, HEAD, OPTIONS')
  return new Refusal(405, 'error.method')
}

function whole(visit: Visit, layout: Layout, page: Page): Answer {
  const shown = visit.asOf ? { ...page, unlisted: true } : page
  return { status: page.status ?? 200, type: htmlType, body: String(layout.whole(visit, shown)) }
}

const json = (value: unknown): Answer => ({ status: 200, type: jsonType, body: JSON.stringify(value) })
