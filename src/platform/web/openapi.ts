import { z } from 'zod'
import { languageCodes } from '../languages.ts'
import type { Settings } from '../settings.ts'
import type { Answer } from './answer.ts'
import type { Described, Resources } from './resources.ts'

export const openApiAnswer = async (resources: Resources, settings: Settings): Promise<Answer> => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(openApiDocument(resources, settings)),
})

/** The OpenAPI 3.1 description, made from the same declarations that answer and check the requests. */
function openApiDocument(resources: Resources, settings: Settings) {
  const paths = Object.fromEntries(
    resources.described.flatMap((one) =>
      one.forms.map((form) => [addressOfForm(one, form.ending), { get: operation(one, form) }]),
    ),
  )
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
    paths,
    components: { schemas: { Problem: problemSchema } },
  }
}

const addressOfForm = ({ path }: Described, ending: string) =>
  `/{language}${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}${ending}`

function operation(one: Described, form: Described['forms'][number]) {
  const names = [...one.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  const schema = one.shape && form.type === 'application/json' ? schemaOf(one) : { type: 'string' }
  return {
    operationId: `${one.name}${form.ending === '.json' ? '' : form.ending.replace(/\W(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: one.summary,
    parameters: [
      { name: 'language', in: 'path', required: true, schema: { type: 'string', enum: languageCodes } },
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...queryParameters(one.query),
    ],
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

function queryParameters(query: z.ZodObject) {
  const { properties = {} } = jsonSchema(query, 'input') as { properties?: Record<string, object> }
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

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
        required: ['parameter', 'detail'],
        properties: {
          parameter: { type: 'string' },
          detail: { type: 'string' },
          validValues: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
}
