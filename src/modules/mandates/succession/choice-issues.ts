import type { Issue } from '#platform/errors.ts'
import { divided, originsOf, pairsOf, type Sides } from './pair-choices.ts'
import type { Choices } from './pairing-commands.ts'
import type { Pair } from './succession.ts'

/** The field of the form in which stands where a later provision comes from. */
export const originField = (after: string): string => `from-${after}`

/**
 * What cannot be in choices: a provision that is not there, and one named twice by chance. What was divided in the pairs as
 * they stand somebody meant before.
 */
export function issuesOfChoices(sides: Sides, { origins, isDivisionMeant }: Choices, pairs: Pair[]): Issue[] {
  const issues = [...origins].flatMap(([after, befores]): Issue[] => {
    if (!sides.after.includes(after))
      return [{ field: 'rows', key: 'pairing.unknown-later', values: { address: after } }]
    return befores
      .filter((before) => !sides.before.includes(before))
      .map((before) => ({
        field: originField(after),
        key: 'pairing.unknown-earlier',
        values: { address: before },
        validValues: nearest(sides.before, before),
      }))
  })
  if (issues.length > 0 || isDivisionMeant) return issues
  const all = new Map([...originsOf(pairs), ...origins])
  return divided(pairsOf(sides, all))
    .filter((before) => !divided(pairs).includes(before))
    .flatMap((before) => {
      const places = [...origins].filter(([, befores]) => befores.includes(before)).map(([after]) => after)
      return places.map((after): Issue => ({
        field: originField(after),
        key: 'pairing.named-twice',
        values: { address: before },
      }))
    })
}

const mostValues = 12

/** Addresses of the same section first: the rest of the address is what people mistype. */
function nearest(addresses: string[], typed: string): string[] {
  const section = typed.split('/')[0] ?? ''
  const own = addresses.filter((address) => section !== '' && address.startsWith(section))
  return (own.length > 0 ? own : addresses).slice(0, mostValues)
}

/** What was typed into a row: addresses with commas or spaces between them. */
export const addressesIn = (typed: string): string[] =>
  [...new Set(typed.split(/[\s,;،؛，、；]+/u))].filter((address) => address !== '' && address !== '-')
