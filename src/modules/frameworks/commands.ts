import { tableParts, type Parts } from '#platform/content-digests.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { membershipsOf } from './memberships.ts'
import type { ReferenceFiles } from './reference-files.ts'
import { treesOf, treeVersions, type Tree } from './trees.ts'

/** Puts the code trees of the reference files in place of those of the same versions; older versions stay readable. */
export async function loadFrameworks(tx: Tx, files: ReferenceFiles, actor: string, at: Date): Promise<void> {
  const trees = treesOf(files)
  await clear(tx)
  await tx.updateTable('frameworks').set({ is_current: false }).execute()
  for (const tree of trees) await addTree(tx, tree)
  await addLinks(tx, files)
  await addMemberships(tx, files)
  const change = {
    act: 'frameworks.load',
    subject: { kind: 'frameworks', id: 'all' },
    actor,
    facts: Object.fromEntries(trees.map(({ id, version, nodes }) => [`${id} ${version}`, nodes.length])),
    parts: await frameworkParts(tx),
  }
  await record(tx, change, at)
}

/** The content of all code trees, row by row. */
export async function frameworkParts(db: Db): Promise<Parts> {
  const membershipKey = ['group_framework', 'group_version', 'group_code', 'country']
  const linkKey = ['from_framework', 'from_version', 'from_code', 'to_framework', 'to_version', 'to_code']
  return {
    ...(await tableParts(db, 'frameworks', ['id', 'version'])),
    ...(await tableParts(db, 'framework_nodes', ['framework', 'version', 'code'])),
    ...(await tableParts(db, 'framework_links', linkKey)),
    ...(await tableParts(db, 'framework_memberships', membershipKey)),
  }
}

async function clear(tx: Tx) {
  for (const [framework, version] of Object.entries(treeVersions)) {
    const members = tx.deleteFrom('framework_memberships').where('group_framework', '=', framework)
    await members.where('group_version', '=', version).execute()
    const links = tx.deleteFrom('framework_links').where('from_framework', '=', framework)
    await links.where('from_version', '=', version).execute()
  }
  for (const [framework, version] of Object.entries(treeVersions)) {
    const nodes = tx.deleteFrom('framework_nodes').where('framework', '=', framework)
    await nodes.where('version', '=', version).execute()
    await tx.deleteFrom('frameworks').where('id', '=', framework).where('version', '=', version).execute()
  }
}

async function addTree(tx: Tx, tree: Tree) {
  const { id, version, validFrom: valid_from, validTo: valid_to, source } = tree
  await tx
    .insertInto('frameworks')
    .values({ id, version, valid_from, valid_to, is_current: true, source })
    .execute()
  const rows = tree.nodes.map((node, sort) => ({
    framework: id,
    version,
    code: node.code,
    parent: node.parent,
    sort,
    label: JSON.stringify(node.label),
    short: JSON.stringify(node.short),
    description: JSON.stringify(node.description),
    label_status: JSON.stringify(node.labelStatus),
    valid_from,
    valid_to,
    facts: JSON.stringify(node.facts),
  }))
  await tx.insertInto('framework_nodes').values(rows).execute()
}

/** The official table that joins the objectives and the lines was not at hand: these links are marked as our own analysis. */
async function addLinks(tx: Tx, files: ReferenceFiles) {
  const ofTargets = files.targets.map(({ code, goal }) => ({
    from_framework: 'sdg-targets',
    from_version: treeVersions['sdg-targets'],
    from_code: code,
    to_framework: 'sdgs',
    to_version: treeVersions.sdgs,
    to_code: String(goal),
    basis: 'official' as const,
  }))
  const ofObjectives = files.objectives.flatMap(({ number, action_lines }) =>
    action_lines.map((line) => ({
      from_framework: 'gdc-objectives',
      from_version: treeVersions['gdc-objectives'],
      from_code: String(number),
      to_framework: 'action-lines',
      to_version: treeVersions['action-lines'],
      to_code: line,
      basis: 'own-analysis' as const,
    })),
  )
  await tx
    .insertInto('framework_links')
    .values([...ofTargets, ...ofObjectives])
    .execute()
}

async function addMemberships(tx: Tx, files: ReferenceFiles) {
  const rows = membershipsOf(files).map(({ framework, group, country, role, from, to, certainty, note }) => ({
    group_framework: framework,
    group_version: treeVersions[framework],
    group_code: group,
    country_framework: 'countries' as const,
    country_version: treeVersions.countries,
    country,
    role,
    from_date: from,
    to_date: to,
    certainty,
    note,
  }))
  await tx.insertInto('framework_memberships').values(rows).execute()
}
