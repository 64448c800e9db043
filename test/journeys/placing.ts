import type { Page } from 'playwright-core'

const placingRules = ['target-size', 'scrollable-region-focusable', 'link-in-text-block'] as const

export type PlacingRule = (typeof placingRules)[number]

/**
 * The rules that look where things are into whose reach words might have brought a page: a small target close to another one or
 * two that overlap, a part that scrolls, a link among words that no line tells from them. It asks for more distance than the
 * rules do, so that those that are left out find nothing.
 */
export const rulesInReach = (page: Page): Promise<PlacingRule[]> =>
  page.evaluate(() => {
    type Box = { left: number; right: number; top: number; bottom: number; width: number; height: number }
    type Part = {
      href?: string
      textContent: string
      parentElement: Part | null
      scrollWidth: number
      scrollHeight: number
      clientWidth: number
      clientHeight: number
      getBoundingClientRect: () => Box
      getClientRects: () => Iterable<Box>
      checkVisibility: () => boolean
    }
    const { document, getComputedStyle: styleOf } = globalThis as unknown as {
      document: { querySelectorAll: (selector: string) => Iterable<Part> }
      getComputedStyle: (part: Part) => { display: string; overflow: string; textDecorationLine: string }
    }
    const [least, enough, more] = [24, 240, 4]
    const isSmall = ({ width, height }: Box) => width < least || height < least
    // What stands in a closed part has a box, but is no target.
    const targets = [
      ...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex]:not(main, section)',
      ),
    ]
      .filter((part) => part.checkVisibility())
      .map((part) => ({
        box: part.getBoundingClientRect(),
        lines: [...part.getClientRects()],
        to: part.href,
      }))
      .filter(({ box }) => box.width > 0 && box.height > 0 && (box.width < enough || box.height < enough))
      .map((target) => ({ ...target, small: [target.box, ...target.lines].some(isSmall) }))
    type Target = (typeof targets)[number]
    const gap = (a: Box, b: Box) =>
      Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom)
    type Point = { x: number; y: number }
    const middle = (box: Box): Point => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 })
    const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
    const nearest = ({ x, y }: Point, box: Box): Point => ({
      x: Math.min(Math.max(x, box.left), box.right),
      y: Math.min(Math.max(y, box.top), box.bottom),
    })
    const isOther = (a: Target, b: Target) => a !== b && (a.to === undefined || a.to !== b.to)
    // A target is large enough if nothing lies over it; or there is a circle around its middle that meets no other target, nor the
    // circle of a small one. A link that is broken has a box around its lines, over which others may stand without touching it.
    const isCovered = (one: Target, other: Target) => gap(one.box, other.box) < 0
    const isClose = (one: Target, other: Target) =>
      other.lines.some(
        (line) =>
          one.lines.some((own) => gap(own, line) < 0) ||
          distance(middle(one.box), nearest(middle(one.box), line)) < least / 2 + more,
      ) ||
      (other.small && distance(middle(one.box), middle(other.box)) < least + more)
    const isCrowded = targets.some(
      (one) =>
        (one.small || targets.some((other) => isOther(one, other) && isCovered(one, other))) &&
        targets.some((other) => isOther(one, other) && isClose(one, other)),
    )
    const scrolls = [...document.querySelectorAll('body *')].some(
      (part) =>
        (part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight) &&
        /auto|scroll/.test(styleOf(part).overflow),
    )
    const isAmongWords = (link: Part) => {
      const { display, textDecorationLine } = styleOf(link)
      if (!display.startsWith('inline') || textDecorationLine.includes('underline')) return false
      let block = link.parentElement
      while (block && styleOf(block).display.startsWith('inline')) block = block.parentElement
      return (block?.textContent.trim().length ?? 0) > link.textContent.trim().length
    }
    const rules: PlacingRule[] = []
    if (isCrowded) rules.push('target-size')
    if (scrolls) rules.push('scrollable-region-focusable')
    if ([...document.querySelectorAll('a[href]')].some(isAmongWords)) rules.push('link-in-text-block')
    return rules
  })
