import { z } from 'zod'
import { accountPaths, allBodies, publicHolders } from '#modules/accounts/index.ts'
import {
  bodyById,
  bodyList,
  cursorText,
  facetsOf,
  foundWords,
  limitText,
  readerOf,
  refusingCursor,
  lookOf,
} from '#modules/mandates/index.ts'
import { holdingsAbout } from '#platform/web/holdings.ts'
import type { Column, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { bodyKindName, bodyKinds } from './body-kinds.ts'
import { bodyRecord, bodyRowRecord, bodyRowShape, bodyShape, type BodyRowRecord } from './body-shape.ts'
import { bodiesPage } from './pages/bodies-page.ts'
import { bodyPage } from './pages/body-page.ts'
import { rule } from '#platform/web/problem.ts'

const query = z.strictObject({
  kind: z.enum(bodyKinds as [string, ...string[]]).optional(),
  q: z.string().max(200, rule('rule.short-text')).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** Bodies, and what each was told to do. */
export function bodyRoutes(site: Site): void {
  site.list({
    path: accountPaths.bodies,
    name: 'bodies',
    summary: 'Bodies that the texts name, with how many duties name each as addressee, recipient or way.',
    query,
    row: bodyRowShape,
    read,
    page: bodiesPage,
    columns,
  })
  site.record({
    path: `${accountPaths.bodies}/:body`,
    name: 'body',
    summary:
      'One body: its names, and the duties in which it must act, is given something or serves as the way.',
    query: z.strictObject({}),
    shape: bodyShape,
    read: async (visit, { body = '' }) => {
      const found = await bodyById(visit.db, body, lookOf(visit))
      if (found === null) return null
      return bodyRecord(await readerOf(visit), found, {
        people: await publicHolders(visit, `body:${found.id}`),
        held: await holdingsAbout(site, visit, { kind: 'body', id: found.id }),
      })
    },
    page: bodyPage,
  })
  site.addresses(async ({ db }) => (await allBodies(db)).map(({ id }) => accountPaths.body(id)))
}

async function read(visit: Visit, { kind, q, after, limit = '200' }: z.infer<typeof query>) {
  const reader = await readerOf(visit)
  const { ids, taken } = await foundWords(visit, q, ['body'])
  const filters = { kind, ...(ids ? { found: ids.body } : {}) }
  const list = await refusingCursor(bodyList(visit.db, filters, { after, limit: Number(limit) }))
  return {
    rows: list.rows.map((row) => bodyRowRecord(reader, row)),
    total: list.total,
    next: list.next,
    facets: facetsOf(visit, [
      { naming: { name: 'kind', value: ({ t }, value) => bodyKindName(t, value) }, counts: list.facets.kind },
    ]),
    ...taken,
  }
}

const columns: Column<BodyRowRecord>[] = [
  { name: 'id', value: (body) => body.id },
  { name: 'name', value: (body) => body.name?.text },
  { name: 'name_language', value: (body) => body.name?.language },
  { name: 'acronym', value: (body) => body.acronym },
  { name: 'kind', value: (body) => body.kind.code },
  { name: 'kind_label', value: (body) => body.kind.label },
  { name: 'parent', value: (body) => body.parent?.id },
  { name: 'parent_name', value: (body) => body.parent?.name?.text },
  { name: 'duties_as_addressee', value: (body) => body.asAddressee },
  { name: 'duties_as_recipient', value: (body) => body.asRecipient },
  { name: 'duties_as_via', value: (body) => body.asVia },
]
