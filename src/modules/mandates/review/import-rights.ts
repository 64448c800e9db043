import { scopesOf, type Actor, type Scope } from '#platform/access/actor.ts'
import { defineRights, may, type Thing } from '#platform/access/rights.ts'
import { defineWorkflow, from } from '#platform/access/workflow.ts'
import { importStates, type Import, type ImportState } from './import.ts'

export const importWorkflow = defineWorkflow({
  noun: 'import',
  states: importStates,
  start: 'draft',
  ends: ['confirmed', 'abandoned'],
  steps: {
    confirm: { from: ['draft'], to: 'confirmed' },
    abandon: { from: ['draft'], to: 'abandoned', reason: 'optional' },
  },
})

const reviewers = { owner: 'any', 'focal-point': 'own', secretariat: 'any' } as const

export const importRights = defineRights({
  noun: 'import',
  states: importStates,
  actions: {
    /** A focal point imports for the bodies that they stand for; whose text it is does not matter. */
    open: { by: { 'focal-point': 'own', secretariat: 'any' }, in: ['draft'] },
    'see-draft': { by: reviewers },
    review: { by: reviewers, in: ['draft'] },
    confirm: { by: reviewers, in: from(importWorkflow, 'confirm') },
    abandon: { by: reviewers, in: from(importWorkflow, 'abandon') },
  },
})

/** Stored texts. What the register itself says of a revision is corrected in its files only. */
export const revisionTextRights = defineRights({
  noun: 'revision-text',
  states: ['stored'],
  actions: { correct: { by: { 'focal-point': 'own', secretariat: 'any' }, in: ['stored'] } },
})

/** A draft that nobody has opened yet: it will belong to the bodies that whoever opens it stands for. */
export const newImport = (actor: Actor): Thing<ImportState> => ({ state: 'draft', within: bodiesOf(actor) })

export const thingOf = ({
  state,
  openedBy,
  within,
}: Pick<Import, 'state' | 'openedBy' | 'within'>): Thing<ImportState> => ({
  state,
  owners: [openedBy],
  within,
})

/** A text that was confirmed is public; a draft is for those who may review it, whatever became of it. */
export const maySeeImport = (actor: Actor, draft: Import): boolean =>
  draft.state === 'confirmed' || may(importRights, 'see-draft', actor, thingOf(draft))

export const storedText = (actor: Actor): Thing<'stored'> => ({ state: 'stored', within: bodiesOf(actor) })

/** The bodies that somebody is a focal point of; one of an organization stands outside and imports nothing. */
export const bodiesOf = (actor: Actor): Scope[] =>
  scopesOf(actor, 'focal-point').filter((scope) => scope.startsWith('body:'))
