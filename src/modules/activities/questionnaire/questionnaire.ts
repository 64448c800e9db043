import type { LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import { limits, type ProseField, type Tag } from '../content.ts'
import { organizationLabel } from '../entry/choices.ts'
import type { EntrySubject } from '../entry/sections/section.ts'
import { sectionTitle } from '../entry/sections/section.ts'
import { sections } from '../entry/sections/sections.ts'
import { askedSections, type Field } from './fields.ts'
import { shown, type ListName, type Lists } from './lists.ts'
import { markText, type Mark } from './mark.ts'

/** What is asked and what is answered so far, whatever the form of the file. */
export type Questionnaire = { language: LanguageCode; parts: Part[] }

export type Part = { title: string; lead: string | null; questions: Question[] }

export type Question = {
  /** The same in every language and for ever: files that people keep have it. */
  name: string
  label: string
  hints: string[]
  list: ListName | null
  takesSeveral: boolean
  limit: ProseField | 'why' | null
  answer: string
}

/** The name under which a questionnaire says what it is. */
export const markName = 'form'

export function questionnaireFor(
  t: Translate,
  lists: Lists,
  subject: EntrySubject,
  mark: Mark,
): Questionnaire {
  const place = { t, lists, subject, language: t.language.code }
  return {
    language: mark.language,
    parts: [...askedSections.map((asked) => partOf(place, asked)), markPart(t, mark)],
  }
}

type Place = { t: Translate; lists: Lists; subject: EntrySubject; language: LanguageCode }

function partOf(place: Place, { section, lead, fields }: (typeof askedSections)[number]): Part {
  const { t, subject } = place
  const present = sections.find(({ name }) => name === section)?.present(subject) ?? {}
  return {
    title: t(sectionTitle(section)),
    lead: lead === undefined ? null : t(lead),
    questions: fields.flatMap((field) => questionsOf(place, field, present)),
  }
}

type Present = Record<string, string | readonly string[]>

function questionsOf(place: Place, field: Field, present: Present): Question[] {
  if (field.kind === 'several') return severalQuestions(place, field)
  if (field.kind === 'tags') return tagQuestions(place, field)
  const { t, lists, language } = place
  const [said = ''] = [present[field.name] ?? ''].flat()
  const limit = field.kind === 'text' ? (field.limit ?? null) : null
  const list = field.kind === 'choice' ? field.list : null
  return [
    {
      name: field.name,
      label: t(field.label),
      hints: hintsOf(t, field, limit),
      list,
      takesSeveral: false,
      limit,
      answer:
        field.name === 'organization'
          ? organizationAnswer(place, said)
          : list === null || said === ''
            ? said
            : shown(lists[list], said, language),
    },
  ]
}

const organizationAnswer = ({ subject, language }: Place, id: string): string => {
  const one = subject.organizations.find((organization) => organization.id === id)
  return one === undefined ? id : organizationLabel({ language }, one)
}

function hintsOf(t: Translate, field: Field, limit: ProseField | null): string[] {
  return [
    ...(field.hint === undefined ? [] : [t(field.hint)]),
    ...(limit === null ? [] : [t('questionnaire.limit', limits[limit])]),
    ...(field.kind === 'choice' ? [t('questionnaire.choose')] : []),
    ...(field.kind === 'several' || field.kind === 'tags' ? [t('questionnaire.several')] : []),
  ]
}

/** Empty rows behind those that are filled. */
const spareRows = 2

function severalQuestions(place: Place, field: Extract<Field, { kind: 'several' }>): Question[] {
  const { t, lists, language } = place
  const codes = codesSet(place.subject, field.name)
  return Array.from({ length: Math.max(field.rows, codes.length + spareRows) }, (_, row) => ({
    name: `${field.name}-${row + 1}`,
    label: t('questionnaire.row', { name: t(field.label), row: row + 1 }),
    hints: row === 0 ? hintsOf(t, field, null) : [],
    list: field.list,
    takesSeveral: true,
    limit: null,
    answer: codes[row] === undefined ? '' : shown(lists[field.list], codes[row], language),
  }))
}

function codesSet({ activity: { content } }: EntrySubject, name: string): string[] {
  if (name === 'countries') return content.countries
  if (name === 'regions') return content.regions
  if (name === 'genevaTargets') return content.genevaTargets
  return content.actionLines.flatMap(({ themes }) => themes)
}

function tagQuestions(place: Place, field: Extract<Field, { kind: 'tags' }>): Question[] {
  const { t, lists, language } = place
  const tags = tagsSet(place.subject, field.name)
  return Array.from({ length: Math.max(field.rows, tags.length + spareRows) }, (_, row) => {
    const label = t('questionnaire.row', { name: t(field.label), row: row + 1 })
    const tag = tags[row]
    return [
      {
        name: `${field.name}-${row + 1}`,
        label,
        hints: row === 0 ? hintsOf(t, field, null) : [],
        list: field.list,
        takesSeveral: true,
        limit: null,
        answer: tag === undefined ? '' : shown(lists[field.list], tag.code, language),
      },
      {
        name: `${field.name}-why-${row + 1}`,
        label: t('questionnaire.why', { name: label }),
        hints: row === 0 ? [t('questionnaire.limit', limits.why)] : [],
        list: null,
        takesSeveral: false,
        limit: 'why' as const,
        answer: tag?.why ?? '',
      },
    ]
  }).flat()
}

function tagsSet({ activity: { content } }: EntrySubject, name: string): readonly Tag[] {
  if (name === 'lines') return content.actionLines
  if (name === 'sdg') return content.sdgs
  return name === 'gdc' ? content.gdc : content.beneficiaries
}

const markPart = (t: Translate, mark: Mark): Part => ({
  title: t('questionnaire.mark'),
  lead: t('questionnaire.mark.lead'),
  questions: [
    {
      name: markName,
      label: t('questionnaire.mark'),
      hints: [],
      list: null,
      takesSeveral: false,
      limit: null,
      answer: markText(mark),
    },
  ],
})
