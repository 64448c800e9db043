import type { Translate } from '#platform/messages.ts'
import type { Block, Control, DocumentCell } from '#platform/documents/document.ts'
import { writeDocx } from '#platform/documents/docx-write.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { offeredIn } from './as-xlsx.ts'
import type { ListName, Lists } from './lists.ts'
import { markName, type Part, type Question, type Questionnaire } from './questionnaire.ts'

/** A heading and a table for each part; each answer is a control that programs let people fill in or choose from. */
export const questionnaireDocx = (
  t: Translate,
  lists: Lists,
  { language, parts }: Questionnaire,
  written: LanguageCode,
): AsyncGenerator<Uint8Array> => {
  const place = { t, offered: offeredIn(lists, language), written }
  return writeDocx({
    title: `${t('words.before', { words: t('activities.title') })} ${t('questionnaire.title')}`,
    language,
    blocks: [
      { block: 'paragraph', text: t('questionnaire.to-fill-in') },
      ...parts.flatMap((part) => blocksOf(place, part)),
    ],
  })
}

type Place = {
  t: Translate
  offered: (list: ListName) => string[]
  /** The language of the answers. */
  written: LanguageCode
}

const blocksOf = (place: Place, { title, lead, questions }: Part): Block[] => [
  { block: 'heading', level: 1, text: title },
  ...(lead === null ? [] : [{ block: 'paragraph' as const, text: lead, look: 'lead' as const }]),
  { block: 'table', widths: [2, 3], rows: questions.map((question) => rowOf(place, question)) },
]

/** Under the question stands its name, by which the row is known where a program takes controls away. */
const rowOf = (place: Place, question: Question): DocumentCell[] => [
  [
    { text: question.label, look: 'strong' },
    ...question.hints.map((text) => ({ text, look: 'hint' as const })),
    { text: question.name, look: 'code' },
  ],
  [controlOf(place, question)],
]

const controlOf = ({ t, offered, written }: Place, question: Question): Control => {
  const { name, label, answer: value, list, takesSeveral } = question
  if (name === markName) return { control: 'locked', name, label, value, prompt: '' }
  if (list === null)
    return { control: 'text', name, label, value, prompt: t('questionnaire.write'), language: written }
  return {
    control: takesSeveral ? 'choice-or-text' : 'choice',
    name,
    label,
    value,
    prompt: t('questionnaire.choose-here'),
    choices: offered(list),
  }
}
