import { frameworkCodes, memberships, type FrameworkNode } from '#modules/frameworks/index.ts'
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
export type ActivityCodes = Record<CodeTree, Map<string, FrameworkNode>> & {
  /** The action line of each theme. */
  lineOfTheme: Map<string, string>
  /** Of each country its ITU region and its groups (LDC, LLDC, SIDS) today. */
  regionOf: Map<string, string>
  groupsOf: Map<string, string[]>
}

/** Read once, and again when the history has a new line. */
export const activityCodes = (db: Db, on: string): Promise<ActivityCodes> =>
  whileUnchanged(db, `activity codes ${on}`, () => readActivityCodes(db, on))

export async function readActivityCodes(db: Db, on: string): Promise<ActivityCodes> {
  const nodes = await frameworkCodes(db, [...trees])
  const tree = (id: CodeTree) =>
    new Map(nodes.filter(({ framework }) => framework === id).map((node) => [node.code, node]))
  const inGroups = await memberships(db, { on })
  const ofCountry = (framework: string) =>
    Map.groupBy(
      inGroups.filter(({ group, role }) => group.framework === framework && role === 'member'),
      ({ country }) => country,
    )
  const regions = ofCountry('itu-regions')
  const groups = ofCountry('country-groups')
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
    regionOf: new Map([...regions].map(([country, [first]]) => [country, first?.group.code ?? ''])),
    groupsOf: new Map([...groups].map(([country, all]) => [country, all.map(({ group }) => group.code)])),
  }
}
