import type { z } from 'zod'
import type { Ending } from './address.ts'
import type { FormResource } from './form-resource.ts'

/** A resource as the OpenAPI document describes it. */
export type Described = {
  name: string
  path: string
  summary: string
  query: z.ZodObject
  shape: z.ZodType | null
  kind: 'list' | 'record' | 'file' | 'form'
  /** For a form: the row of the rights table that it asks. */
  right?: string
  files?: FormResource<z.ZodObject, unknown>['files']
  forms: { ending: Ending; type: string }[]
}
