import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { ActionLine, Country, Crosswalk, FrameworkNode, Membership, Sdg } from './framework.ts'

export const actionLines = async (db: Db): Promise<ActionLine[]> =>
  (await currentNodes(db, 'action-lines')).map(asActionLine)

export const sdgs = async (db: Db): Promise<Sdg[]> =>
  (await currentNodes(db, 'sdgs')).map(({ facts, ...node }) => ({
    ...node,
    number: Number(node.code),
    color: String(facts.color),
  }))

/** The targets of one goal, or all 169. */
export async function sdgTargets(db: Db, goal: number | null): Promise<FrameworkNode[]> {
  const nodes = await currentNodes(db, 'sdg-targets')
  return nodes
    .filter(({ facts }) => goal === null || facts.goal === goal)
    .map(({ facts: _, ...node }) => node)
}

export const gdcObjectives = (db: Db): Promise<FrameworkNode[]> => bareNodes(db, 'gdc-objectives')

export const countries = async (db: Db): Promise<Country[]> =>
  (await currentNodes(db, 'countries')).map(({ facts, ...node }) => ({
    ...node,
    alpha3: String(facts.alpha3),
    m49: String(facts.m49),
    ituMember: facts.ituMember === true,
    unMember: facts.unMember === true,
  }))

export const stakeholderTypes = (db: Db): Promise<FrameworkNode[]> => bareNodes(db, 'stakeholder-types')

export const ituRegions = (db: Db): Promise<FrameworkNode[]> => bareNodes(db, 'itu-regions')

async function bareNodes(db: Db, framework: string): Promise<FrameworkNode[]> {
  const nodes = await currentNodes(db, framework)
  return nodes.map(({ facts: _, ...node }) => node)
}

/** All nodes of several trees, each in its order, with what each tree alone knows of them. */
export async function frameworkCodes(
  db: Db,
  frameworks: readonly string[],
): Promise<(FrameworkNode & { facts: Record<string, unknown> })[]> {
  const nodes = await db
    .selectFrom('framework_nodes as node')
    .innerJoin('frameworks', (join) =>
      join.onRef('frameworks.id', '=', 'node.framework').onRef('frameworks.version', '=', 'node.version'),
    )
    .where('frameworks.is_current', '=', true)
    .where('node.framework', 'in', frameworks)
    .select(nodeColumns)
    .orderBy('node.framework')
    .orderBy('node.sort')
    .execute()
  return nodes
}

/** Links from the present version of a tree to other trees. */
export async function crosswalks(db: Db, framework: string): Promise<Crosswalk[]> {
  const rows = await db
    .selectFrom('framework_links as link')
    .innerJoin('frameworks', (join) =>
      join
        .onRef('frameworks.id', '=', 'link.from_framework')
        .onRef('frameworks.version', '=', 'link.from_version'),
    )
    .where('frameworks.is_current', '=', true)
    .where('link.from_framework', '=', framework)
    .select(['from_framework', 'from_code', 'to_framework', 'to_code', 'basis'])
    .orderBy('from_code')
    .orderBy('to_code')
    .execute()
  return rows.map((row) => ({
    from: { framework: row.from_framework, code: row.from_code },
    to: { framework: row.to_framework, code: row.to_code },
    basis: row.basis,
  }))
}

/** Members of a group, or groups of a country; with `on`, only those that stand on that day. */
export async function memberships(
  db: Db,
  asked: { framework?: string; group?: string; country?: string; on?: string },
): Promise<Membership[]> {
  let query = db
    .selectFrom('framework_memberships')
    .select(['group_framework', 'group_code', 'country', 'role', 'from_date', 'to_date', 'certainty'])
    .orderBy('group_code')
    .orderBy('country')
  if (asked.framework) query = query.where('group_framework', '=', asked.framework)
  if (asked.group) query = query.where('group_code', '=', asked.group)
  if (asked.country) query = query.where('country', '=', asked.country)
  if (asked.on) {
    query = query.where(sql<boolean>`coalesce(from_date, '-infinity') <= ${asked.on}::date`)
    query = query.where(sql<boolean>`coalesce(to_date, 'infinity') > ${asked.on}::date`)
  }
  const rows = await query.execute()
  return rows.map((row) => ({
    group: { framework: row.group_framework, code: row.group_code },
    country: row.country,
    role: row.role,
    from: row.from_date,
    to: row.to_date,
    certainty: row.certainty,
  }))
}

function nodesOf(db: Db, framework: string) {
  return db
    .selectFrom('framework_nodes as node')
    .innerJoin('frameworks', (join) =>
      join.onRef('frameworks.id', '=', 'node.framework').onRef('frameworks.version', '=', 'node.version'),
    )
    .where('frameworks.is_current', '=', true)
    .where('node.framework', '=', framework)
    .select(nodeColumns)
}

const nodeColumns = [
  'node.framework',
  'node.version',
  'node.code',
  'node.parent',
  'node.label',
  'node.short',
  'node.description',
  'node.label_status as labelStatus',
  'node.valid_from as validFrom',
  'node.valid_to as validTo',
  'node.facts',
] as const

const currentNodes = (db: Db, framework: string) => nodesOf(db, framework).orderBy('node.sort').execute()

function asActionLine({ facts, ...node }: Awaited<ReturnType<typeof currentNodes>>[number]): ActionLine {
  const facilitators = facts.facilitators as ActionLine['facilitators']
  return { ...node, umbrella: facts.umbrella === true, facilitators }
}
