import { allBodies } from '#modules/accounts/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import type { Look } from '../duties/look.ts'
import { ownHeading } from '../instruments/provision-names.ts'
import { provisionWords } from '../pages/duty-card.ts'
import { dutyOfPath, mandatePaths } from '../paths.ts'
import { readerOf } from '../reader.ts'
import type { RecordKind } from './record-kinds.ts'

const after = (prefix: string) => (path: string) =>
  path.startsWith(prefix) ? path.slice(prefix.length) : null

/** What this module and those below it hold: texts, provisions, duties, bodies and organizations. */
export const ownRecords: RecordKind[] = [
  {
    kind: 'revision',
    idOf: (path) => /^\/revisions\/([^/]+)$/.exec(path)?.[1] ?? null,
    path: (id) => mandatePaths.revision(id),
    names: async (db, ids) => {
      const rows = await db.selectFrom('revisions').select(['id', 'name']).where('id', 'in', ids).execute()
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  },
  {
    kind: 'provision',
    idOf: (path) => /^\/revisions\/([^/]+\/.+)$/.exec(path)?.[1] ?? null,
    path: (id) => `/revisions/${id}`,
    names: provisionNames,
  },
  {
    kind: 'duty',
    idOf: (path) => dutyOfPath(path),
    path: (id) => mandatePaths.duty(id),
    names: async (db, ids, look) => {
      const rows = await db
        .selectFrom('duties as d')
        .innerJoin('revisions as r', 'r.id', 'd.revision')
        .innerJoin('provisions as p', (join) =>
          join.onRef('p.revision', '=', 'd.revision').onRef('p.address', '=', 'd.address'),
        )
        .innerJoin('sections as s', (join) =>
          join.onRef('s.revision', '=', 'p.revision').onRef('s.key', '=', 'p.section'),
        )
        .select(['d.id', 'd.address', 'p.label', 'r.name', 's.act', 's.addressees'])
        .where('d.id', 'in', ids)
        .execute()
      const named = await placeWords(db, look)
      return new Map(rows.map(({ id, ...place }) => [id, withPlace(place, named)]))
    },
  },
  {
    kind: 'body',
    idOf: after('/bodies/'),
    path: (id) => `/bodies/${id}`,
    names: async (db, ids) =>
      new Map((await allBodies(db)).filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name])),
  },
  {
    kind: 'organization',
    idOf: after('/organizations/'),
    path: (id) => `/organizations/${id}`,
    names: async (db, ids, { levels }) => {
      const rows = await db
        .selectFrom('organizations')
        .select(['id', 'name'])
        .where('id', 'in', ids)
        .where('visibility', 'in', levels)
        .where('state', '=', 'approved')
        .execute()
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  },
]

async function provisionNames(db: Db, ids: string[], look: Look): Promise<Map<string, Translated>> {
  const places = ids.map((id) => ({
    revision: id.split('/')[0] ?? '',
    address: id.slice(id.indexOf('/') + 1),
  }))
  const rows = await db
    .selectFrom('provisions as p')
    .innerJoin('revisions as r', 'r.id', 'p.revision')
    .innerJoin('sections as s', (join) =>
      join.onRef('s.revision', '=', 'p.revision').onRef('s.key', '=', 'p.section'),
    )
    .select(['p.revision', 'p.address', 'p.label', 'r.name', 's.act', 's.addressees'])
    .where((is) =>
      is.or(places.map(({ revision, address }) => is.and({ 'p.revision': revision, 'p.address': address }))),
    )
    .execute()
  const named = await placeWords(db, look)
  return new Map(
    rows.map(({ revision, ...place }) => [`${revision}/${place.address}`, withPlace(place, named)]),
  )
}

type Place = { address: string; label: string | null; act: string | null; addressees: string[] }

/**
 * How places are called: as people say it, for whoever reads the name, with the addressees where several parts of a text have the same
 * verb; by their address where no person reads it.
 */
async function placeWords(db: Db, { t }: Look): Promise<(place: Place) => string> {
  if (t === undefined) return ({ address }) => address
  const reader = await readerOf({ db, language: t.language.code, t })
  return ({ address, label, act, addressees }) => {
    const [section = '', ...labels] = address.split('/')
    const told = section === act ? null : ownHeading(reader, { act, addressees })
    return told === null
      ? provisionWords(t, address, label)
      : [told, ...(label === null ? [] : labels)].join(' ')
  }
}

/** 'Resolution 140 (Rev. Dubai, 2018) · resolves 6 i' in each language of the name. */
const withPlace = (
  { name, ...place }: Place & { name: Translated },
  named: (place: Place) => string,
): Translated =>
  Object.fromEntries(Object.entries(name).map(([code, words]) => [code, `${words} · ${named(place)}`]))
