import { z } from 'zod'
import { asOfParameter } from '../past/as-of.ts'

/** The parameters of a schema, as OpenAPI describes them. */
export function queryParameters(query: z.ZodObject) {
  const { properties = {} } = jsonSchema(query, 'input') as { properties?: Record<string, object> }
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
}

export function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

export const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

export const asOf = {
  name: asOfParameter,
  in: 'query',
  required: false,
  description:
    'Shows what was public at the end of that day (YYYY-MM-DD, Universal Time) or at that instant (ISO 8601). The answer carries Memento-Datetime.',
  schema: { type: 'string' },
}
