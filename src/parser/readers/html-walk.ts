import type { Furniture } from './html-furniture.ts'
import { furnitureOf } from './html-furniture.ts'
import { nextLabel } from './html-lists.ts'
import { linkedMark, raisedPieces } from './html-marks.ts'
import type { Page } from './html-page.ts'
import {
  addAside,
  addBreak,
  addPieces,
  addText,
  closeRange,
  closeTable,
  flush,
  labelAlone,
  openRange,
  openTable,
  startPage,
  topSetting,
} from './html-page.ts'
import { isBlock, keptApart, settingInside } from './html-setting.ts'
import type { Sheet, Style } from './html-styles.ts'
import { sheetOf, styleOf } from './html-styles.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { attributeOf, isElement, shortText, stepsThrough } from './html-tree.ts'
import type { Budget } from './limits.ts'

/** Goes once through the page and gathers its paragraphs. */
export function walkHtml(root: HtmlNode, budget: Budget): Page {
  const page = startPage(budget)
  const surroundings = { sheet: sheetOf(root), furniture: furnitureOf(root) }
  // An element that was skipped has nothing to close on the way out.
  const entered = new Set<HtmlElement>()
  const steps = stepsThrough(root)
  let step = steps.next()
  while (!step.done) {
    const { node, enter } = step.value
    let answer: 'skip' | undefined
    if ('value' in node && enter) addText(page, node.value)
    if (isElement(node)) {
      if (enter) {
        answer = enterElement(page, node, surroundings)
        if (answer !== 'skip') entered.add(node)
      } else if (entered.delete(node)) leaveElement(page, node, surroundings.sheet)
    }
    step = steps.next(answer)
  }
  flush(page)
  return page
}

type Surroundings = { sheet: Sheet; furniture: Furniture }

function enterElement(
  page: Page,
  element: HtmlElement,
  { sheet, furniture }: Surroundings,
): 'skip' | undefined {
  const style = styleOf(element, sheet)
  const reason = keptApart(element)
  if (reason) {
    addAside(page, reason, shortText(element, 10_000) ?? `${beginningOf(element)}…`)
    return 'skip'
  }
  if (element.tagName === 'br') {
    addBreak(page, startsPage(style))
    return 'skip'
  }
  const block = isBlock(element, style)
  if (block) flush(page)
  openRange(page, element, block)
  if (addedMark(page, element, style)) {
    closeRange(page, element, block)
    return 'skip'
  }
  page.settings.push(settingInside(page, element, style, furniture))
  if (startsPage(style)) page.newPage = true
  if (element.tagName === 'li') openListed(page, element, style)
  if (element.tagName === 'hr') page.rules += 1
  if (element.tagName === 'table') openTable(page)
  return undefined
}

function leaveElement(page: Page, element: HtmlElement, sheet: Sheet) {
  const block = isBlock(element, styleOf(element, sheet))
  if (block) flush(page)
  if (element.tagName === 'li') labelAlone(page)
  if (element.tagName === 'table') closeTable(page)
  closeRange(page, element, block)
  const left = page.settings.pop()
  // Text set aside inside a paragraph ends with its element, not with the paragraph.
  if (left?.aside && !topSetting(page).aside) flush(page, 'aside')
}

/** A link to a note, or a raised sign without a link, is a mark; everything else is walked into. */
function addedMark(page: Page, element: HtmlElement, style: Style): boolean {
  const setting = topSetting(page)
  if (setting.aside) return false
  const isRaised = element.tagName === 'sup' || style.get('vertical-align') === 'super'
  const pieces =
    element.tagName === 'a'
      ? linkedMark(element, setting.raised)
      : isRaised
        ? raisedPieces(element, page)
        : null
  if (!pieces) return false
  addPieces(page, pieces)
  return true
}

function openListed(page: Page, element: HtmlElement, style: Style) {
  labelAlone(page)
  const { list, aside } = topSetting(page)
  const label = list ? nextLabel(list, element, style) : '•'
  if (label && !aside) page.label = { label, level: list?.depth ?? 0 }
}

const startsPage = (style: Style) =>
  /always|page|left|right/.test(`${style.get('page-break-before') ?? ''}${style.get('break-before') ?? ''}`)

const beginningOf = (element: HtmlElement) => {
  const [first] = element.childNodes
  return first && 'value' in first ? first.value.slice(0, 1_000) : (attributeOf(element, 'src') ?? '')
}
