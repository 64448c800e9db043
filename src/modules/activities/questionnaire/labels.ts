import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import { folded } from '#platform/sheets/folded.ts'
import { fieldAsked } from './answers.ts'
import { askedSections, type Field } from './fields.ts'
import { markName } from './questionnaire.ts'

/** Questions by their words, folded, for files that have lost the names; the language when it is only one. */
export type Labels = Map<string, { name: string; languages: LanguageCode[] }>

/** Rows that somebody has added to a file have numbers that no questionnaire of ours had. */
const mostRows = 40

export function namesOfLabels(translate: Record<LanguageCode, Translate>): Labels {
  const before = known.get(translate)
  if (before !== undefined) return before
  const labels = labelsIn(translate)
  known.set(translate, labels)
  return labels
}

/** The words of a site stay the same as long as it runs. */
const known = new WeakMap<Record<LanguageCode, Translate>, Labels>()

function labelsIn(translate: Record<LanguageCode, Translate>): Labels {
  const labels: Labels = new Map()
  const add = (language: LanguageCode, label: string, name: string) => {
    const known = labels.get(folded(label))
    if (known === undefined) labels.set(folded(label), { name, languages: [language] })
    else if (known.name === name) known.languages.push(language)
  }
  for (const language of languageCodes) {
    const t = translate[language]
    add(language, t('questionnaire.mark'), markName)
    for (const field of askedSections.flatMap(({ fields }) => fields)) {
      for (const name of namesIn(field)) add(language, labelOf(t, name), name)
    }
  }
  return labels
}

function namesIn({ kind, name }: Field): string[] {
  if (kind === 'text' || kind === 'choice') return [name]
  const rows = Array.from({ length: mostRows }, (_, row) => row + 1)
  return rows.flatMap((row) => [`${name}-${row}`, ...(kind === 'tags' ? [`${name}-why-${row}`] : [])])
}

/** What a question is called, also in a row that only the file has. */
export function labelOf(t: Translate, question: string): string {
  const asked = fieldAsked(question)
  if (asked === null) return question
  const { field, row, isWhy } = asked
  if (row === 0) return t(field.label)
  const name = t('questionnaire.row', { name: t(field.label), row })
  return isWhy ? t('questionnaire.why', { name }) : name
}

/** The language in which most questions are worded. */
export function languageOfLabels(said: readonly string[], labels: Labels): LanguageCode | null {
  const counts = new Map<LanguageCode, number>()
  for (const one of said)
    for (const language of labels.get(folded(one))?.languages ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one)
  return most?.[0] ?? null
}
