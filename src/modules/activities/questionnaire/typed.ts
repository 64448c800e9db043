import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { listOf } from '#platform/sheets/lists.ts'
import { mostTargets } from '../entry/sections/goals.ts'
import type { EntrySubject } from '../entry/sections/section.ts'
import { answerTo, rowsOf, type Answers } from './answers.ts'
import type { Field } from './fields.ts'
import { meant, nearest, type List, type Lists } from './lists.ts'

/** Something that a person can mend, at the question where it stands. */
export type Fault = { question: string; issue: Issue }

type TypedSection = {
  /** As the form would send it. */
  typed: Record<string, string | string[]>
  /** The question behind each field of the form. */
  questionOf: Map<string, string>
  faults: Fault[]
  isAnswered: boolean
}

type Given = {
  answers: Answers
  lists: Lists
  subject: EntrySubject
  /** Of the reader. */ language: LanguageCode
}

type Place = TypedSection & Given

/** The answers to one section in the shape in which its form sends them; what is not answered is as it was. */
export function typedFrom(
  fields: readonly Field[],
  present: Record<string, string | readonly string[]>,
  given: Given,
): TypedSection {
  const typed = Object.fromEntries(
    Object.entries(present).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  )
  const place: Place = { ...given, typed, questionOf: new Map(), faults: [], isAnswered: false }
  for (const field of fields) place.isAnswered = typeField(place, field) || place.isAnswered
  return place
}

/** Whether the file has the question. */
function typeField(place: Place, field: Field): boolean {
  if (field.kind === 'several') return typeSeveral(place, field)
  if (field.kind === 'tags') return typeTags(place, field)
  const said = answerTo(place.answers, field.name)
  // Which organization is meant is found out by whoever can look it up.
  if (said === null || field.name === 'organization') return false
  if (field.kind === 'text') place.typed[field.name] = said
  else if (said !== '' || !mustStand.has(field.name))
    place.typed[field.name] = codesIn(place, field.name, field.list, [said])[0] ?? ''
  return true
}

/** What an entry never lacks: left empty in a file, it stays as it was. */
const mustStand = new Set(['language', 'licence'])

type Rows<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>

function typeSeveral(place: Place, field: Rows<'several'>): boolean {
  const rows = rowsOf(place.answers, field)
  if (rows.length === 0) return false
  const found = rows.flatMap((row) => {
    const name = `${field.name}-${row}`
    const codes = codesIn(place, name, field.list, place.answers.get(name) ?? [])
    return codes.map((code) => ({ code, name }))
  })
  place.questionOf.set(field.name, `${field.name}-${rows[0] ?? 1}`)
  if (field.name === 'themes') typeThemes(place, found)
  else place.typed[field.name] = different(found)
  return true
}

const different = (found: readonly { code: string }[]): string[] => [
  ...new Set(found.map(({ code }) => code)),
]

/** Sub-themes stand with the action line that they are of, which somebody has to have chosen. */
function typeThemes({ typed, subject, faults }: Place, found: readonly { code: string; name: string }[]) {
  const lines = [typed['lines'] ?? []].flat()
  for (const line of lines)
    typed[`themes-${line}`] = different(
      found.filter(({ code }) => subject.codes.lineOfTheme.get(code) === line),
    )
  for (const { code, name } of found) {
    const line = subject.codes.lineOfTheme.get(code) ?? ''
    if (!lines.includes(line))
      faults.push({
        question: name,
        issue: { field: name, key: 'questionnaire.theme-alone', values: { theme: code, line } },
      })
  }
}

type ReasonedCode = { code: string; why: string; question: string; whyQuestion: string }

function typeTags(place: Place, field: Rows<'tags'>): boolean {
  const rows = rowsOf(place.answers, field)
  if (rows.length === 0) return false
  const tags = joined(rows.flatMap((row) => tagsIn(place, field, row)))
  const { typed, questionOf } = place
  typed[field.name] = tags.map(({ code }) => code)
  for (const [row, { code, why, whyQuestion }] of tags.entries()) {
    const names = field.name === 'sdg' ? numberedNames(row + 1) : namesFor(field.name, code)
    if (names.code !== null) typed[names.code] = code
    typed[names.why] = why
    // The rules of the content call every reason so, whatever it is about.
    for (const name of [names.why, `why-${code}`]) questionOf.set(name, whyQuestion)
  }
  if (field.name === 'sdg') clearBehind(typed, tags.length)
  if (field.name === 'sdg' && tags.length > mostTargets)
    place.faults.push({
      question: `sdg-${rows[0] ?? 1}`,
      issue: { field: 'sdgs', key: 'form.value.wrong', rule: 'rule.too-many' },
    })
  return true
}

const numberedNames = (row: number) => ({ code: `sdg-${row}`, why: `sdg-why-${row}` })

const namesFor = (field: string, code: string) => ({
  code: null,
  why: field === 'lines' ? `why-${code}` : `${field}-why-${code}`,
})

/** What stood in further rows before is not said any more. */
function clearBehind(typed: TypedSection['typed'], count: number) {
  delete typed['sdg']
  for (const name of Object.keys(typed)) {
    const row = /^sdg(?:-why)?-(\d+)$/.exec(name)?.[1]
    if (row !== undefined && Number(row) > count) delete typed[name]
  }
}

/** A row that somebody has copied stands there twice, each time with its own reason. */
function tagsIn(place: Place, field: Rows<'tags'>, row: number): ReasonedCode[] {
  const [question, whyQuestion] = [`${field.name}-${row}`, `${field.name}-why-${row}`]
  const codes = place.answers.get(question) ?? []
  const whys = place.answers.get(whyQuestion) ?? []
  return Array.from({ length: Math.max(codes.length, whys.length) }, (_, copy) => {
    const [said, why] = [codes[copy] ?? '', whys[copy] ?? '']
    if (said === '' && why !== '')
      place.faults.push({
        question,
        issue: { field: question, key: 'form.value.wrong', rule: 'rule.required' },
      })
    return codesIn(place, question, field.list, [said]).map((code) => ({ code, why, question, whyQuestion }))
  }).flat()
}

/** A code that was chosen twice serves once, for all its reasons. */
function joined(tags: readonly ReasonedCode[]): ReasonedCode[] {
  const byCode = Map.groupBy(tags, ({ code }) => code)
  return [...byCode.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const whys = [first, ...others].map(({ why }) => why).filter((why) => why !== '')
    return [{ ...first, why: [...new Set(whys)].join(' ') }]
  })
}

/** The codes that texts name, alone or with semicolons between them; what is none is a fault of the question. */
function codesIn(
  { lists, faults, language }: Place,
  question: string,
  listName: keyof Lists,
  texts: readonly string[],
): string[] {
  const list = lists[listName]
  return texts
    .filter((text) => text !== '')
    .flatMap((text) => {
      const whole = meant(list, text)
      if (whole !== null) return [whole]
      return listOf(text).flatMap((piece) => {
        const code = meant(list, piece)
        if (code === null) faults.push({ question, issue: unknown(question, list, piece, language) })
        return code ?? []
      })
    })
}

const shownLetters = 60

function unknown(field: string, list: List, text: string, language: LanguageCode): Issue {
  const near = nearest(list, text, language)
  const value = text.length > shownLetters ? `${text.slice(0, shownLetters)}…`.toWellFormed() : text
  return near === null
    ? { field, key: 'sheet.code', values: { value } }
    : { field, key: 'sheet.code-near', values: { value, nearest: near } }
}
