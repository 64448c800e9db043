import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, TreeAdapter } from 'parse5'
import { defaultTreeAdapter, parse } from 'parse5'
import { Unreadable } from '../source.ts'
import type { Budget } from './limits.ts'

export type HtmlNode = DefaultTreeAdapterTypes.Node
export type HtmlElement = DefaultTreeAdapterTypes.Element

/** The tree of a page. Markup can be written that unfolds to billions of elements, so they are counted as they are made. */
export function parsedHtml(text: string, budget: Budget): HtmlNode {
  let elements = 0
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(tagName, namespaceUri, attributes) {
      elements += 1
      if (elements > budget.limits.htmlElements) throw new Unreadable('expands-too-far')
      if (elements % 256 === 0) budget.checkTime()
      return defaultTreeAdapter.createElement(tagName, namespaceUri, attributes)
    },
  }
  // Scripting off: what stands in <noscript> is read like the rest.
  return parse(text, { treeAdapter, scriptingEnabled: false })
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

export const childrenOf = (node: HtmlNode): HtmlNode[] => ('childNodes' in node ? node.childNodes : [])

export const attributeOf = (element: HtmlElement, name: string): string | null =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? null

export type Step = { node: HtmlNode; enter: boolean }

/** Every node in order, on the way in and on the way out; with a stack of its own, since pages nest without limit. */
export function* stepsThrough(root: HtmlNode): Generator<Step, void, 'skip' | undefined> {
  const open: { node: HtmlNode; next: number }[] = []
  let node: HtmlNode | undefined = root
  while (node) {
    const answer: 'skip' | undefined = yield { node, enter: true }
    open.push({ node, next: answer === 'skip' ? Number.POSITIVE_INFINITY : 0 })
    node = undefined
    while (!node) {
      const top = open.at(-1)
      if (!top) return
      node = childrenOf(top.node)[top.next]
      top.next += 1
      if (node) break
      open.pop()
      yield { node: top.node, enter: false }
    }
  }
}

/** The text of a small subtree; null when it is longer than the limit. */
export function shortText(root: HtmlNode, limit: number): string | null {
  let text = ''
  let visited = 0
  for (const { node, enter } of stepsThrough(root)) {
    visited += 1
    if (enter && 'value' in node) text += node.value
    if (text.length > limit || visited > limit * 4) return null
  }
  return text
}
