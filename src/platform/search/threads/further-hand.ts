import { openThread, type SearchThread } from './thread.ts'

/** A thread that knows no index and only builds: there when much waits to be built, gone when it has had nothing to do for a while. */
export type FurtherHand = {
  /** Opens it if it is not there. */
  thread: () => SearchThread
  end: () => Promise<void>
}

const idleMilliseconds = 10_000

export function furtherHand(): FurtherHand {
  let open: SearchThread | null = null
  let wanted = false
  const end = async () => {
    clearInterval(looking)
    const ended = open
    open = null
    await ended?.end()
  }
  let looking: NodeJS.Timeout | undefined
  const look = () => {
    if (!wanted && open?.waiting('long tasks') === 0) void end()
    wanted = false
  }
  return {
    thread: () => {
      wanted = true
      if (open !== null && !open.hasEnded()) return open
      clearInterval(looking)
      looking = setInterval(look, idleMilliseconds).unref()
      return (open = openThread({ parts: [], values: {} }))
    },
    end,
  }
}
