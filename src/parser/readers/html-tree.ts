import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, TreeAdapter } from 'parse5'
import { defaultTreeAdapter, Parser } from 'parse5'
import { Unreadable } from '../source.ts'
import type { Budget } from './limits.ts'

export type HtmlNode = DefaultTreeAdapterTypes.Node
export type HtmlElement = DefaultTreeAdapterTypes.Element

/** The tree of a page. Markup can be written that unfolds to billions of elements, so they are counted as they are made. */
export function parsedHtml(text: string, budget: Budget): HtmlNode {
  let made = 0
  const spend = (count: number) => {
    made += count
    if (made > budget.limits.htmlElements) throw new Unreadable('expands-too-far')
    if (made % 256 < count) budget.checkTime()
  }
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(tagName, namespaceUri, attributes) {
      spend(1 + attributes.length)
      return defaultTreeAdapter.createElement(tagName, namespaceUri, attributes)
    },
    createCommentNode(data) {
      spend(1)
      return defaultTreeAdapter.createCommentNode(data)
    },
  }
  // Scripting off: what stands in <noscript> is read like the rest.
  const parser = new Parser({ treeAdapter, scriptingEnabled: false })
  // In small steps, since one tag with a million attributes takes hours and makes no element meanwhile.
  for (let at = 0; at < text.length; at += stepLength) {
    budget.checkTime()
    parser.tokenizer.write(text.slice(at, at + stepLength), false)
  }
  parser.tokenizer.write('', true)
  return parser.document
}

const stepLength = 8_192

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
