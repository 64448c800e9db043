import { defineRights } from '#platform/access/rights.ts'
import { defineWorkflow, from } from '#platform/access/workflow.ts'
import { textStates } from '#platform/texts/texts.ts'

/** A record's texts in one language. They fall back to 'missing' or 'outdated' by themselves when the source is edited. */
export const translationWorkflow = defineWorkflow({
  noun: 'translation',
  states: ['missing', 'machine', 'outdated', 'human', 'reviewed'],
  // A record's texts have one state per language, made from those of the segments; 'original' is another language's.
  stored: null,
  start: 'missing',
  ends: [],
  steps: {
    'translate-by-machine': { from: ['missing', 'machine', 'outdated'], to: 'machine' },
    translate: { from: ['missing', 'machine', 'outdated', 'human', 'reviewed'], to: 'human' },
    review: { from: ['human'], to: 'reviewed' },
  },
})

export const translationRights = defineRights({
  noun: 'translation',
  states: textStates,
  actions: {
    translate: {
      by: { translator: 'any', owner: 'own', representative: 'own' },
      in: from(translationWorkflow, 'translate'),
    },
    'translate-by-machine': {
      by: { translator: 'any', owner: 'own', representative: 'own', administrator: 'any' },
      in: from(translationWorkflow, 'translate-by-machine'),
    },
    // Whoever wrote all of it, or keeps the record, does not review it.
    review: { by: { translator: 'any' }, in: from(translationWorkflow, 'review'), notByOwner: true },
  },
})

/** Files may hold many records; which of their segments somebody may write is asked for each of them. */
export const exchangeRights = defineRights({
  noun: 'translation-file',
  states: ['any'],
  actions: { import: { by: { person: 'any' } } },
})
