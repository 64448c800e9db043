import type { Block, SetAside } from '../source.ts'

/** A draft with its lines numbered in the margin, each or every fifth: the numbers are set aside, the lines stay. */
export function withoutLineNumbers(blocks: Block[], setAside: SetAside[]): Block[] {
  const isOfMargin = marginOf(blocks.filter(({ whole }) => !whole).map(numberOf))
  if (!isOfMargin) return blocks
  const taken: string[] = []
  let place = 0
  const rest = blocks.flatMap((block) => {
    if (block.whole) return [block]
    const number = numberOf(block)
    if (!isOfMargin(number, place++)) return [block]
    taken.push(String(number))
    const text = block.text.replace(leading, '')
    return text === '' ? [] : [{ ...block, text, indent: block.indent + block.text.length - text.length }]
  })
  setAside.push({ reason: 'other', text: taken.join(' '), at: blocks[0]?.at ?? '' })
  return rest
}

const leading = /^(\d{1,4})(?:\s+|$)/
const numberOf = ({ text }: Block): number => Number(leading.exec(text)?.[1] ?? Number.NaN)

/** Tells the number of the margin at each place; null for a text without such numbers. */
function marginOf(numbers: number[]): ((number: number, place: number) => boolean) | null {
  const isSeamless = numbers.length > 2 && numbers.every((number, place) => number === place + 1)
  if (isSeamless) return () => true
  if (numbers.length >= 12 && rising(numbers) > numbers.length * 0.9) return risingTest()
  const fifths = numbers.filter((_, place) => (place + 1) % 5 === 0)
  if (numbers.length < 10 || !fifths.every((number, index) => number === (index + 1) * 5)) return null
  return (number, place) => number === place + 1 && number % 5 === 0
}

/** How many of the numbers are a little above the one before them. */
const rising = (numbers: number[]): number => numbers.filter(risingTest()).length

function risingTest(): (number: number) => boolean {
  let last = 0
  return (number) => {
    const rises = number > last && number <= last + 40
    if (rises) last = number
    return rises
  }
}
