import type { Block, SetAside } from '../source.ts'

/** A draft with its lines numbered in the margin, each or every fifth: the numbers are set aside, the lines stay. */
export function withoutLineNumbers(blocks: Block[], setAside: SetAside[]): Block[] {
  const printed = blocks.filter(({ whole }) => !whole)
  const numbers = printed.map(({ text }) => Number(/^(\d{1,4})(?:\s|$)/.exec(text)?.[1] ?? Number.NaN))
  const isEach = rises(numbers, 1) > printed.length * 0.9
  if (printed.length < 12 || (!isEach && !isEveryFifth(numbers, printed.length))) return blocks
  const taken: string[] = []
  let expected = 0
  const rest = blocks.flatMap((block) => {
    const number = block.whole ? undefined : /^(\d{1,4})(?:\s+|$)/.exec(block.text)
    const value = Number(number?.[1])
    if (!number || value <= expected || (!isEach && value % 5 !== 0)) return [block]
    expected = value
    taken.push(number[1] ?? '')
    const text = block.text.slice(number[0].length)
    return text === '' ? [] : [{ ...block, text, indent: block.indent + number[0].length }]
  })
  setAside.push({ reason: 'other', text: taken.join(' '), at: blocks[0]?.at ?? '' })
  return rest
}

/** How many of the numbers are a little above the one before them. */
function rises(numbers: number[], least: number): number {
  let last = 0
  let count = 0
  for (const number of numbers) {
    if (Number.isNaN(number) || number < last + least || number > last + 40) continue
    last = number
    count++
  }
  return count
}

function isEveryFifth(numbers: number[], count: number): boolean {
  const fifths = numbers.filter((number) => number % 5 === 0)
  if (fifths.length < 4) return false
  const steps = fifths.every(
    (number, index) => number - (fifths[index - 1] ?? 0) > 0 && number - (fifths[index - 1] ?? 0) <= 15,
  )
  return steps && fifths.length * 8 >= count
}
