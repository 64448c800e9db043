/**
 * A chart without the empty room that was left for a title: on a paper the caption says that. What is drawn in groups has its own
 * measures: where no words stand below it, only the room above is taken away. A picture of another kind stays as it is.
 */
export function cropped(svg: string): string {
  const head = /<svg[^>]*>/.exec(svg)?.[0] ?? ''
  const [left, top, width, height] = (attribute(head, 'viewBox') ?? '').split(/\s/).map(Number)
  if (!(left === 0 && top === 0) || width === undefined || height === undefined) return svg
  const body = svg.slice(svg.indexOf(head) + head.length)
  const ends = drawnIn(body)
  if (ends.length === 0) return svg
  const first = Math.floor(Math.max(0, Math.min(...ends.map(({ from }) => from)) - air))
  const lowest = Math.ceil(Math.max(...ends.map(({ to }) => to)) + air)
  const last = height - lowest < margin || !/<g[\s>]/.test(body) ? Math.min(height, lowest) : height
  if (!(last > first)) return svg
  const given = String(last - first)
  const smaller = head
    .replace(/(\sheight=")[^"]*/, (_, name: string) => name + given)
    .replace(/(\sviewBox=")[^"]*/, (_, name: string) => `${name}0 ${first} ${width} ${given}`)
  return svg.replace(head, () => smaller)
}

/** In pixels: what is left above and below, and what charts leave at their edges. */
const [air, margin] = [4, 30]

type Extent = { from: number; to: number }

/** From where to where the outermost elements reach; the ground has no place of its own. */
function drawnIn(body: string): Extent[] {
  const outside = body.replace(/<g[\s>].*<\/g>/s, '')
  const rects = [...outside.matchAll(/<rect\s[^>]*>/g)].flatMap(([rect]) => {
    const [y, height] = [attribute(rect, 'y'), attribute(rect, 'height')].map(Number)
    return attribute(rect, 'y') === null ? [] : [{ from: y ?? 0, to: (y ?? 0) + (height ?? 0) }]
  })
  const words = [...outside.matchAll(/<text\s[^>]*>/g)].map(([text]) => {
    const [y, size] = [Number(attribute(text, 'y')), Number(attribute(text, 'font-size') ?? 13)]
    return { from: y - size, to: y + size * 0.3 }
  })
  const groups = [...body.matchAll(/<g transform="translate\([\d.-]+ ([\d.-]+)\)/g)].map(([, y]) => ({
    from: Number(y),
    to: Number(y),
  }))
  return [...rects, ...words, ...groups].filter(({ from, to }) => Number.isFinite(from + to))
}

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null
