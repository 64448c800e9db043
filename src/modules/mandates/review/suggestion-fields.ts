import type { MessageKey } from '#platform/messages.ts'
import type { OutcomeField } from './suggestion-outcomes.ts'

export const fieldKeys = {
  border: 'suggestions.field.border',
  label: 'suggestions.field.label',
  kind: 'suggestions.field.kind',
  level: 'suggestions.field.level',
  duty: 'suggestions.field.duty',
  addressee: 'suggestions.field.addressee',
  verb: 'suggestions.field.verb',
  recipient: 'suggestions.field.recipient',
  through: 'suggestions.field.through',
  cadence: 'suggestions.field.cadence',
  deadline: 'suggestions.field.deadline',
} as const satisfies Record<OutcomeField, MessageKey>
