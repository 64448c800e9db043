import { frameworkCodes, memberships, type FrameworkNode } from '#modules/frameworks/index.ts'
import type { Translated } from '#platform/languages.ts'
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
  /** What people call each country, beside the name that the United Nations writes. */
  knownAs: Map<string, Translated>
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
  const inGroups = await memberships(db, { on })
  const ofCountry = (framework: string) =>
    Map.groupBy(
      inGroups.filter(({ group, role }) => group.framework === framework && role === 'member'),
      ({ country }) => country,
    )
  const regions = ofCountry('itu-regions')
  const groups = ofCountry('country-groups')
  return {
    ...(await readTrees(db)),
    regionOf: new Map([...regions].map(([country, [first]]) => [country, first?.group.code ?? ''])),
    groupsOf: new Map([...groups].map(([country, all]) => [country, all.map(({ group }) => group.code)])),
  }
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

async function readTrees(db: Db): Promise<CodeTrees> {
  const nodes = await frameworkCodes(db, [...trees])
  const tree = (id: CodeTree) =>
    new Map(nodes.filter(({ framework }) => framework === id).map((node) => [node.code, node]))
  return {
    'action-lines': tree('action-lines'),
    themes: tree('themes'),
    sdgs: tree('sdgs'),
    'sdg-targets': tree('sdg-targets'),
    'gdc-objectives': tree('gdc-objectives'),
    countries: tree('countries'),
    'itu-regions': tree('itu-regions'),
    'activity-types': tree('activity-types'),
    beneficiaries: tree('beneficiaries'),
    'geneva-targets': tree('geneva-targets'),
    'stakeholder-types': tree('stakeholder-types'),
    'country-groups': tree('country-groups'),
    lineOfTheme: new Map(
      nodes
        .filter(({ framework }) => framework === 'themes')
        .map(({ code, facts }) => [code, String(facts.line)]),
    ),
    knownAs: new Map(
      nodes
        .filter(({ framework }) => framework === 'countries')
        .map(({ code, facts }) => [code, facts.known as Translated]),
    ),
  }
}
