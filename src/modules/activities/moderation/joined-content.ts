import type { ActivityContent, Tag } from '../content.ts'

/** What of a merged entry can be added to the one that stays: what counts up, and contradicts nothing. */
export const joinedParts = ['countries', 'tags', 'attachments'] as const

export type Joined = (typeof joinedParts)[number]

/** The content of the one that stays, with what only the other has. */
export function joinedContent(
  staying: ActivityContent,
  merged: ActivityContent,
  joined: readonly Joined[],
): ActivityContent {
  return {
    ...staying,
    ...(joined.includes('countries') ? withPlaces(staying, merged) : {}),
    ...(joined.includes('tags') ? withTags(staying, merged) : {}),
    ...(joined.includes('attachments')
      ? { attachments: both(staying.attachments, merged.attachments, ({ checksum }) => checksum) }
      : {}),
  }
}

const withPlaces = (staying: ActivityContent, merged: ActivityContent) => ({
  countries: both(staying.countries, merged.countries, (code) => code),
  regions: both(staying.regions, merged.regions, (code) => code),
})

const withTags = (staying: ActivityContent, merged: ActivityContent) => ({
  actionLines: both(staying.actionLines, merged.actionLines, codeOf).map((line) => ({
    ...line,
    themes: both(
      line.themes,
      merged.actionLines.find(({ code }) => code === line.code)?.themes ?? [],
      (code) => code,
    ),
  })),
  sdgs: both(staying.sdgs, merged.sdgs, codeOf),
  gdc: both(staying.gdc, merged.gdc, codeOf),
  beneficiaries: both(staying.beneficiaries, merged.beneficiaries, codeOf),
  genevaTargets: both(staying.genevaTargets, merged.genevaTargets, (code) => code),
})

const codeOf = ({ code }: Tag): string => code

/** The reasons that stand with the tags of the one that stays are kept. */
function both<Value>(
  staying: readonly Value[],
  merged: readonly Value[],
  nameOf: (value: Value) => string,
): Value[] {
  const known = new Set(staying.map(nameOf))
  return [...staying, ...merged.filter((value) => !known.has(nameOf(value)))]
}
