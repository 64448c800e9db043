/** A run of words that stands in both, only before or only after. */
export type Segment = { kind: 'same' | 'removed' | 'added'; text: string }

/** Words, runs of white space and single signs; each Chinese character is a word. */
export const tokensOf = (text: string): string[] =>
  text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []

// Beyond this the middle is shown as replaced whole: nobody reads such a comparison word by word.
const mostCells = 4_000_000

/** The words of two texts in one run: those in both, those only before, those only after. */
export function wordDifference(before: string, after: string): Segment[] {
  const a = tokensOf(before)
  const b = tokensOf(after)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const middle = difference(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return joined([
    ...a.slice(0, start).map((text) => ({ kind: 'same' as const, text })),
    ...middle,
    ...a.slice(a.length - end).map((text) => ({ kind: 'same' as const, text })),
  ])
}

function difference(a: string[], b: string[]): Segment[] {
  if (a.length * b.length > mostCells) {
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ]
  }
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const down = longest[(i + 1) * width + j]!
      const right = longest[i * width + j + 1]!
      longest[i * width + j] = a[i] === b[j] ? longest[(i + 1) * width + j + 1]! + 1 : Math.max(down, right)
    }
  }
  const segments: Segment[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      segments.push({ kind: 'same', text: a[i]! })
      i += 1
      j += 1
    } else if (
      j >= b.length ||
      (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
    ) {
      segments.push({ kind: 'removed', text: a[i]! })
      i += 1
    } else {
      segments.push({ kind: 'added', text: b[j]! })
      j += 1
    }
  }
  return segments
}

/** Neighbours of one kind become one segment; a lone space between two changes belongs to both. */
function joined(segments: Segment[]): Segment[] {
  const runs: Segment[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') runs.push({ kind: 'removed', text: removed })
    if (added !== '') runs.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [place, { kind, text }] of segments.entries()) {
    const between = kind === 'same' && /^\s+$/.test(text) && (removed !== '' || added !== '')
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (between && changesNext(segments, place)) {
      removed += text
      added += text
    } else {
      flush()
      const last = runs.at(-1)
      if (last?.kind === 'same') last.text += text
      else runs.push({ kind, text })
    }
  }
  flush()
  return runs
}

const changesNext = (segments: Segment[], place: number) => {
  const next = segments[place + 1]
  return next !== undefined && next.kind !== 'same'
}
