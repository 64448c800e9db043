import { RegExpRouter } from 'hono/router/reg-exp-router'
import { SmartRouter } from 'hono/router/smart-router'
import { TrieRouter } from 'hono/router/trie-router'
import type { z } from 'zod'
import { decodedPart, pathParameter } from '../address.ts'
import type { PathParameters } from '../site.ts'
import type { ApiRead, ApiWrite } from './api-resource.ts'

export type AnyRead = ApiRead<z.ZodObject, unknown>

export type AnyWrite = ApiWrite<z.ZodObject, unknown>

type Methods = { path: string; GET?: AnyRead; POST?: AnyWrite; PUT?: AnyWrite }

export type Method = 'GET' | 'POST' | 'PUT'

/** All that stands under `/api/v1`: what modules declare, and every list and record behind a page. */
export class ApiRoutes {
  readonly #declared = new Map<string, Methods>()
  readonly #derived = new Map<string, Methods>()
  #router: SmartRouter<Methods> | null = null

  read = <Query extends z.ZodObject, Shape>(read: ApiRead<Query, Shape>): void => {
    this.#at(read.path).GET = read as unknown as AnyRead
  }

  write = <Body extends z.ZodObject, Shape>(write: ApiWrite<Body, Shape>): void => {
    this.#at(write.path)[write.method] = write as unknown as AnyWrite
  }

  /** What a page shows, unless a module declares something else for the address. */
  derive = (read: AnyRead): void => {
    this.#derived.set(shapeOf(read.path), { path: read.path, GET: read })
  }

  /** In the order in which they are looked for. */
  get all(): Methods[] {
    const derived = [...this.#derived].map(([shape, methods]) => ({
      ...methods,
      ...this.#declared.get(shape),
    }))
    const declared = [...this.#declared].flatMap(([shape, methods]) =>
      this.#derived.has(shape) ? [] : [methods],
    )
    return [...declared, ...derived]
  }

  find(path: string): { methods: Methods; parameters: PathParameters } | null {
    const [matches, positions] = this.#routed().match('GET', path)
    const [first] = matches
    if (!first) return null
    const [methods, places] = first
    const named = Object.entries(places).map(([name, place]) => [
      name,
      decodedPart((typeof place === 'number' ? positions?.[place] : place) ?? ''),
    ])
    return { methods, parameters: Object.fromEntries(named) as PathParameters }
  }

  #at(path: string): Methods {
    const known = this.#declared.get(shapeOf(path)) ?? { path }
    this.#declared.set(shapeOf(path), known)
    return known
  }

  #routed(): SmartRouter<Methods> {
    if (this.#router !== null) return this.#router
    const router = new SmartRouter<Methods>({ routers: [new RegExpRouter(), new TrieRouter()] })
    for (const methods of this.all) router.add('GET', methods.path, methods)
    this.#router = router
    return router
  }
}

/** Two paths that differ in the names of their parameters only are the same address. */
const shapeOf = (path: string): string => path.replaceAll(pathParameter, ':')
