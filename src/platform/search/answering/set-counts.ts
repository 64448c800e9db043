import { countSets, type Part, type PartFacet } from './part.ts'

/** Facets with few sets of values, counted at once: a document has one number for its sets in all of them. */
export type FacetGroup = { members: readonly PartFacet[]; joint: Uint16Array; size: number }

/** As many numbers as the nearest memory of a processor holds counts of. */
const mostJoint = 8192
/** Of fewer documents nothing is gained. */
const worthJoining = 4096

/** How many of these documents have each set of each facet. */
export function setCounts(
  part: Part,
  documents: Uint32Array,
  wanted: readonly PartFacet[],
): ReadonlyMap<PartFacet, Uint32Array> {
  const counted = new Map<PartFacet, Uint32Array>()
  for (const group of documents.length >= worthJoining ? groupsOf(part) : []) {
    const members = group.members.filter((member) => wanted.includes(member))
    if (members.length < 2) continue
    const bySets = countJoint(group, documents)
    for (const member of members) counted.set(member, bySets[group.members.indexOf(member)]!)
  }
  for (const column of wanted) if (!counted.has(column)) counted.set(column, countSets(column, documents))
  return counted
}

function countJoint({ members, joint, size }: FacetGroup, documents: Uint32Array): Uint32Array[] {
  const together = new Uint32Array(size)
  for (let place = 0; place < documents.length; place++) together[joint[documents[place]!]!]!++
  const bySets = members.map(({ starts }) => new Uint32Array(starts.length - 1))
  for (let number = 0; number < size; number++) {
    const count = together[number]!
    if (count === 0) continue
    let rest = number
    for (const bySet of bySets) {
      bySet[rest % bySet.length]! += count
      rest = Math.floor(rest / bySet.length)
    }
  }
  return bySets
}

/** The groups of a segment, made when first asked for. */
function groupsOf(part: Part): readonly FacetGroup[] {
  part.groups ??= grouped([...part.facets.values()]).map((members) => ({
    members,
    size: members.reduce((product, { starts }) => product * (starts.length - 1), 1),
    joint: jointNumbers(members, part.segment.count),
  }))
  return part.groups
}

/** Puts those with the fewest sets together, as long as their sets can be told apart by few numbers. */
function grouped(columns: readonly PartFacet[]): PartFacet[][] {
  const groups: PartFacet[][] = []
  let size = Infinity
  for (const column of columns.toSorted((a, b) => a.starts.length - b.starts.length)) {
    const sets = column.starts.length - 1
    if (size * sets <= mostJoint) groups.at(-1)!.push(column)
    else groups.push([column])
    size = size * sets <= mostJoint ? size * sets : sets
  }
  return groups.filter((members) => members.length > 1)
}

function jointNumbers(members: readonly PartFacet[], count: number): Uint16Array {
  const joint = new Uint16Array(count)
  let scale = 1
  for (const { sets, starts } of members) {
    for (let document = 0; document < count; document++) joint[document]! += sets[document]! * scale
    scale *= starts.length - 1
  }
  return joint
}
