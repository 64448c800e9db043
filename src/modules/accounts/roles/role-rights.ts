import type { GrantedRole, Scope } from '#platform/access/actor.ts'
import { defineRights } from '#platform/access/rights.ts'
import { defineWorkflow, from } from '#platform/access/workflow.ts'
import { invitationStates } from './invitation.ts'
import { reachOf, roleStates } from './role.ts'

const ending = { from: ['held'], to: 'ended', reason: 'optional' } as const

export const roleWorkflow = defineWorkflow({
  noun: 'role',
  states: roleStates,
  // Follows from the days and from when it was ended.
  stored: null,
  start: 'held',
  ends: ['ended'],
  steps: { end: ending, 'end-in-organization': ending, 'end-office': ending },
})

const office = { secretariat: 'any', administrator: 'any' } as const

export const roleRights = defineRights({
  noun: 'role',
  states: roleStates,
  actions: {
    grant: { by: office, in: ['held'] },
    /** Representative or focal point of one organization. */
    'grant-in-organization': { by: { 'focal-point': 'own', ...office }, in: ['held'] },
    /** Secretariat and administrators. */
    'grant-office': { by: { administrator: 'any' }, in: ['held'] },
    /** Before one is looked up at all. */
    'ask-about': { by: { person: 'any', ...office } },
    end: { by: { owner: 'any', ...office }, in: from(roleWorkflow, 'end') },
    'end-in-organization': {
      by: { owner: 'any', 'focal-point': 'own', ...office },
      in: from(roleWorkflow, 'end-in-organization'),
    },
    'end-office': { by: { owner: 'any', administrator: 'any' }, in: from(roleWorkflow, 'end-office') },
  },
})

const suffix = { office: '-office', own: '-in-organization', any: '' } as const

export const grantActionFor = (role: GrantedRole, scope: Scope | null) =>
  `grant${suffix[reachOf(role, scope)]}` as const

export const endActionFor = (role: GrantedRole, scope: Scope | null) =>
  `end${suffix[reachOf(role, scope)]}` as const

export const invitationWorkflow = defineWorkflow({
  noun: 'invitation',
  states: invitationStates,
  start: 'sent',
  ends: ['accepted', 'withdrawn'],
  steps: {
    accept: { from: ['sent'], to: 'accepted' },
    withdraw: { from: ['sent'], to: 'withdrawn' },
  },
})

/** Who may invite to a role is who may grant it. */
export const invitationRights = defineRights({
  noun: 'invitation',
  states: invitationStates,
  actions: {
    list: { by: { 'focal-point': 'own', ...office } },
    accept: { by: { person: 'any' }, in: from(invitationWorkflow, 'accept') },
    withdraw: { by: { owner: 'any', ...office }, in: from(invitationWorkflow, 'withdraw') },
  },
})
