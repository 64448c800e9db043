import { sql } from 'kysely'
import { dutiesWhere } from '#modules/mandates/index.ts'
import { latestMatrixVersion } from '#modules/matrix/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { addressesIn, citedRef, refKey, type Citation } from '../citing/citation.ts'
import { citationsAt } from '../citing/citation-queries.ts'
import { answeredParts, type AnsweredPart } from '../parts/answer-queries.ts'
import { factsAt, type Facts } from '../parts/fact-queries.ts'
import { answersOf, reportsWhere } from '../report-queries.ts'
import { reportFields } from '../report.ts'
import { partsOf, sectionsOf } from '../sections/section-queries.ts'
import { reportTemplate } from '../templates/template-queries.ts'
import type {
  Counted,
  EditionContent,
  EditionFormat,
  FrozenMatrix,
  FrozenPart,
  FrozenSection,
  FrozenTexts,
} from './edition.ts'
import { asFormat1 } from './format.ts'
import { recordsKept } from './records-kept.ts'

export type Derived = { content: EditionContent; records: Map<string, Counted> }

/**
 * All that a report says at a moment, from the records that stand then: asked of the present it is what is frozen, asked of the
 * past of that moment it must come out the same, byte for byte. Null when there is no such report.
 */
export async function deriveEdition(
  db: Db,
  id: string,
  { symbol, at, format = 2 }: { symbol: string; at: Date; format?: EditionFormat },
): Promise<Derived | null> {
  const [report] = await reportsWhere(db, sql`r.id = ${id}`)
  if (report === undefined) return null
  const facts = factsAt(db, at)
  const answered = await answeredParts(db, await partsOf(db, id), { at, report, facts })
  const sections = await frozenSections(db, id, { at, facts, parts: answered.map(frozenPart) })
  const { template, version, recipient, lead, startsOn, endsOn, dueOn, language, correction } = report
  const header = { id, template, version, recipient, lead, startsOn, endsOn, dueOn, language, correction }
  const { head = null, duties: asked = [] } = (await reportTemplate(db, template)) ?? {}
  const content: EditionContent = {
    format: 2,
    report: { ...header, symbol, ...(report.agendaItem === null ? {} : { agendaItem: report.agendaItem }) },
    frozenAt: at.toISOString(),
    frameworks: await frameworkVersions(db),
    words: await frozenWords(db, id),
    ...(head === null ? {} : { head }),
    ...(await mandateOf(db, id, { asked, at })),
    matrix: await matrixInForce(db),
    sections,
  }
  return {
    content: format === 1 ? asFormat1(content) : content,
    records: new Map(answered.map(({ key, counted }) => [key, counted])),
  }
}

/** What a report answers of the duties that its template asks for, and what these say. */
async function mandateOf(
  db: Db,
  report: string,
  { asked, at }: { asked: readonly string[]; at: Date },
): Promise<Pick<EditionContent, 'answers' | 'unanswered' | 'duties'>> {
  const answers = (await answersOf(db, [report])).get(report) ?? []
  const answered = new Set(answers.map(({ duty }) => duty))
  const known = await dutiesWhere(db, sql`d.id = any(${[...new Set([...asked, ...answered])]}::text[])`, at)
  return {
    answers,
    unanswered: asked.filter((duty) => !answered.has(duty)),
    duties: Object.fromEntries(known.map((duty) => [duty.id, duty.paraphrase])),
  }
}

async function matrixInForce(db: Db): Promise<FrozenMatrix | null> {
  const version = await latestMatrixVersion(db)
  return version && { number: version.number, datedOn: version.datedOn }
}

const frozenPart = ({ counted, listed, ...part }: AnsweredPart): FrozenPart & { section: string } => ({
  ...part,
  ...(listed.length === 0 ? {} : { listed }),
  records: recordsKept(counted),
})

async function frozenSections(
  db: Db,
  report: string,
  { parts, ...moment }: { at: Date; facts: Facts; parts: readonly (FrozenPart & { section: string })[] },
): Promise<FrozenSection[]> {
  const sections = await sectionsOf(db, report)
  const texts = await textsInAll(
    db,
    'report-section',
    sections.map(({ id }) => id),
  )
  const cited = await citedIn(db, [...texts.values()], moment)
  return sections.map(({ id, code, name, owner }) => {
    const text = texts.get(id)?.get('text') ?? {}
    const own = addressesIn(text).flatMap((address) => {
      const citation = cited.get(address)
      return citation === undefined ? [] : [{ address, citation }]
    })
    return {
      code,
      name,
      owner,
      text,
      parts: parts.flatMap(({ section, ...part }) => (section === id ? [part] : [])),
      cited: Object.fromEntries(own.map(({ address, citation }) => [address, citation.title])),
      citations: Object.fromEntries(
        own.map(({ address, citation: { title: _title, path: _path, ...kept } }) => [address, kept]),
      ),
    }
  })
}

/** What everybody may read of what is cited, by its address. */
async function citedIn(
  db: Db,
  texts: readonly Map<string, FrozenTexts>[],
  moment: { at: Date; facts: Facts },
): Promise<Map<string, Citation>> {
  const addresses = texts.flatMap((fields) => [...fields.values()].flatMap(addressesIn))
  const refs = [...new Set(addresses)].flatMap((address) => {
    const ref = citedRef(address)
    return ref === null ? [] : [{ address, ref }]
  })
  const known = await citationsAt(
    db,
    refs.map(({ ref }) => ref),
    moment,
  )
  return new Map(
    refs.flatMap(({ address, ref }) => {
      const citation = known.get(refKey(ref))
      return citation === undefined ? [] : [[address, citation] as const]
    }),
  )
}

async function frozenWords(db: Db, report: string): Promise<EditionContent['words']> {
  const words = (await textsInAll(db, 'report', [report])).get(report)
  return Object.fromEntries(
    reportFields
      .filter((field) => field === 'title' || field === 'action' || words?.has(field))
      .map((field) => [field, words?.get(field) ?? {}]),
  )
}

/** The texts of some records in all languages in which there are any, by record and field. */
export async function textsInAll(
  db: Db,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, Map<string, FrozenTexts>>> {
  const known = await translationsFor(
    db,
    ids.map((id) => ({ kind, id })),
  )
  return new Map(
    ids.map((id) => {
      const fields = new Map<string, FrozenTexts>()
      for (const language of languageCodes)
        for (const [field, word] of Object.entries(known(kind, id)?.[language] ?? {}))
          if (word.text)
            fields.set(field, {
              ...fields.get(field),
              [language]: { text: word.text, state: word.state },
            })
      return [id, fields]
    }),
  )
}

async function frameworkVersions(db: Db): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('frameworks')
    .select(['id', 'version'])
    .where('is_current', '=', true)
    .execute()
  return Object.fromEntries(rows.map(({ id, version }) => [id, version]))
}
