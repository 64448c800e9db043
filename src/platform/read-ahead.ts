/** The same things one by one, each of them read while the one before is worked on. */
export async function* readAhead<Thing>(things: AsyncIterable<Thing>): AsyncGenerator<Thing> {
  const reading = things[Symbol.asyncIterator]()
  try {
    for (let next = begun(reading.next()); ;) {
      const { done, value } = await next
      if (done === true) return
      next = begun(reading.next())
      yield value
    }
  } finally {
    await reading.return?.()
  }
}

/** What fails is told when its turn has come, and not before. */
function begun<Read>(read: Promise<Read>): Promise<Read> {
  read.catch(() => {})
  return read
}
