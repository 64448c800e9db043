import { printedCounter } from './counters.ts'
import type { HtmlElement } from './html-tree.ts'
import { attributeOf, childrenOf, isElement, stepsThrough } from './html-tree.ts'
import type { Style } from './html-styles.ts'

/** An open list: what its next paragraph is numbered, and how. */
export type List = {
  element: HtmlElement
  isOrdered: boolean
  next: number
  step: 1 | -1
  type: string
  depth: number
}

export function openedList(element: HtmlElement, style: Style, outer: List | null): List {
  const isOrdered = element.tagName === 'ol'
  const isReversed = isOrdered && attributeOf(element, 'reversed') !== null
  const start = wholeNumber(attributeOf(element, 'start'))
  const depth = outer ? outer.depth + 1 : 0
  return {
    element,
    isOrdered,
    next: start ?? (isReversed ? ownParagraphs(element) : 1),
    step: isReversed ? -1 : 1,
    type: listType(style) ?? typeAttribute(element) ?? (isOrdered ? 'decimal' : bulletAt(depth)),
    depth,
  }
}

/** The label of the list's next paragraph, null when none is printed. */
export function nextLabel(list: List, element: HtmlElement, style: Style): string | null {
  const value = list.isOrdered ? wholeNumber(attributeOf(element, 'value')) : null
  const count = value ?? list.next
  list.next = count + list.step
  return printedLabel(count, listType(style) ?? typeAttribute(element) ?? list.type)
}

const wordNames: Record<string, string> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLatin',
  'lower-latin': 'lowerLatin',
  'upper-alpha': 'upperLatin',
  'upper-latin': 'upperLatin',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'lower-greek': 'lowerGreek',
  'arabic-indic': 'arabicDigits',
  persian: 'persianDigits',
  'cjk-decimal': 'ideographDigital',
  'cjk-ideographic': 'taiwaneseCountingThousand',
  'simp-chinese-informal': 'chineseCountingThousand',
  'trad-chinese-informal': 'taiwaneseCountingThousand',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'cjk-heavenly-stem': 'ideographTraditional',
  'cjk-earthly-branch': 'ideographZodiac',
}

const bullets: Record<string, string> = { disc: '•', circle: '◦', square: '▪' }

function printedLabel(count: number, type: string): string | null {
  if (type === 'none') return null
  const quoted = /^["'](.*)["']$/.exec(type)
  if (quoted) return quoted[1]?.trim() || null
  const bullet = bullets[type]
  if (bullet) return bullet
  const label = printedCounter(count, wordNames[type] ?? 'decimal')
  // Browsers print the ideographic kinds with the ideographic comma, all others with a full stop.
  return /ideographic|chinese|^cjk-(?!decimal)/.test(type) ? `${label}、` : `${label}.`
}

const bulletAt = (depth: number) => ['disc', 'circle', 'square'][Math.min(depth, 2)] ?? 'disc'

function listType(style: Style): string | null {
  const type = style.get('list-style-type')
  if (type) return /^["']/.test(type) ? type : type.toLowerCase()
  const words = (style.get('list-style') ?? '').toLowerCase().match(/"[^"]*"|'[^']*'|[\w-]+/g) ?? []
  return (
    words.find((word) => /^["']/.test(word) || word in wordNames || word in bullets || word === 'none') ??
    null
  )
}

function typeAttribute(element: HtmlElement): string | null {
  const type = attributeOf(element, 'type')?.trim()
  if (!type) return null
  const byLetter: Record<string, string> = {
    '1': 'decimal',
    a: 'lower-alpha',
    A: 'upper-alpha',
    i: 'lower-roman',
    I: 'upper-roman',
  }
  return byLetter[type] ?? (type.toLowerCase() in bullets ? type.toLowerCase() : null)
}

function wholeNumber(text: string | null): number | null {
  const found = /^\s*([+-]?\d{1,9})/.exec(text ?? '')
  return found ? Number(found[1]) : null
}

/** How many paragraphs a reversed list counts down from; those of lists inside it are not its own. */
function ownParagraphs(list: HtmlElement): number {
  let count = 0
  const steps = stepsThrough(list)
  let step = steps.next()
  while (!step.done) {
    const { node, enter } = step.value
    const isInner =
      enter && node !== list && isElement(node) && ['ol', 'ul', 'menu', 'dir'].includes(node.tagName)
    if (enter && isElement(node) && node.tagName === 'li') count += 1
    step = steps.next(isInner ? 'skip' : undefined)
  }
  return childrenOf(list).length === 0 ? 0 : count
}
