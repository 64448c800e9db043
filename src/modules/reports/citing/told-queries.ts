import { ownHeading, readerOf, type Reader } from '#modules/mandates/index.ts'
import type { ReportVisit } from '../report-visit.ts'
import { placeIn, type Called, type Told } from './cited-title.ts'

/** Verb and addressees of the sections to which cited provisions and duties belong; one question for all of them. */
export async function toldIn(
  visit: Pick<ReportVisit, 'db' | 'language' | 't'>,
  cited: readonly Pick<Called, 'kind' | 'id'>[],
): Promise<Told> {
  const revisions = [...new Set(cited.flatMap((one) => placeIn(one)?.revision ?? []))]
  if (revisions.length === 0) return new Map()
  const sections = await visit.db
    .selectFrom('sections')
    .select(['revision', 'key', 'act', 'addressees'])
    .where('revision', 'in', revisions)
    .execute()
  const reader = inBrief(await readerOf(visit))
  return new Map(
    sections.flatMap(({ revision, key, act, addressees }) => {
      const words = ownHeading(reader, { act, addressees: together(addressees) })
      return words === null ? [] : [[`${revision}/${key}`, words] as const]
    }),
  )
}

/** The three Directors, who are spoken of in one word: a footnote has no room for the names of their Bureaux. */
const directors = ['itu-dir-br', 'itu-dir-tsb', 'itu-dir-bdt']
const allDirectors = 'directors'

const together = (addressees: readonly string[]): string[] =>
  directors.every((one) => addressees.includes(one))
    ? [...addressees.filter((one) => !directors.includes(one)), allDirectors]
    : [...addressees]

function inBrief(reader: Reader): Reader {
  const name = { [reader.language]: reader.t('reports.noted.directors') }
  const known = reader.bodies.values().next().value
  return known === undefined
    ? reader
    : { ...reader, bodies: new Map([...reader.bodies, [allDirectors, { ...known, id: allDirectors, name }]]) }
}
