import { bestAssignment } from '../comparison/assignment.ts'
import { divided, merged } from './pair-choices.ts'
import { changesOf, likenessOf } from './duty-changes.ts'
import type { DutyFacts, DutyLink, Pair } from './succession.ts'

/**
 * What becomes of each duty once the provisions are paired: those of paired provisions go on in one another, one to one, as
 * alike as can be. Where a provision was divided or merged no duty is left over as long as there is one that it fits.
 */
export function linksOf(pairs: Pair[], before: DutyFacts[], after: DutyFacts[]): DutyLink[] {
  const [olds, news] = [
    Map.groupBy(before, ({ address }) => address),
    Map.groupBy(after, ({ address }) => address),
  ]
  return groupsOf(pairs).flatMap((group) => {
    const old = group.before.flatMap((address) => olds.get(address) ?? [])
    const fresh = group.after.flatMap((address) => news.get(address) ?? [])
    return linksOfGroup(old, fresh, isSplitOrMerged(group.pairs))
  })
}

type Group = { before: string[]; after: string[]; pairs: Pair[] }

/** Provisions that hang together by divisions and mergers. */
export function groupsOf(pairs: Pair[]): Group[] {
  const groups = new Set<Group>()
  const at = { before: new Map<string, Group>(), after: new Map<string, Group>() }
  for (const pair of pairs) {
    const [first, second] = [at.before.get(pair.before ?? ''), at.after.get(pair.after ?? '')]
    const group = first ?? second ?? { before: [], after: [], pairs: [] }
    if (first && second && first !== second) {
      add(first, second)
      groups.delete(second)
    }
    add(group, {
      before: pair.before === null ? [] : [pair.before],
      after: pair.after === null ? [] : [pair.after],
      pairs: [pair],
    })
    groups.add(group)
    for (const before of group.before) at.before.set(before, group)
    for (const after of group.after) at.after.set(after, group)
  }
  return [...groups]
}

function add(target: Group, other: Group) {
  target.before = [...new Set([...target.before, ...other.before])]
  target.after = [...new Set([...target.after, ...other.after])]
  target.pairs = [...target.pairs, ...other.pairs]
}

const isSplitOrMerged = (pairs: Pair[]) => divided(pairs).length + merged(pairs).length > 0

function linksOfGroup(old: DutyFacts[], fresh: DutyFacts[], shares: boolean): DutyLink[] {
  const alike = old.map((one) => fresh.map((other) => likenessOf(one, other)))
  const partner = bestAssignment(alike)
  const taken = old.flatMap((one, i) => {
    const other = fresh[partner[i] ?? -1]
    return other ? [{ one, other }] : []
  })
  const left = {
    old: old.filter((one) => !taken.some((pair) => pair.one === one)),
    fresh: fresh.filter((other) => !taken.some((pair) => pair.other === other)),
  }
  if (shares) {
    for (const other of left.fresh) taken.push(...best(old, (one) => likenessOf(one, other), 'one', other))
    for (const one of left.old) taken.push(...best(fresh, (other) => likenessOf(one, other), 'other', one))
  }
  const goesOn = new Set(taken.flatMap(({ one, other }) => [one, other]))
  return [
    ...taken.map(({ one, other }) => linkOf(one, other)),
    ...old.filter((one) => !goesOn.has(one)).map(({ id }) => alone('ends', id, null)),
    ...fresh.filter((other) => !goesOn.has(other)).map(({ id }) => alone('begins', null, id)),
  ]
}

/** The duty that fits one that was left over best. */
function best(
  candidates: DutyFacts[],
  likeness: (candidate: DutyFacts) => number,
  side: 'one' | 'other',
  rest: DutyFacts,
): { one: DutyFacts; other: DutyFacts }[] {
  const [first] = candidates.toSorted((a, b) => likeness(b) - likeness(a))
  if (first === undefined) return []
  return [side === 'one' ? { one: first, other: rest } : { one: rest, other: first }]
}

function linkOf(before: DutyFacts, after: DutyFacts): DutyLink {
  const changes = changesOf(before, after)
  return {
    before: before.id,
    after: after.id,
    kind: changes.length === 0 ? 'continues' : 'changes',
    changes,
  }
}

const alone = (kind: 'ends' | 'begins', before: string | null, after: string | null): DutyLink => ({
  before,
  after,
  kind,
  changes: [],
})
