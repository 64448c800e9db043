import type { Page } from 'playwright-core'

/**
 * Whether words might have brought a page into the reach of the rules that look where things are: a small target close to another
 * one or two that overlap, a part that scrolls, a link among words that no line tells from them. It asks for more distance than
 * the rules do, so that they find nothing where this is false.
 */
export const isTight = (page: Page): Promise<boolean> =>
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
    }
    const { document, getComputedStyle: styleOf } = globalThis as unknown as {
      document: { querySelectorAll: (selector: string) => Iterable<Part> }
      getComputedStyle: (part: Part) => { display: string; overflow: string; textDecorationLine: string }
    }
    const [least, enough] = [24, 240]
    const isSmall = ({ width, height }: Box) => width < least || height < least
    const targets = [
      ...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex]:not(main, section)',
      ),
    ]
      .map((part) => ({
        box: part.getBoundingClientRect(),
        lines: [...part.getClientRects()],
        to: part.href,
      }))
      .filter(({ box }) => box.width > 0 && box.height > 0 && (box.width < enough || box.height < enough))
      .map(({ box, lines, to }) => ({ box, to, small: [box, ...lines].some(isSmall) }))
    const gap = (a: Box, b: Box) =>
      Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom)
    const isCrowded = targets.some((one) =>
      targets.some((other) => {
        if (one === other || (one.to !== undefined && one.to === other.to)) return false
        return gap(one.box, other.box) < (one.small ? least / 2 : 0)
      }),
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
    return isCrowded || scrolls || [...document.querySelectorAll('a[href]')].some(isAmongWords)
  })
