import { textAt, type PackedTexts } from './packed-texts.ts'

/** Where each key is: a table twice as large as the keys, in which one looks from the place of the key's hash onwards. */
export type KeySlots = Uint32Array

export function keySlots(keys: PackedTexts): KeySlots {
  const steps = keySlotsInSteps(keys)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same with pauses. */
export function* keySlotsInSteps(keys: PackedTexts): Generator<void, KeySlots> {
  const count = keys.starts.length - 1
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, count * 2))))
  for (let document = 0; document < count; document++) {
    if (document % 20_000 === 0) yield
    let slot = hash(keys.bytes, keys.starts[document]!, keys.starts[document + 1]!) & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = document + 1
  }
  return slots
}

/** The document with a key, or -1. */
export function documentOf(slots: KeySlots, keys: PackedTexts, key: string): number {
  const bytes = Buffer.from(key)
  let slot = hash(bytes, 0, bytes.length) & (slots.length - 1)
  for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    const document = slots[slot]! - 1
    if (textAt(keys, document) === key) return document
  }
  return -1
}

/** FNV-1a, with its bits mixed at the end since only the lowest are used. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 0x811c9dc5
  for (let at = from; at < to; at++) value = Math.imul(value ^ bytes[at]!, 0x01000193)
  value ^= value >>> 15
  value = Math.imul(value, 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}
