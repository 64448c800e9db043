import { activityFacts } from '#modules/activities/index.ts'
import { dutyList, type DutyRow } from '#modules/mandates/index.ts'
import { latestMatrixVersion, matrixVersionLinks } from '#modules/matrix/index.ts'
import { indicatorFacts, planFacts, type IndicatorFigure } from '#modules/plans/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { SaidColumn } from './listed.ts'
import type { SourceName } from './part.ts'
import type { Fact } from './result.ts'

/** What everybody could know at a moment: the records of each source, with their values. Each source is read once. */
export type Facts = (source: SourceName) => Promise<readonly Fact[]>

export function factsAt(db: Db, at: Date): Facts {
  const read = new Map<SourceName, Promise<readonly Fact[]>>()
  return (source) => {
    const known = read.get(source) ?? readers[source](db, at)
    read.set(source, known)
    return known
  }
}

const readers: Record<SourceName, (db: Db, at: Date) => Promise<readonly Fact[]>> = {
  activities: (db, at) => activityFacts(db, dayOf(at)),
  duties: dutyFacts,
  plans: itemFacts,
  indicators: measuredFacts,
  matrix: linkFacts,
}

async function itemFacts(db: Db, at: Date): Promise<readonly Fact[]> {
  const found = await planFacts(db, at)
  return found.map(
    ({ id, revision, day, plan, rating, authorRating, standing, actionLine, purpose, lead }) => ({
      id,
      revision,
      day,
      values: {
        rating: [rating],
        'author-rating': [authorRating],
        standing: [standing],
        plan: [plan],
        'action-line': given(actionLine),
        purpose: [purpose],
        lead: [lead],
      },
    }),
  )
}

async function measuredFacts(db: Db): Promise<readonly Fact[]> {
  const found = await indicatorFacts(db)
  return found.map(({ id, revision, plan, item, actionLine, lead, baseline, target, last }) => ({
    id,
    revision,
    item,
    day: last?.on ?? null,
    values: {
      measured: [last === null ? 'no' : 'yes'],
      plan: [plan],
      'action-line': given(actionLine),
      lead: [lead],
    },
    said: { ...figureOf('baseline', baseline), ...figureOf('target', target), ...figureOf('last', last) },
  }))
}

const figureOf = (column: SaidColumn, figure: IndicatorFigure | null): Fact['said'] =>
  figure === null ? {} : { [column]: `${figure.value} (${figure.on})` }

/** The links of the version of the Matrix that was published last; none before the first. */
async function linkFacts(db: Db): Promise<readonly Fact[]> {
  const version = await latestMatrixVersion(db)
  const links = version === null ? [] : await matrixVersionLinks(db, version.number)
  return links
    .map(({ id, revision, validFrom, line, sdg, objective }) => ({
      id,
      revision,
      day: validFrom,
      values: {
        'action-line': [line],
        sdg: given(sdg === null ? null : String(sdg)),
        gdc: given(objective),
      },
    }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

const given = (value: string | null): string[] => (value === null ? [] : [value])

const atOnce = 200

/** Duties of the texts that are in force or presumed so, with the states that everybody sees. */
async function dutyFacts(db: Db, at: Date): Promise<readonly Fact[]> {
  const facts: Fact[] = []
  for (let after: string | null | undefined = undefined; after !== null;) {
    const { rows, next }: { rows: DutyRow[]; next: string | null } = await dutyList(db, {}, at, {
      limit: atOnce,
      ...(after === undefined ? {} : { after }),
    })
    facts.push(...rows.map(factOf))
    after = next
  }
  return facts.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

const factOf = (duty: DutyRow): Fact => ({
  id: duty.id,
  // The words of a duty belong to its text, which never changes; what changes is its state.
  revision: 1,
  day: null,
  values: {
    state: [duty.state],
    addressee: duty.addressees.flatMap(({ id }) => id ?? []),
    recipient: duty.recipients.flatMap(({ id }) => id ?? []),
    cadence: duty.cadence.value === null ? [] : [duty.cadence.value],
    'action-line': duty.actionLines,
  },
})
