import { successionOf } from '../src/modules/mandates/succession/succession-queries.ts'
import { importLamps, type LampYear } from './lamp-resolutions.ts'
import { person, testSite, type TestSite } from './test-site.ts'

export const officer = person('officer', { role: 'secretariat', scope: null })

/** The site with revisions of the resolution about lamps, and what became of their provisions and duties in short words. */
export type LampSite = TestSite & {
  /** Imports the texts of some years; resolves to the id of the last. */
  imported: (...years: LampYear[]) => Promise<string>
  idOf: (year: LampYear) => string
  /** 'resolves/1 kept resolves/1 proposed'. */
  pairsOf: (revision: string) => Promise<string[]>
  /** '2010/resolves/1#1 continues 2014/resolves/1#1'. */
  linksOf: (revision: string) => Promise<string[]>
}

export async function lampSite(): Promise<LampSite> {
  const site = await testSite()
  const ids = new Map<LampYear, string>()
  const idOf = (year: LampYear) => ids.get(year) ?? ''
  return {
    ...site,
    idOf,
    imported: async (...years) => {
      for (const year of years) ids.set(year, await importLamps(site.db, year))
      return idOf(years.at(-1) ?? 2010)
    },
    pairsOf: async (revision) => {
      const held = await successionOf(site.db, revision)
      return (held?.pairs ?? []).map(
        ({ before, after, kind, state }) => `${before ?? '–'} ${kind} ${after ?? '–'} ${state}`,
      )
    },
    linksOf: async (revision) => {
      const held = await successionOf(site.db, revision)
      return (held?.links ?? []).map(({ before, after, kind, changes }) =>
        [shortDuty(before), kind, shortDuty(after), ...changes.map(({ field }) => field)].join(' '),
      )
    },
  }
}

export const pairingForm = (revision: string) => `/en/revisions/${revision}/pairing`
export const changesPage = (revision: string) => `/en/revisions/${revision}/changes`

/** '2010/resolves/1#1': a duty by its year. */
export const shortDuty = (id: string | null) => id?.replace(/^.*?-(\d{4})\//, '$1/') ?? '–'
