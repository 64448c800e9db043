import type { Actor, GrantedRole } from './actor.ts'

/** Levels of access to a record, widest first, as the Union knows them. */
export const visibilities = ['public', 'signed-in', 'membership', 'member-states', 'secretariat'] as const

export type Visibility = (typeof visibilities)[number]

const members = ['public', 'signed-in', 'membership'] as const
const states = ['public', 'signed-in', 'membership', 'member-states'] as const

const levelsOfRole: Record<GrantedRole, readonly Visibility[]> = {
  representative: ['public', 'signed-in'],
  member: members,
  delegate: states,
  facilitator: members,
  chair: states,
  'regional-officer': visibilities,
  'focal-point': ['public', 'signed-in'],
  verifier: visibilities,
  translator: visibilities,
  secretariat: visibilities,
  administrator: visibilities,
}

/** The levels that somebody sees. Every read of records begins with it: `where('visibility', 'in', levelsSeenBy(actor))`. */
export function levelsSeenBy(actor: Actor): Visibility[] {
  const own = new Set<Visibility>(['public'])
  if (actor.person !== null) own.add('signed-in')
  for (const { role, scope } of actor.standings) {
    for (const level of levelsOfRole[role]) own.add(level)
    // A focal point of one of the Union's units is staff; that of a company is not.
    if (role === 'focal-point' && (scope === null || scope.startsWith('body:')))
      for (const level of visibilities) own.add(level)
  }
  return visibilities.filter((level) => own.has(level))
}

export const maySee = (actor: Actor, visibility: Visibility): boolean =>
  levelsSeenBy(actor).includes(visibility)
