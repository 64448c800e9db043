import { languages } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import type { Cell } from '#platform/sheets/cell.ts'
import { writeXlsx, type CellChoices, type SheetColumn } from '#platform/sheets/xlsx-write.ts'
import { choicesOf, type ListName, type Lists } from './lists.ts'
import type { Questionnaire } from './questionnaire.ts'

const answerColumn = 1

/** One sheet, a row for each question; lists stand in a second one, from which the cells let people choose. */
export function questionnaireXlsx(
  t: Translate,
  lists: Lists,
  { language, parts }: Questionnaire,
): AsyncGenerator<Uint8Array> {
  const offered = offeredIn(lists, language)
  const rows: Cell[][] = []
  const headings: number[] = []
  const choices: CellChoices[] = []
  for (const part of parts) {
    rows.push([part.title, null, part.lead, null])
    headings.push(rows.length + 1)
    for (const { label, answer, hints, name, list } of part.questions) {
      rows.push([label, answer, hints.join('\n'), name])
      const row = rows.length + 1
      if (list !== null) choices.push({ row, column: answerColumn, choices: offered(list) })
    }
  }
  const { direction } = languages[language]
  const name = t('questionnaire.title')
  return writeXlsx([{ name, direction, columns: columnsFor(t), rows, headings, choices, isLocked: true }])
}

const columnsFor = (t: Translate): SheetColumn[] => [
  { name: t('questionnaire.question'), width: 34, isWrapped: true },
  { name: t('questionnaire.answer'), width: 64, isWrapped: true, isOpen: true },
  { name: t('questionnaire.how'), width: 48, isWrapped: true },
  { name: t('questionnaire.code'), width: 20 },
]

/** The same array for the same list, so that it stands in the file once. */
export function offeredIn(lists: Lists, language: Questionnaire['language']) {
  const made = new Map<ListName, string[]>()
  return (name: ListName): string[] => {
    const offered = made.get(name) ?? choicesOf(lists[name], language)
    made.set(name, offered)
    return offered
  }
}
