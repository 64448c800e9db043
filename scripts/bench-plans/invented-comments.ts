import { dispositions, type Disposition } from '#modules/plans/consultation/comment.ts'

export type InventedComment = {
  /** Place of the item in the list; null: on the plan as a whole. */
  item: number | null
  author: string
  text: string
  disposition: Disposition
  reply: string
}

const authors = 9

/** About one for each item, by people who never say too much on one day. */
export const inventedComments = (
  items: number,
  say: (words: number) => string,
  chance: () => number,
): InventedComment[] =>
  Array.from({ length: items }, (_, number) => ({
    item: chance() < 0.2 ? null : Math.floor(chance() * items),
    author: `bench-${number % authors}`,
    text: say(25),
    disposition: dispositions[Math.floor(chance() * dispositions.length)] ?? 'noted',
    reply: say(15),
  }))
