import type { z } from 'zod'
import type { LanguageCode } from '../languages.ts'
import type { MessageKey, Translate } from '../messages.ts'
import type { Module } from '../module.ts'
import type { WordsTaken } from '../search/words-taken.ts'
import type { Html } from '../ui/html.ts'
import type { Answer } from './answer.ts'
import type { ApiRoutes } from './api/api-routes.ts'
import type {
  DownloadResource,
  FormResource,
  KeptResource,
  PictureResource,
  StreamResource,
} from './form-resource.ts'
import type { PlainResource } from './plain-resource.ts'
import type { Visit } from './visit.ts'

/**
 * What a module's `routes` talks to. One declaration makes the page, the JSON, the CSV, the check of the parameters
 * and the description in the OpenAPI document, all from the same query, so that they cannot disagree.
 */
export type Site = {
  /** All modules, for the pages that tell what all of them declare. */
  readonly modules: readonly Module[]
  /** The words of all six languages, for what is read or written in several. */
  readonly translate: Record<LanguageCode, Translate>
  list: <Query extends z.ZodObject, Row>(list: ListResource<Query, Row>) => void
  record: <Query extends z.ZodObject, Shape>(record: RecordResource<Query, Shape>) => void
  page: (page: PlainPage) => void
  file: <Query extends z.ZodObject>(file: FileResource<Query>) => void
  /** Something that people do: a page with a form, and what happens when it is sent. */
  form: <Fields extends z.ZodObject, Subject>(form: FormResource<Fields, Subject>) => void
  /** Bytes that are kept as they came. */
  download: (download: DownloadResource) => void
  /** Pictures that stand inside pages. */
  picture: (picture: PictureResource) => void
  /** A long file that is sent while it is made. */
  stream: <Query extends z.ZodObject>(stream: StreamResource<Query>) => void
  /** A file that is made in the background and lies ready. */
  kept: (kept: KeptResource) => void
  /** What programs read and do under `/api/v1`, beside the lists and records, which stand there too. */
  api: Pick<ApiRoutes, 'read' | 'write'>
  /** What has one address for all languages, such as files and protocols. */
  plain: (plain: PlainResource) => void
  /** Adds addresses to the sitemap, without language. */
  addresses: (list: (visit: Pick<Visit, 'db'>) => Promise<string[]>) => void
}

/** `path` is what follows the language: '/duties', '/bodies/:id', '/revisions/:revision/:address{.+}'. */
type Addressed<Query extends z.ZodObject> = {
  path: string
  /** For the OpenAPI document: operationId and summary (API documents are in English). */
  name: string
  summary: string
  /** Strict: a parameter that is not named here is refused with 400. Path parameters are checked by `read`. */
  query: Query
}

export type PathParameters = Record<string, string>

export type ListResource<Query extends z.ZodObject, Row> = Addressed<Query> & {
  /** JSON shape of a row. */
  row: z.ZodType<Row>
  read: (visit: Visit, query: z.infer<Query>, parameters: PathParameters) => Promise<Listing<Row>>
  page: (visit: Visit, listing: Listing<Row>, query: z.infer<Query>) => Page
  columns: Column<Row>[]
  /** Also as Atom (`.atom`): how a row is an entry. */
  feed?: { title: MessageKey; entry: (visit: Visit, row: Row, contentChanged: Date) => FeedEntry }
}

/** With how its words were taken, where it was searched by words. */
export type Listing<Row> = Partial<WordsTaken> & {
  rows: Row[]
  total: number
  /** Opaque; the `after` of the next page. Null on the last page. */
  next: string | null
  facets?: Facet[]
  /** What all rows are about, where they are about one record. */
  about?: { kind: string; id: string; name: string; path: string | null }
}

/** Counts for every value of one filter; the counts ignore that filter itself. */
export type Facet = {
  name: string
  values: FacetValue[]
  /** Of thousands of values so many at least, those that count most, and all that are chosen; for who shows no more of them. */
  first?: (most: number) => FacetValue[]
}

export type FacetValue = { value: string; label: string; count: number; chosen: boolean }

/** A column of the CSV: `value` gives text, number, true/false or nothing. Codes and labels stand in neighbouring columns. */
export type Column<Row> = {
  name: string
  value: (row: Row, visit: Visit) => string | number | boolean | null | undefined
}

export type FeedEntry = { id: string; title: string; link: string; updated: Date; summary: string }

export type RecordResource<Query extends z.ZodObject, Shape> = Addressed<Query> & {
  /** Null answers 404. */
  read: (visit: Visit, parameters: PathParameters, query: z.infer<Query>) => Promise<Shape | null>
  shape: z.ZodType<Shape>
  page: (visit: Visit, record: Shape) => Page
  /** Further forms, by ending: '.akn.xml', '.txt'. */
  forms?: Record<string, { type: string; write: (visit: Visit, record: Shape) => Promise<string> | string }>
}

export type PlainPage = { path: string; page: (visit: Visit) => Promise<Page> | Page }

/** Something that is not a page, such as a calendar feed. `path` with its ending. */
export type FileResource<Query extends z.ZodObject> = Addressed<Query> & {
  type: string
  write: (visit: Visit, query: z.infer<Query>) => Promise<string>
}

/** What a page hands to the layout. */
export type Page = {
  title: string
  /** One sentence for search engines and feeds. */
  description?: string
  main: Html
  /** Steps above this page: label and address without language. */
  crumbs?: { label: string; path: string }[]
  /** Other forms of the same content: ending or address and media type. */
  alternates?: { type: string; path: string; title: string }[]
  /** schema.org description. */
  jsonLd?: Record<string, unknown>
  /** The subject of history that the page shows, for the link to what happened to it. */
  history?: { kind: string; id: string }
  /** Not for search engines (results of a search, filtered lists). */
  unlisted?: boolean
  status?: Answer['status']
  /** Id of the form of the page, so that the links to other languages carry along what was typed. */
  form?: string
  /** A small script that makes the page nicer; all but passkeys works without. */
  script?: 'passkey' | 'entry'
  /** Shows pictures of numbers, or reads as a report with pictures in it: dressed by sheets of their own. */
  sheet?: 'charts' | 'report'
}
