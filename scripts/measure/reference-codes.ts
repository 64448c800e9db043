import path from 'node:path'
import { membershipsOf, type MembershipEntry } from '../../src/modules/frameworks/memberships.ts'
import { readReferenceFiles } from '../../src/modules/frameworks/reference-files.ts'
import { treesOf, type Tree } from '../../src/modules/frameworks/trees.ts'
import type { Translated } from '../../src/platform/languages.ts'
import type { ActivityCodes, CodeTree } from '../../src/modules/activities/codes-queries.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The codes with which activities are described, from the files of `reference/` as the register loads them. */
export function referenceCodes(): ActivityCodes {
  const files = readReferenceFiles(path.join(root, 'reference'), path.join(root, 'register/texts'))
  const trees = treesOf(files)
  const members = membershipsOf(files).filter(({ role, to }) => role === 'member' && to === null)
  const regions = groupsOfCountries(members, 'itu-regions')
  return {
    ...codeTreesOf(trees),
    regionOf: new Map([...regions].map(([country, [first]]) => [country, first ?? ''])),
    groupsOf: groupsOfCountries(members, 'country-groups'),
  }
}

const groupsOfCountries = (
  members: readonly MembershipEntry[],
  framework: MembershipEntry['framework'],
): Map<string, string[]> => {
  const within = Map.groupBy(
    members.filter((member) => member.framework === framework),
    ({ country }) => country,
  )
  return new Map([...within].map(([country, all]) => [country, all.map(({ group }) => group)]))
}

function codeTreesOf(trees: readonly Tree[]): Omit<ActivityCodes, 'regionOf' | 'groupsOf'> {
  const nodes = (id: CodeTree) => trees.find((tree) => tree.id === id)?.nodes ?? []
  const tree = (id: CodeTree) => {
    const { version = '', validFrom = null, validTo = null } = trees.find((one) => one.id === id) ?? {}
    return new Map(
      nodes(id).map((node) => [node.code, { ...node, framework: id, version, validFrom, validTo }]),
    )
  }
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
    lineOfTheme: new Map(nodes('themes').map(({ code, facts }) => [code, String(facts['line'])])),
    knownAs: new Map(nodes('countries').map(({ code, facts }) => [code, facts['known'] as Translated])),
  }
}
