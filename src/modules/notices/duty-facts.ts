import { mandatePaths } from '#modules/mandates/index.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import type { Fact } from './notice.ts'

/** What a notice needs to know of a duty. */
export type DutyNamed = {
  duty: string
  revision: string
  address: string
  name: Translated
  paraphrase: Translated
}

/** 'Resolution 140 (Rev. Dubai, 2018), what is asked in our own words', in every language that has both. */
export function dutyFact({ name, paraphrase, address }: DutyNamed): Fact {
  const entries = languageCodes.flatMap((code) => {
    const title = name[code] ?? name.en
    return title === undefined ? [] : [[code, `${title}, ${paraphrase[code] ?? address}`] as const]
  })
  return { text: Object.fromEntries(entries) }
}

/** Where a duty stands: its clause. */
export const dutyPath = ({ revision, address }: DutyNamed): string =>
  mandatePaths.provision(revision, address)
