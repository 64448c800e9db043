/** The rows in turn, so many in each slice. A slice is read to its end before the next is begun. */
export function slices<Row>(rows: AsyncIterable<Row>, each: number): { next: () => AsyncGenerator<Row> } {
  const all = rows[Symbol.asyncIterator]()
  return {
    async *next() {
      for (let count = 0; count < each; count += 1) {
        const row = await all.next()
        if (row.done === true) return
        yield row.value
      }
    },
  }
}
