import type { MessageKey, Translate } from '#platform/messages.ts'

const keys: Record<string, MessageKey> = {
  'un-entity': 'bodies.kind.un-entity',
  'group-of-bodies': 'bodies.kind.group-of-bodies',
  'stakeholder-group': 'bodies.kind.stakeholder-group',
  'elected-official': 'bodies.kind.elected-official',
  membership: 'bodies.kind.membership',
  'regional-commission': 'bodies.kind.regional-commission',
  'governing-body': 'bodies.kind.governing-body',
  conference: 'bodies.kind.conference',
  bureau: 'bodies.kind.bureau',
  sector: 'bodies.kind.sector',
  'advisory-group': 'bodies.kind.advisory-group',
  organization: 'bodies.kind.organization',
  'council-working-group': 'bodies.kind.council-working-group',
  commission: 'bodies.kind.commission',
  forum: 'bodies.kind.forum',
  event: 'bodies.kind.event',
  programme: 'bodies.kind.programme',
  government: 'bodies.kind.government',
  secretariat: 'bodies.kind.secretariat',
  'internal-task-force': 'bodies.kind.internal-task-force',
  'country-group': 'bodies.kind.country-group',
  'inter-agency-mechanism': 'bodies.kind.inter-agency-mechanism',
  partnership: 'bodies.kind.partnership',
  summit: 'bodies.kind.summit',
  fund: 'bodies.kind.fund',
  tool: 'bodies.kind.tool',
  process: 'bodies.kind.process',
}

export const bodyKinds = Object.keys(keys)

/** The kind of a body in words; a kind that nobody has named yet is shown as its code. */
export function bodyKindName(t: Translate, kind: string): string {
  const key = keys[kind]
  return key === undefined ? kind : t(key)
}
