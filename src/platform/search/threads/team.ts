import type { IndexChange, IndexCopy } from '../search-index.ts'
import { furtherHand } from './further-hand.ts'
import { openThread, type SearchThread } from './thread.ts'

/** Threads that have the same index as this one, and do for it what somebody waits for. */
export type Team = {
  tell: (change: IndexChange) => void
  /** Who may do such a task now; null where it is done sooner here. */
  free: (task: 'answer' | 'build' | 'merge') => SearchThread | null
  end: () => Promise<void>
}

/** Answers that may wait for one thread before this one answers as well. */
const mostAnswers = 32
const pauseMilliseconds = 10_000

/** `copy`: the index as it is now, for a thread that begins. One that has ended is replaced, but not at once. */
export function openTeam(count: number, copy: () => IndexCopy): Team {
  const open = () => ({ thread: openThread(copy()), since: performance.now() })
  const members = Array.from({ length: count }, open)
  const further = furtherHand()
  const alive = (): SearchThread[] => {
    for (const [place, { thread, since }] of members.entries())
      if (thread.hasEnded() && performance.now() - since > pauseMilliseconds) members[place] = open()
    return members.map(({ thread }) => thread).filter((thread) => !thread.hasEnded())
  }
  return {
    tell: (change) => {
      for (const { thread } of members) if (!thread.hasEnded()) thread.follow(change)
    },
    free: (task) => {
      const free = alive().filter((thread) => isFree(thread, task))
      const least = (threads: SearchThread[]) => threads.toSorted((one, other) => load(one) - load(other))[0]
      const member = least(free) ?? null
      const isBusy = member !== null && member.waiting('long tasks') > 0
      return isBusy ? (least([further.thread(), member]) ?? null) : member
    },
    end: async () => {
      await Promise.all([...members.map(({ thread }) => thread.end()), further.end()])
    },
  }
}

/** Nobody who asks waits behind a long task, and what is to be built waits for a thread rather than holding up everybody here. */
function isFree({ waiting }: SearchThread, task: 'answer' | 'build' | 'merge'): boolean {
  if (task === 'build') return true
  return waiting('long tasks') === 0 && (task === 'merge' || waiting('answers') < mostAnswers)
}

const load = ({ waiting }: SearchThread): number => waiting('long tasks') * mostAnswers + waiting('answers')
