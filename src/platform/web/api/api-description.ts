import { languageCodes } from '../../languages.ts'
import { pathParameter } from '../address.ts'
import { asOf, jsonSchema, queryParameters, refusal } from '../openapi-parts.ts'
import { apiRoot } from './api-resource.ts'
import type { AnyRead, AnyWrite, ApiRoutes } from './api-routes.ts'

export const tokenScheme = {
  type: 'http',
  scheme: 'bearer',
  description:
    'A personal token, made at `/account/tokens`. It acts with the roles of its person; reading what is public needs none.',
}

/** All that stands under `/api/v1`, for the OpenAPI document. */
export const apiPaths = (routes: ApiRoutes): Record<string, object> =>
  Object.fromEntries(
    routes.all.map(({ path, GET, POST, PUT }) => [
      apiRoot + path.replaceAll(pathParameter, '{$1}'),
      {
        parameters: pathParameters(path),
        ...(GET ? { get: readOperation(GET) } : {}),
        ...(POST ? { post: writeOperation(POST) } : {}),
        ...(PUT ? { put: writeOperation(PUT) } : {}),
      },
    ]),
  )

const pathParameters = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

const language = {
  name: 'language',
  in: 'query',
  required: false,
  description:
    'Language of names, labels and errors; without it the one of Accept-Language, else English. It filters nothing.',
  schema: { type: 'string', enum: languageCodes },
}

function readOperation(read: AnyRead) {
  const parameters = queryParameters(read.query).map((parameter) => ({
    ...parameter,
    ...(read.repeated?.includes(parameter.name) ? { style: 'form', explode: true } : {}),
    ...(parameter.name === 'facets'
      ? { description: 'The filters to count: `all` (as without it), `none`, or names with commas.' }
      : {}),
  }))
  return {
    operationId: read.name,
    summary: read.summary,
    security: [{}, { token: [] }],
    parameters: [...parameters, language, asOf],
    responses: {
      200: {
        description: read.summary,
        headers: limitHeaders,
        content: { 'application/json': content(read.shape, read.example) },
      },
      304: { description: 'Not changed since the ETag that was sent in If-None-Match.' },
      400: refusal('A parameter is unknown or malformed; the body names it, its rule and the valid values.'),
      401: refusal('The token is unknown or has ended, or this needs one.'),
      404: refusal('There is nothing at this address, or nothing that you may see.'),
      429: refusal('Too many requests; the header Retry-After says when to come back.'),
    },
  }
}

function writeOperation(write: AnyWrite) {
  return {
    operationId: write.name,
    summary: write.summary,
    description: `Right: ${write.right}. All of it is done, or nothing.`,
    security: [{ token: [] }],
    parameters: [language, ...(write.method === 'POST' ? [idempotencyKey] : []), ...ifMatch(write)],
    requestBody: {
      content: {
        'application/json': {
          schema: jsonSchema(write.body, 'input'),
          ...(write.example === undefined ? {} : { example: write.example }),
        },
      },
    },
    responses: {
      [write.method === 'POST' && write.precondition === 'none' ? 201 : 200]: {
        description: 'Done: the record as it is now, its revision as ETag.',
        headers: limitHeaders,
        content: { 'application/json': content(write.shape, undefined) },
      },
      401: refusal('Send a token that is good.'),
      403: refusal('You may not, or the token may only read; the body says who could.'),
      404: refusal('There is no such record, or none that you may see.'),
      409: refusal('The state of the record does not allow it.'),
      412: refusal('The record has changed since the revision in If-Match.'),
      413: refusal('The body is larger than one mebibyte.'),
      415: refusal('The body is no JSON.'),
      422: refusal('The body has issues; each names its field, its rule and what would be right.'),
      428: refusal('If-Match is missing.'),
    },
  }
}

const content = (shape: AnyRead['shape'], example: unknown) => ({
  schema: jsonSchema(shape),
  ...(example === undefined ? {} : { example }),
})

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A key of your own, such as a UUID. The same request with the same key gets the same answer for a day, and is done once.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

const ifMatch = ({ precondition }: AnyWrite) =>
  precondition === 'none'
    ? []
    : [
        {
          name: 'If-Match',
          in: 'header',
          required: precondition === 'required',
          description: 'The ETag of the record that you have read, such as "7".',
          schema: { type: 'string' },
        },
      ]

const limitHeaders = {
  RateLimit: {
    description:
      'Requests that are allowed and left, and seconds until all are: `limit=600, remaining=599, reset=60`.',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': { description: 'Requests and seconds: `600;w=60`.', schema: { type: 'string' } },
}
