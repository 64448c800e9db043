import { sql } from 'kysely'
import { namedRecords, recordAt } from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import { sha256 } from '#platform/sha256.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { dayOf } from '#platform/ui/format.ts'
import { citationsIn, markedBlocks } from '../markup/markup.ts'
import { answeredParts, type AnsweredPart } from '../parts/answer-queries.ts'
import { answersOf, reportsWhere } from '../report-queries.ts'
import { reportFields } from '../report.ts'
import { partsOf, sectionsOf } from '../sections/section-queries.ts'
import { reportTemplate } from '../templates/template-queries.ts'
import type { Counted, EditionContent, FrozenPart, FrozenSection, FrozenTexts } from './edition.ts'

export type Derived = { content: EditionContent; records: Map<string, Counted> }

/**
 * All that a report says at a moment, from the records that stand then: asked of the present it is what is frozen, asked of the
 * past of that moment it must come out the same, byte for byte. Null when there is no such report.
 */
export async function deriveEdition(
  db: Db,
  id: string,
  { symbol, at }: { symbol: string; at: Date },
): Promise<Derived | null> {
  const [report] = await reportsWhere(db, sql`r.id = ${id}`)
  if (report === undefined) return null
  const answered = await answeredParts(db, await partsOf(db, id), { at, report })
  const sections = await frozenSections(db, id, { at, parts: answered.map(frozenPart) })
  const { template, version, recipient, lead, startsOn, endsOn, dueOn, language, correction } = report
  const header = { id, template, version, recipient, lead, startsOn, endsOn, dueOn, language, correction }
  const head = (await reportTemplate(db, template))?.head ?? null
  const content: EditionContent = {
    format: 1,
    report: { ...header, symbol, ...(report.agendaItem === null ? {} : { agendaItem: report.agendaItem }) },
    frozenAt: at.toISOString(),
    frameworks: await frameworkVersions(db),
    words: await frozenWords(db, id),
    ...(head === null ? {} : { head }),
    answers: (await answersOf(db, [id])).get(id) ?? [],
    sections,
  }
  return { content, records: new Map(answered.map(({ key, counted }) => [key, counted])) }
}

const frozenPart = ({ counted, ...part }: AnsweredPart): FrozenPart & { section: string } => ({
  ...part,
  records: { count: counted.length, digest: sha256(counted) },
})

async function frozenSections(
  db: Db,
  report: string,
  { at, parts }: { at: Date; parts: readonly (FrozenPart & { section: string })[] },
): Promise<FrozenSection[]> {
  const sections = await sectionsOf(db, report)
  const texts = await textsInAll(
    db,
    'report-section',
    sections.map(({ id }) => id),
  )
  const cited = await citedIn(db, [...texts.values()], at)
  return sections.map(({ id, code, name, owner }) => {
    const text = texts.get(id)?.get('text') ?? {}
    const own = new Set(addressesIn(text))
    return {
      code,
      name,
      owner,
      text,
      parts: parts.flatMap(({ section, ...part }) => (section === id ? [part] : [])),
      cited: Object.fromEntries([...cited].filter(([address]) => own.has(address))),
    }
  })
}

const addressesIn = (text: FrozenTexts): string[] =>
  Object.values(text).flatMap((one) => citationsIn(markedBlocks(one.text)))

/** What everybody may read of what is cited, by its address. */
async function citedIn(
  db: Db,
  texts: readonly Map<string, FrozenTexts>[],
  at: Date,
): Promise<Map<string, Translated>> {
  const addresses = texts.flatMap((fields) => [...fields.values()].flatMap(addressesIn))
  const refs = [...new Set(addresses)].flatMap((address) => {
    const ref = recordAt(address, '')
    return ref === null ? [] : [{ address, ...ref }]
  })
  const named = await namedRecords(db, refs, { today: dayOf(at), levels: ['public'] })
  return new Map(
    refs.flatMap(({ address, kind, id }) => {
      const name = named.get(`${kind} ${id}`)?.name
      return name === undefined ? [] : [[address, name] as const]
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
