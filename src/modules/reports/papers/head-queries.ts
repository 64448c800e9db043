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
