import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { canonical } from '#platform/sha256.ts'
import { holdTexts, translationsFor } from '#platform/texts/texts.ts'
import { changeSection, lockSection, type By } from '../held-report-commands.ts'
import { partsIn } from '../markup/markup.ts'
import { withKeys, writtenBlock } from '../markup/written.ts'
import { mostParts, type PartQuery } from '../parts/part.ts'
import { freeKey } from '../report-commands.ts'
import { permitIn } from '../sections/section-commands.ts'
import { partsOf } from '../sections/section-queries.ts'
import { sectionLetters, type Section } from '../sections/section.ts'
import { writeSectionText } from '../word-commands.ts'
import { digestOf, putAfter, type ParagraphPlace } from './reuse.ts'
import { sourceParagraph } from './source-queries.ts'

export type ReuseRequest = By & {
  section: string
  revision?: number
  from: ParagraphPlace
  /** Behind which paragraph of the section it is put; at its end where there is none. */
  after: number | null
}

/**
 * Takes a paragraph from another report, with its citations; its live parts come along as questions, and are counted anew for the
 * period of this report.
 */
export const reuseParagraph = (db: Db, asked: ReuseRequest): Promise<{ issues: Issue[] }> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, from, after } = asked
    const { report, section } = await lockSection(tx, actor, asked.section, asked.revision)
    permitIn(report, section, 'write', asked)
    const source = from.report === report.id ? null : await sourceParagraph(tx, actor, from, section.language)
    if (source === null) return { issues: [{ field: 'paragraph', key: 'reports.proof.paragraph-gone' }] }
    const known = await partsOf(tx, report.id)
    const { keys, added } = takenParts(partsIn([source.block]), source.queries, known)
    if (known.length + added.length > mostParts)
      return { issues: [{ field: 'paragraph', key: 'reports.too-many-parts', values: { most: mostParts } }] }
    const put = writtenBlock(withKeys(source.block, keys))
    const ref = { kind: 'report-section', id: section.id }
    const texts = (await translationsFor(tx, [ref]))(ref.kind, ref.id)
    const text = putAfter(texts?.[section.language]?.['text']?.text ?? '', after, put)
    if (text.length > sectionLetters)
      return { issues: [{ field: 'paragraph', key: 'form.value.wrong', rule: 'rule.section-text' }] }
    await insertParts(tx, section, added, known)
    await holdTexts(tx, [ref])
    await insertReuse(tx, section, {
      from,
      version: source.report.version,
      was: writtenBlock(source.block),
      put,
    })
    const facts = { from: from.report, section: from.section, paragraph: from.paragraph }
    await changeSection(tx, section, {}, { actor, at, act: 'reuse-paragraph', facts })
    const given = { language: section.language, words: { text } }
    await writeSectionText(tx, report, section, given, { actor, at })
    return { issues: [] }
  })

type Asked = { key: string; query: PartQuery }

/** What the live parts of a paragraph are called in this report: one that asks the same serves again. */
export function takenParts(
  spoken: readonly string[],
  queries: ReadonlyMap<string, PartQuery>,
  known: readonly Asked[],
): { keys: Map<string, string>; added: Asked[] } {
  const taken = new Set(known.map(({ key }) => key))
  const keys = new Map<string, string>()
  const added: Asked[] = []
  for (const key of spoken) {
    const query = queries.get(key)
    if (query === undefined) continue
    const same = [...known, ...added].find((one) => canonical(one.query) === canonical(query))
    const own = same?.key ?? freeKey(taken, key)
    keys.set(key, own)
    if (same === undefined) added.push({ key: own, query })
  }
  return { keys, added }
}

async function insertParts(
  tx: Tx,
  { id: section, report }: Section,
  added: readonly Asked[],
  known: readonly { section: string; place: number }[],
): Promise<void> {
  if (added.length === 0) return
  const last = Math.max(0, ...known.map((part) => (part.section === section ? part.place : 0)))
  await tx
    .insertInto('report_parts')
    .values(
      added.map(({ key, query }, place) => ({
        ...{ report, key, section, place: last + 1 + place },
        query: JSON.stringify(query),
      })),
    )
    .execute()
}

type Reused = { from: ParagraphPlace; version: number; was: string; put: string }

async function insertReuse(tx: Tx, { id }: Section, { from, version, was, put }: Reused): Promise<void> {
  const last = await tx
    .selectFrom('report_reuses')
    .select((of) => of.fn.max<number | null>('place').as('place'))
    .where('section', '=', id)
    .executeTakeFirst()
  await tx
    .insertInto('report_reuses')
    .values({
      ...{ section: id, place: (last?.place ?? 0) + 1 },
      ...{ source: from.report, source_version: version },
      ...{ source_section: from.section, source_paragraph: from.paragraph },
      ...{ digest: digestOf(was), text: put },
    })
    .execute()
}
