import { namedRecords, recordAt, type NamedRecord } from '#modules/mandates/index.ts'
import { inLanguage } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import { dayOf } from '#platform/ui/format.ts'
import { labelsOf, placeIn, sectionWords, type CitedPlace, type Told } from '../citing/cited-title.ts'
import { toldIn } from '../citing/told-queries.ts'
import type { ReportRecord } from '../report-shape.ts'
import type { ReportVisit } from '../report-visit.ts'

/** Documents that a report refers to, each once: texts with the provisions that it answers or cites, and other reports. */
export async function referencesOf(
  visit: ReportVisit,
  { answers, sections }: Pick<ReportRecord, 'answers' | 'sections'>,
): Promise<ReportRecord['references']> {
  const answered = answers.map(({ duty }) => `/revisions/${duty.replace(/#.*$/, '')}`)
  const cited = sections.flatMap((section) => section.cited.map(({ address }) => address))
  const refs = [...new Set([...answered, ...cited])].flatMap((address) => {
    const ref = recordAt(address, '')
    return ref !== null && isDocument.has(ref.kind) ? [ref] : []
  })
  const texts = refs.flatMap((ref) => placeIn(ref)?.revision ?? []).map((id) => ({ kind: 'revision', id }))
  const look = { today: dayOf(visit.now), levels: ['public'] as const }
  const known = await namedRecords(visit.db, [...refs, ...texts], look)
  const places = refs.flatMap((ref) => (known.has(keyOf(ref)) ? (placeIn(ref) ?? []) : []))
  const told = await toldIn(visit, refs)
  const inOrder = await inOrderOfTexts(visit, places)
  const documents = [
    ...new Set(
      refs.map((ref) => (ref.kind === 'provision' ? `revision ${placeIn(ref)?.revision}` : keyOf(ref))),
    ),
  ]
  return documents.flatMap((key) => {
    const record = known.get(key)
    const name = inLanguage(record?.name ?? {}, visit.language)
    if (record === undefined || name === null) return []
    return [{ address: record.path, name, places: placesOf(visit.t, { record, inOrder, told }) }]
  })
}

const isDocument = new Set(['revision', 'provision', 'report'])

const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`

/** As the text itself has them, not as they are cited. */
async function inOrderOfTexts({ db }: ReportVisit, places: readonly CitedPlace[]): Promise<CitedPlace[]> {
  if (places.length === 0) return []
  const asked = new Set(places.map(({ revision, address }) => `${revision}/${address}`))
  const provisions = await db
    .selectFrom('provisions as p')
    .innerJoin('sections as s', (join) =>
      join.onRef('s.revision', '=', 'p.revision').onRef('s.key', '=', 'p.section'),
    )
    .select(['p.revision', 'p.address'])
    .where('p.revision', 'in', [...new Set(places.map(({ revision }) => revision))])
    .orderBy('s.sort')
    .orderBy('p.sort')
    .execute()
  return provisions.filter(({ revision, address }) => asked.has(`${revision}/${address}`))
}

type Cited = { record: NamedRecord; inOrder: readonly CitedPlace[]; told: Told }

/** 'resolves 3, 4, 6; instructs (Secretary-General of ITU) 5' */
function placesOf(t: Translate, { record, inOrder, told }: Cited): string | null {
  const own = inOrder.filter(({ revision }) => record.kind === 'revision' && revision === record.id)
  const sections = Map.groupBy(own, (place) => sectionWords(t, place, told))
  const words = [...sections].map(([section, places]) => {
    const labels = places.map(({ address }) => labelsOf(address).join('\u00a0')).filter((one) => one !== '')
    return [section, labels.join(t('words.comma'))].filter((one) => one !== '').join(' ')
  })
  return words.length === 0 ? null : words.join(t('reports.noted.semicolon'))
}
