import type { MessageKey } from '#platform/messages.ts'
import type { ProseField } from '../content.ts'
import type { SectionName } from '../entry/sections/section.ts'
import type { ListName } from './lists.ts'

/** How one field of the form is asked on paper; `name` is that of the form. */
export type Field = { name: string; label: MessageKey; hint?: MessageKey } & (
  | { kind: 'text'; limit?: ProseField }
  | { kind: 'choice'; list: ListName }
  /** Codes, each in a row of its own. */
  | { kind: 'several'; list: ListName; rows: number }
  /** Codes with a sentence why, each in two rows. */
  | { kind: 'tags'; list: ListName; rows: number }
)

export type AskedSection = { section: SectionName; lead?: MessageKey; fields: readonly Field[] }

const prose = (name: Exclude<ProseField, 'funding'>): Field => ({
  kind: 'text',
  name,
  label: `activities.field.${name}`,
  hint: `activities.hint.${name}`,
  limit: name,
})

const date = (name: 'start' | 'end'): Field => ({
  kind: 'text',
  name,
  label: `activities.field.${name}`,
  hint: 'activities.hint.date',
})

const contact = (name: 'honorific' | 'first-name' | 'last-name' | 'position' | 'email' | 'phone'): Field => ({
  kind: 'text',
  name,
  label: `activities.field.${name}`,
})

const choice = (name: 'type' | 'reach' | 'status', list: ListName): Field => ({
  kind: 'choice',
  name,
  label: `activities.field.${name}`,
  list,
})

/** All that the form asks but pictures and papers, in the order of its sections. */
export const askedSections: readonly AskedSection[] = [
  {
    section: 'basics',
    fields: [
      {
        kind: 'text',
        name: 'organization',
        label: 'activities.field.organization',
        hint: 'questionnaire.hint.organization',
      },
      prose('title'),
      choice('type', 'activity-types'),
      { kind: 'text', name: 'website', label: 'activities.field.website' },
      {
        kind: 'choice',
        name: 'language',
        label: 'activities.field.language',
        hint: 'activities.hint.language',
        list: 'languages',
      },
    ],
  },
  { section: 'description', fields: (['summary', 'objective', 'content', 'results'] as const).map(prose) },
  {
    section: 'reach',
    fields: [
      choice('reach', 'reaches'),
      {
        kind: 'several',
        name: 'regions',
        label: 'activities.field.regions',
        hint: 'activities.hint.regions',
        list: 'regions',
        rows: 3,
      },
      { kind: 'several', name: 'countries', label: 'activities.field.countries', list: 'countries', rows: 8 },
      choice('status', 'progress'),
      date('start'),
      date('end'),
    ],
  },
  {
    section: 'lines',
    lead: 'questionnaire.hint.tags',
    fields: [
      { kind: 'tags', name: 'lines', label: 'activities.field.actionLines', list: 'action-lines', rows: 5 },
      {
        kind: 'several',
        name: 'themes',
        label: 'activities.field.themes',
        hint: 'questionnaire.hint.themes',
        list: 'themes',
        rows: 5,
      },
    ],
  },
  {
    section: 'goals',
    lead: 'questionnaire.hint.tags',
    fields: [
      { kind: 'tags', name: 'sdg', label: 'activities.field.sdgs', list: 'goals', rows: 5 },
      { kind: 'tags', name: 'gdc', label: 'activities.field.gdc', list: 'gdc-objectives', rows: 3 },
    ],
  },
  {
    section: 'people',
    fields: [
      {
        kind: 'tags',
        name: 'beneficiaries',
        label: 'activities.field.beneficiaries',
        hint: 'activities.hint.beneficiaries',
        list: 'beneficiaries',
        rows: 4,
      },
      {
        kind: 'several',
        name: 'genevaTargets',
        label: 'activities.field.genevaTargets',
        hint: 'activities.hint.genevaTargets',
        list: 'geneva-targets',
        rows: 2,
      },
    ],
  },
  {
    section: 'quality',
    fields: (
      ['replicability', 'sustainability', 'values', 'partnerships', 'challenges', 'lessons'] as const
    ).map(prose),
  },
  {
    section: 'money',
    fields: [
      { kind: 'text', name: 'amount', label: 'activities.field.amount', hint: 'activities.hint.amount' },
      { kind: 'choice', name: 'currency', label: 'activities.field.currency', list: 'currencies' },
      { kind: 'text', name: 'funding', label: 'activities.field.funding', limit: 'funding' },
    ],
  },
  {
    section: 'contact',
    lead: 'activities.contact.hint',
    fields: [
      ...(['honorific', 'first-name', 'last-name', 'position', 'email', 'phone'] as const).map(contact),
      { kind: 'choice', name: 'consent', label: 'activities.field.consent', list: 'consent' },
      {
        kind: 'choice',
        name: 'licence',
        label: 'activities.field.licence',
        hint: 'activities.hint.licence',
        list: 'licences',
      },
    ],
  },
]
