import { importResolution } from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'

const head = (year: number, mark: string) => `RESOLUTION 900 (${mark}HARBOUR, ${year})

Lamps of harbours

The Plenipotentiary Conference of the International Telecommunication Union (Harbour, ${year}),

`

/** Clauses of an invented resolution about lamps, as each conference worded them. */
const lampTexts = {
  2010: `${head(2010, '')}resolves

1 that every lighthouse should keep a lamp burning through the night;

2 that the keepers of harbours should be paid from the dues of ships,

instructs the Secretary-General

1 to report every year to the Council on the lamps of lighthouses;

2 to publish a catalogue of fog bells and their tunes.
`,
  2014: `${head(2014, 'REV. ')}resolves

1 that every lighthouse should keep a lamp burning through the night;

2 that pilots should learn the songs of ferries by heart,

instructs the Secretary-General

1 to report every four years to the Council on the lamps of lighthouses;

2 to publish a catalogue of fog bells and their tunes.
`,
  2018: `${head(2018, 'REV. ')}resolves

1 that every lighthouse should keep two lamps burning through the night;

2 that pilots should learn the songs of ferries by heart,

instructs the Secretary-General

1 to publish a catalogue of fog bells and their tunes;

2 to report every four years to the Council on the lamps of lighthouses.
`,
  2022: `${head(2022, 'REV. ')}resolves

1 that every lighthouse should keep two lamps burning through the night;

2 that pilots should learn the songs of ferries by heart,

instructs the Secretary-General

1 to publish a catalogue of fog bells and their tunes.
`,
} as const

export type LampYear = keyof typeof lampTexts

const at = new Date('2026-11-21T12:00:00Z')

/** Imports the text of a year as it is, or corrected; resolves to the id of the revision. */
export async function importLamps(
  db: Db,
  year: LampYear,
  corrected: (text: string) => string = (text) => text,
): Promise<string> {
  const bytes = new TextEncoder().encode(corrected(lampTexts[year]))
  const { revision } = await importResolution(db, { bytes, name: `lamps-${year}.txt`, actor: 'test', at })
  return revision
}
