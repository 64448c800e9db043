import type { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import type { Tx } from '../../database/tables.ts'
import type { Issue } from '../../errors.ts'
import type { PathParameters } from '../site.ts'
import type { Visit } from '../visit.ts'

/** Who sends a request with a token, and what the token lets them do. */
export type Bearer = { actor: Actor; may: 'read' | 'write' }

/** Something that programs read at `/api/v1<path>`. */
export type ApiRead<Query extends z.ZodObject, Shape> = {
  /** '/activities/:activity', as in `Site`. */
  path: string
  /** For the OpenAPI document: operationId and summary (API documents are in English). */
  name: string
  summary: string
  /** Strict, as the API calls its parameters; `language` is added to all. */
  query: Query
  /** Parameters that may stand several times: the values count as if they were written with commas. */
  repeated?: readonly string[]
  shape: z.ZodType<Shape>
  /** An answer of this kind, for the description. */
  example?: unknown
  /** Null answers 404. */
  read: (visit: Visit, query: z.infer<Query>, parameters: PathParameters) => Promise<ApiAnswer<Shape> | null>
}

export type ApiAnswer<Shape> = ({ body: Shape } | { written: WrittenJson }) & {
  /** The number of the record's change, for whoever may change it: becomes a strong ETag. */
  revision?: number
  /** The cursor of the next page, for the header `Link`. */
  next?: string | null
}

/** A whole answer that was written as JSON already; the tests hold that it has the shape that was promised. */
export type WrittenJson = Buffer<ArrayBuffer>

/** Something that programs do at `/api/v1<path>`, with a token that may write, in one transaction. */
export type ApiWrite<Body extends z.ZodObject, Shape> = {
  method: 'POST' | 'PUT'
  path: string
  name: string
  summary: string
  /** The row of the rights table that `act` asks. */
  right: string
  /** Strict. Messages of rules are keys (`rule('rule.…')`). */
  body: Body
  shape: z.ZodType<Shape>
  example?: unknown
  /** Whether the request must say in `If-Match` which change of the record it follows. */
  precondition: 'none' | 'optional' | 'required'
  act: (tx: Tx, visit: Visit, given: Given<z.infer<Body>>) => Promise<Written<Shape>>
  /** Whether all that this request reads must be of one moment, whatever others write meanwhile. */
  readsOneMoment?: (body: z.infer<Body>) => boolean
  /**
   * The same, durable when it is answered, with what others send at the same moment; null when it has to be done by itself. Asked when the
   * request has no key, because the answer to one with a key is kept in the transaction that does it.
   */
  together?: (visit: Visit, given: Given<z.infer<Body>>) => Promise<Written<Shape> | null>
}

export type Given<Body> = {
  body: Body
  parameters: PathParameters
  /** What `If-Match` names; undefined when any will do. */
  revision: number | undefined
}

/** Issues undo all that was done, and are answered with 422. */
export type Written<Shape> =
  { status: 200 | 201; body: Shape; revision: number; location?: string } | { issues: Issue[] }

export const apiRoot = '/api/v1'

export const isOfApi = (path: string): boolean => path === apiRoot || path.startsWith(`${apiRoot}/`)
