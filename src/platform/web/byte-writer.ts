/** Puts an answer together from pieces that are bytes already, such as the names of hundreds of values, in room that is used again and again. */
export type ByteWriter = {
  text: (text: string) => void
  bytes: (bytes: Uint8Array) => void
  /** A whole number that is not negative. */
  count: (value: number) => void
}

/** Writes one answer; nothing may wait meanwhile. */
export function writtenBytes(write: (to: ByteWriter) => void): Buffer<ArrayBuffer> {
  end = 0
  write(writer)
  return Buffer.from(room.subarray(0, end))
}

/** A text as bytes. Where there is room for the longest that it can be, nobody need find out first how long it is. */
export const bytesOf = (text: string): Buffer<ArrayBuffer> =>
  text.length * 3 <= room.length ? writtenBytes((to) => to.text(text)) : Buffer.from(text)

let room = Buffer.allocUnsafeSlow(1024 * 1024)
let end = 0

const writer: ByteWriter = {
  text(text) {
    makeRoom(text.length * 3)
    end += room.write(text, end)
  },
  bytes(bytes) {
    makeRoom(bytes.length)
    room.set(bytes, end)
    end += bytes.length
  },
  count(value) {
    makeRoom(20)
    let digits = 1
    for (let rest = value; rest > 9; rest = Math.floor(rest / 10)) digits++
    let rest = value
    for (let at = end + digits - 1; at >= end; at--) {
      room[at] = 48 + (rest % 10)
      rest = Math.floor(rest / 10)
    }
    end += digits
  },
}

function makeRoom(more: number): void {
  if (end + more <= room.length) return
  const larger = Buffer.allocUnsafeSlow(2 * (end + more))
  room.copy(larger, 0, 0, end)
  room = larger
}
