import { languageCodes } from '../languages.ts'
import type { Settings } from '../settings.ts'
import { pathParameter } from './address.ts'
import type { Answer } from './answer.ts'
import { apiPaths, tokenScheme } from './api/api-description.ts'
import { asOf, jsonSchema, queryParameters, refusal } from './openapi-parts.ts'
import type { Described } from './described.ts'
import type { Resources } from './resources.ts'

export const openApiAnswer = async (resources: Resources, settings: Settings): Promise<Answer> => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(openApiDocument(resources, settings)),
})

/** The OpenAPI 3.1 description, made from the same declarations that answer and check the requests. */
function openApiDocument(resources: Resources, settings: Settings) {
  const paths: Record<string, { get?: object; post?: object }> = {}
  for (const one of resources.described) {
    for (const form of one.forms) paths[addressOfForm(one, form.ending)] = { get: operation(one, form) }
    if (one.kind === 'form') (paths[addressOfForm(one, '.json')] ??= {}).post = act(one)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Actionline',
      version: '1',
      summary:
        'Public register of duties from United Nations resolutions about the World Summit on the Information Society.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: settings.publicUrl }],
    paths: { ...apiPaths(resources.api), ...paths },
    components: { schemas: { Problem: problemSchema }, securitySchemes: { token: tokenScheme } },
  }
}

const addressOfForm = ({ path }: Described, ending: string) =>
  `/{language}${path.replaceAll(pathParameter, '{$1}')}${ending}`

/** What people do with a form, done by a program: the same fields as JSON, the same rights, the same answers. */
function act(one: Described) {
  const names = [...one.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  return {
    operationId: one.name,
    summary: one.summary,
    description: `Right: ${one.right}. Version of the record in "_version", where the form has one.`,
    parameters: pathParameters(names),
    requestBody: { content: { 'application/json': { schema: jsonSchema(one.query, 'input') } } },
    responses: {
      200: {
        description: 'Done; where the result stands.',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: { address: { type: 'string' }, path: { type: 'string' } },
            },
          },
        },
      },
      401: refusal('Sign in first.'),
      403: refusal('You may not; the body says who could.'),
      404: refusal('There is nothing at this address.'),
      409: refusal('The record has changed meanwhile, or its state does not allow it.'),
      422: refusal('Some fields need another look; the body names each with its rule.'),
    },
  }
}

const pathParameters = (names: string[]) => [
  { name: 'language', in: 'path', required: true, schema: { type: 'string', enum: languageCodes } },
  ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
]

function operation(one: Described, form: Described['forms'][number]) {
  const names = [...one.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  const schema = one.shape && form.type === 'application/json' ? schemaOf(one) : { type: 'string' }
  return {
    operationId: `${one.name}${form.ending === '.json' ? '' : form.ending.replace(/\W(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: one.summary,
    parameters: [...pathParameters(names), ...queryParameters(one.query), asOf],
    responses: {
      200: { description: one.summary, content: { [form.type]: { schema } } },
      304: { description: 'Not changed since the ETag that was sent.' },
      400: refusal('A parameter is unknown or malformed; the body names it, its rule and the valid values.'),
      404: refusal('There is nothing at this address.'),
      429: refusal('Too many requests; the Retry-After header says when to come back.'),
    },
  }
}

function schemaOf(one: Described) {
  const shape = jsonSchema(one.shape!)
  if (one.kind === 'record') return shape
  const facetValue = {
    type: 'object',
    properties: {
      value: { type: 'string' },
      label: { type: 'string' },
      count: { type: 'integer' },
      chosen: { type: 'boolean' },
    },
  }
  return {
    type: 'object',
    required: ['language', 'rows', 'total', 'next'],
    properties: {
      language: { enum: languageCodes },
      asOf: {
        type: 'string',
        description: 'The instant of the past that is shown; only when it was asked for.',
      },
      rows: { type: 'array', items: shape },
      total: { type: 'integer', minimum: 0 },
      next: { type: ['string', 'null'], description: 'Value of `after` for the next rows; null at the end.' },
      facets: {
        type: 'array',
        items: {
          type: 'object',
          properties: { name: { type: 'string' }, values: { type: 'array', items: facetValue } },
        },
      },
    },
  }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    reference: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['detail'],
        properties: {
          parameter: { type: 'string', description: 'Of the address; a field of a body stands in `field`.' },
          field: { type: 'string' },
          rule: { type: 'string', description: 'The rule that is broken, as a code.' },
          detail: { type: 'string' },
          validValues: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
}
