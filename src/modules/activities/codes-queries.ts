import {
  frameworkCodes,
  memberships,
  type FrameworkNode,
  type Membership,
} from '#modules/frameworks/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'

const trees = [
  'action-lines',
  'themes',
  'sdgs',
  'sdg-targets',
  'gdc-objectives',
  'countries',
  'itu-regions',
  'activity-types',
  'beneficiaries',
  'geneva-targets',
  'stakeholder-types',
  'country-groups',
] as const

export type CodeTree = (typeof trees)[number]

/** All codes with which activities are described, each tree in its order, with labels in six languages. */
export type CodeTrees = Record<CodeTree, Map<string, FrameworkNode>> & {
  /** The action line of each theme. */
  lineOfTheme: Map<string, string>
}

export type ActivityCodes = CodeTrees & {
  /** Of each country its ITU region and its groups (LDC, LLDC, SIDS) today. */
  regionOf: Map<string, string>
  groupsOf: Map<string, string[]>
}

/** Read once, and again when the history has a new line. */
export const activityCodes = (db: Db, on: string): Promise<ActivityCodes> =>
  whileUnchanged(db, `activity codes ${on}`, () => readActivityCodes(db, on))

export async function readActivityCodes(db: Db, on: string): Promise<ActivityCodes> {
  return activityCodesOf(await treeNodes(db), await memberships(db, { on }))
}

/** By the line of history that loaded them, and for one database or another the same. */
const treesOfLine = new Map<string, CodeTrees>()

/**
 * The codes for a command. Its transaction writes lines itself, so what it asks for on the way stays in memory until other codes
 * are loaded.
 */
export async function codeTrees(db: Db): Promise<CodeTrees> {
  const loaded = await db
    .selectFrom('history')
    .select('hash')
    .where('subject_kind', '=', 'frameworks')
    .where('subject_id', '=', 'all')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (loaded === undefined) return readTrees(db)
  const known = treesOfLine.get(loaded.hash)
  if (known !== undefined) return known
  const read = await readTrees(db)
  treesOfLine.clear()
  treesOfLine.set(loaded.hash, read)
  return read
}

const readTrees = async (db: Db): Promise<CodeTrees> => codeTreesOf(await treeNodes(db))

const treeNodes = (db: Db): Promise<CodeNode[]> => frameworkCodes(db, [...trees])

type CodeNode = FrameworkNode & { facts: Record<string, unknown> }

/** The trees as their nodes make them, and what their members of one day belong to. */
export function activityCodesOf(
  nodes: readonly CodeNode[],
  members: readonly Pick<Membership, 'country' | 'group' | 'role'>[],
): ActivityCodes {
  const groupsIn = (framework: string) => {
    const within = members.filter(({ group, role }) => group.framework === framework && role === 'member')
    const ofCountry = Map.groupBy(within, ({ country }) => country)
    return new Map([...ofCountry].map(([country, all]) => [country, all.map(({ group }) => group.code)]))
  }
  return {
    ...codeTreesOf(nodes),
    regionOf: new Map([...groupsIn('itu-regions')].map(([country, [first = '']]) => [country, first])),
    groupsOf: groupsIn('country-groups'),
  }
}

function codeTreesOf(nodes: readonly CodeNode[]): CodeTrees {
  const within = (tree: CodeTree) => nodes.filter(({ framework }) => framework === tree)
  const tree = (id: CodeTree) => new Map(within(id).map((node) => [node.code, node]))
  return {
    ...(Object.fromEntries(trees.map((id) => [id, tree(id)])) as Record<CodeTree, ReturnType<typeof tree>>),
    lineOfTheme: new Map(within('themes').map(({ code, facts }) => [code, String(facts['line'])])),
  }
}
