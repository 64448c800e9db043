import { element, xmlDocument, type Xml } from '../../export/xml.ts'
import type { LanguageCode } from '../../languages.ts'
import { isRightToLeft, wordNamespace } from '../docx-text.ts'

/** Which list a paragraph belongs to; the file counts, so that what is added between is counted too. */
export type Numberings = {
  /** The list that a counted paragraph of this number belongs to; null when its number follows no rule. */
  counted: (number: string) => number | null
  /** A list of its own. */
  list: (isOrdered: boolean) => number
  xml: () => string
}

/** What the styles of counted paragraphs and of lines refer to, so that a new one is counted at once. */
export const ofStyle = { counted: 1, bullets: 2, ordered: 3 } as const

type Kind = 'counted' | 'bullets' | 'ordered'
type List = { kind: string; start: number | null }

export function numberings(language: LanguageCode): Numberings {
  const lists: List[] = ['counted', 'bullets', 'ordered'].map((kind) => ({ kind, start: null }))
  let last: { list: number; pattern: string; number: number } = { list: 1, pattern: '%1.', number: 0 }
  const patterns = ['%1.']
  return {
    counted(number) {
      const [, before = '', digits, after = ''] = /^([^\d%]{0,10})(\d{1,9})([^\d%]{0,10})$/.exec(number) ?? []
      if (digits === undefined) return null
      const [pattern, value] = [`${before}%1${after}`, Number(digits)]
      if (pattern !== last.pattern || value !== last.number + 1) {
        if (!patterns.includes(pattern)) patterns.push(pattern)
        lists.push({ kind: pattern, start: value })
        last = { list: lists.length, pattern, number: value }
      } else last.number = value
      return last.list
    },
    list: (isOrdered) => lists.push({ kind: isOrdered ? 'ordered' : 'bullets', start: isOrdered ? 1 : null }),
    xml: () => numberingXml(patterns, lists, isRightToLeft(language) ? inside : 0),
  }
}

/** LibreOffice prints a number of Arabic on the other side of where it begins: so that is not the edge of the text. */
const inside = 340

function numberingXml(patterns: readonly string[], lists: readonly List[], start: number): string {
  const [first = '%1.', ...others] = patterns
  const rules = [
    rule('counted', 0, [level(0, { pattern: first, style: 'Numbered', start })]),
    rule(
      'bullets',
      1,
      levels.map((step) => level(step, { pattern: '•–·'[step] ?? '·', start: 567 })),
    ),
    rule(
      'ordered',
      2,
      levels.map((step) => level(step, { pattern: `%${step + 1})`, start: 567 })),
    ),
    ...others.map((pattern, place) => rule('counted', place + 3, [level(0, { pattern, start })])),
  ]
  const numbers = new Map([
    ...(['counted', 'bullets', 'ordered'] as const).map((kind, place) => [kind, place] as const),
    ...patterns.map((pattern, place) => [pattern, place === 0 ? 0 : place + 2] as const),
  ] as [string, number][])
  return xmlDocument(
    element(
      'w:numbering',
      { 'xmlns:w': wordNamespace },
      ...rules,
      ...lists.map(({ kind, start }, place) => listXml(place + 1, numbers.get(kind) ?? 0, start)),
    ),
  )
}

const levels = [0, 1, 2]

const rule = (kind: Kind, id: number, inside: readonly Xml[]): Xml =>
  element(
    'w:abstractNum',
    { 'w:abstractNumId': String(id) },
    value('w:multiLevelType', kind === 'counted' ? 'singleLevel' : 'hybridMultilevel'),
    ...inside,
  )

type Level = { pattern: string; start: number; style?: string }

/** In the order of ECMA-376 part 1, 17.9.6. */
const level = (step: number, { pattern, start, style }: Level): Xml =>
  element(
    'w:lvl',
    { 'w:ilvl': String(step) },
    value('w:start', '1'),
    value('w:numFmt', pattern.includes('%') ? 'decimal' : 'bullet'),
    ...(style === undefined ? [] : [value('w:pStyle', style)]),
    value('w:lvlText', pattern),
    value('w:lvlJc', 'left'),
    element(
      'w:pPr',
      {},
      element('w:ind', { 'w:left': String(start + (step + 1) * 567), 'w:hanging': '567' }),
    ),
  )

const listXml = (id: number, rule: number, start: number | null): Xml =>
  element(
    'w:num',
    { 'w:numId': String(id) },
    value('w:abstractNumId', String(rule)),
    ...(start === null
      ? []
      : [element('w:lvlOverride', { 'w:ilvl': '0' }, value('w:startOverride', String(start)))]),
  )

const value = (name: string, given: string): Xml => element(name, { 'w:val': given })
