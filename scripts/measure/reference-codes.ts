import path from 'node:path'
import { membershipsOf } from '../../src/modules/frameworks/memberships.ts'
import { readReferenceFiles } from '../../src/modules/frameworks/reference-files.ts'
import { treesOf } from '../../src/modules/frameworks/trees.ts'
import { activityCodesOf, type ActivityCodes } from '../../src/modules/activities/codes-queries.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The codes with which activities are described, from the files of `reference/` as the register loads them. */
export function referenceCodes(): ActivityCodes {
  const files = readReferenceFiles(path.join(root, 'reference'), path.join(root, 'register/texts'))
  const nodes = treesOf(files).flatMap(({ id, nodes: within, ...tree }) =>
    within.map((node) => ({ ...node, ...tree, framework: id })),
  )
  const members = membershipsOf(files).filter(({ to }) => to === null)
  return activityCodesOf(
    nodes,
    members.map((member) => ({ ...member, group: { framework: member.framework, code: member.group } })),
  )
}
