import { namedRecords, recordAt } from '#modules/mandates/index.ts'
import { inLanguage } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import { named } from '#platform/web/shapes.ts'
import type { Edition } from '../freezing/edition-queries.ts'
import { textsInAll } from '../freezing/derive-queries.ts'
import { saidIn, saidOrNull } from '../names.ts'
import type { ReportRead } from '../report-queries.ts'
import type { ReportRecord } from '../report-shape.ts'
import type { ReportVisit } from '../report-visit.ts'
import type { ReportField } from '../report.ts'
import { sectionsOf } from '../sections/section-queries.ts'
import { usualHead, type TemplateHead } from '../templates/template-head.ts'
import { inLanguages } from './translation-state.ts'

type Headed = Pick<
  ReportRecord,
  'title' | 'summary' | 'action' | 'meeting' | 'agendaItem' | 'head' | 'translations'
>

/** What the head of a report's papers says: of a frozen one what it said then, of an open one what stands now. */
export async function headedReport(
  visit: ReportVisit,
  { report, words }: ReportRead,
  {
    edition,
    template,
    title,
  }: { edition: Edition | null; template: TemplateHead | null; title: Headed['title'] },
): Promise<Headed> {
  const content = edition?.content
  const said = (field: ReportField) =>
    content === undefined
      ? saidOrNull(words[field])
      : saidIn(content.words[field] ?? {}, visit.language, report.language)
  const { from, ...head } = (content === undefined ? template : content.head) ?? usualHead
  return {
    title: said('title') ?? title,
    summary: said('summary'),
    action: said('action'),
    meeting: said('meeting'),
    agendaItem: report.agendaItem,
    head: { ...head, from: from === null ? null : named(visit, from, '') },
    translations: inLanguages(
      report.language,
      content === undefined
        ? await openTexts(visit, report.id)
        : [...Object.values(content.words), ...content.sections.map(({ text }) => text)],
    ),
  }
}

async function openTexts({ db }: ReportVisit, id: string) {
  const sections = await sectionsOf(db, id)
  const words = await textsInAll(db, 'report', [id])
  const texts = await textsInAll(
    db,
    'report-section',
    sections.map((section) => section.id),
  )
  return [...words.values(), ...texts.values()].flatMap((fields) => [...fields.values()])
}

/** Documents that a report refers to: the provisions whose duties it answers, and what of texts and reports its claims cite. */
export async function referencesOf(
  { db, language, now }: ReportVisit,
  { answers, sections }: Pick<ReportRecord, 'answers' | 'sections'>,
): Promise<ReportRecord['references']> {
  const answered = answers.map(({ duty }) => `/revisions/${duty.replace(/#.*$/, '')}`)
  const cited = sections.flatMap((section) => section.cited.map(({ address }) => address))
  const refs = [...new Set([...answered, ...cited])].flatMap((address) => {
    const ref = recordAt(address, '')
    return ref !== null && isDocument.has(ref.kind) ? [ref] : []
  })
  const known = await namedRecords(db, refs, { today: dayOf(now), levels: ['public'] })
  const found = new Map(
    refs.flatMap(({ kind, id }) => {
      const record = known.get(`${kind} ${id}`)
      const name = inLanguage(record?.name ?? {}, language)
      return record === undefined || name === null ? [] : [[record.path, name] as const]
    }),
  )
  return [...found].map(([address, name]) => ({ address, name }))
}

const isDocument = new Set(['revision', 'provision', 'report'])
