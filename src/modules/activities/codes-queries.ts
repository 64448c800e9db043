import {
  frameworkCodes,
  memberships,
  type FrameworkNode,
  type Membership,
} from '#modules/frameworks/index.ts'
import type { Translated } from '#platform/languages.ts'
import type { Db } from '#platform/database/tables.ts'

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
  /** What people call each country, beside the name that the United Nations writes. */
  knownAs: Map<string, Translated>
}

export type ActivityCodes = CodeTrees & {
  /** Of each country its ITU region and its groups (LDC, LLDC, SIDS) today. */
  regionOf: Map<string, string>
  groupsOf: Map<string, string[]>
}

type Kept = { version: string; codes: Promise<ActivityCodes> }

const keptOf = new WeakMap<Db, Kept>()

/** Read once, and again when other codes are loaded, or on another day. */
export async function activityCodes(db: Db, on: string): Promise<ActivityCodes> {
  const version = `${on} ${await loadingLine(db)}`
  const kept = keptOf.get(db)
  if (kept?.version === version) return kept.codes
  const codes = readActivityCodes(db, on)
  keptOf.set(db, { version, codes })
  // A failed question must not be remembered as an answer.
  codes.catch(() => keptOf.delete(db))
  return codes
}

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
  const line = await loadingLine(db)
  if (line === null) return readTrees(db)
  const known = treesOfLine.get(line)
  if (known !== undefined) return known
  const read = await readTrees(db)
  treesOfLine.clear()
  treesOfLine.set(line, read)
  return read
}

/** The hash of the line of history that loaded the codes; null before any was. */
async function loadingLine(db: Db): Promise<string | null> {
  const loaded = await db
    .selectFrom('history')
    .select('hash')
    .where('subject_kind', '=', 'frameworks')
    .where('subject_id', '=', 'all')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return loaded?.hash ?? null
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
    knownAs: new Map(within('countries').map(({ code, facts }) => [code, facts['known'] as Translated])),
  }
}
