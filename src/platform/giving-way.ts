import { setImmediate as turn } from 'node:timers/promises'

/** For so long work may hold up everybody else. */
const mostMilliseconds = 5

/** The same things one by one, with a turn for everybody else every few milliseconds: jobs go through a hundred thousand of them. */
export async function* givingWay<Thing>(
  things: Iterable<Thing> | AsyncIterable<Thing>,
): AsyncGenerator<Thing> {
  let turned = performance.now()
  for await (const thing of things) {
    yield thing
    if (performance.now() - turned < mostMilliseconds) continue
    await turn()
    turned = performance.now()
  }
}
