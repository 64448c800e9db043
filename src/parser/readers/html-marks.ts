import type { Page } from './html-page.ts'
import type { HtmlElement } from './html-tree.ts'
import { attributeOf, isElement, shortText, stepsThrough } from './html-tree.ts'
import { bareMark, isLinkedMark, raisedSign } from './marks.ts'
import type { Piece } from './pieces.ts'

/** A link inside the page whose text is no more than a mark. Arrows that lead back from a note are left out. */
export function linkedMark(element: HtmlElement, isInRaised: boolean): Piece[] | null {
  const target = fragmentOf(element)
  if (target === null) return null
  const raw = shortText(element, 12)
  if (raw === null) return null
  if (/^(?:[\s[\]^↑↩⤴↵←⬆🔙]|\ufe0e|\ufe0f)+$/u.test(raw) && /\S/.test(raw)) return []
  if (!isLinkedMark(raw)) return null
  const raised = isInRaised || /note/i.test(attributeOf(element, 'role') ?? '') || holds(element, 'sup')
  return [{ kind: 'mark', mark: bareMark(raw), raw, target, raised }]
}

/** A raised sign without a link; one with links inside is walked into. */
export function raisedPieces(element: HtmlElement, page: Page): Piece[] | null {
  if (holds(element, 'a')) return null
  const raw = shortText(element, 16)
  if (raw === null) return null
  const sign = raisedSign(raw, lastText(page))
  if ('text' in sign)
    return [{ kind: 'text', text: sign.text, italic: page.settings.at(-1)?.italic ?? false }]
  return sign.marks.map((mark) => ({ kind: 'mark', mark, raw: mark, target: null, raised: true }))
}

const lastText = (page: Page) => {
  const last = page.pieces.at(-1)
  return last?.kind === 'text' ? last.text.slice(-20) : ''
}

function fragmentOf(element: HtmlElement): string | null {
  const found = /#(.+)$/.exec(attributeOf(element, 'href') ?? '')
  if (!found?.[1]) return null
  try {
    return decodeURIComponent(found[1])
  } catch {
    // A stray percent sign in an address: the id is then meant as it stands.
    return found[1]
  }
}

function holds(element: HtmlElement, tag: string): boolean {
  let visited = 0
  for (const { node } of stepsThrough(element)) {
    visited += 1
    if (visited > 50) return false
    if (isElement(node) && node.tagName === tag && node !== element && hasMeaning(node)) return true
  }
  return false
}

const hasMeaning = (element: HtmlElement) => element.tagName !== 'a' || attributeOf(element, 'href') !== null
