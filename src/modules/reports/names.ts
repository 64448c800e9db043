import type { z } from 'zod'
import { party, type partyShape, type Reader } from '#modules/mandates/index.ts'
import { inLanguage, type LanguageCode } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { TextRead } from '#platform/texts/texts.ts'
import type { Said } from '#platform/web/shapes.ts'
import type { FrozenTexts } from './freezing/edition.ts'
import type { ReportState } from './report.ts'
import { isLineOwner, type SectionState } from './sections/section.ts'
import type { TemplateCadence } from './templates/template.ts'

/** A body as it is called in the reader's language; the id stands in where it is not known. */
export const bodyRef = (names: Reader, id: string): z.infer<typeof partyShape> => {
  const body = names.bodies.get(id)
  return party(names, { id, acronym: body?.acronym ?? null, name: body?.name ?? { en: id } })
}

/** Who writes a section: a body, or the facilitators of a line. */
export function ownerRef(names: Reader, owner: string): z.infer<typeof partyShape> {
  if (!isLineOwner(owner)) return bodyRef(names, owner)
  const code = owner.slice(owner.indexOf(':') + 1)
  const line = [code, inLanguage(names.actionLines.get(code) ?? {}, names.language)?.text].filter(Boolean)
  const text = names.t('reports.asking.facilitators', { line: line.join(' ') })
  return { id: owner, acronym: null, name: { text, language: names.language } }
}

export const saidOrNull = (read: TextRead | undefined): Said | null => {
  if (read === undefined) return null
  const isUnchecked = !read.isFallback && (read.state === 'machine' || read.state === 'outdated')
  return {
    text: read.text,
    language: read.language,
    ...(isUnchecked ? { state: read.state as 'machine' | 'outdated' } : {}),
  }
}

/** In the reader's language where a text was there, else in that of the report, with what must be said of it. */
export function saidIn(texts: FrozenTexts, wanted: LanguageCode, original: LanguageCode): Said | null {
  const language = texts[wanted] === undefined ? original : wanted
  const found = texts[language]
  if (found === undefined) return null
  const { text, state } = found
  return { text, language, ...(state === 'machine' || state === 'outdated' ? { state } : {}) }
}

export const stateKeys = {
  planned: 'state.report.planned',
  collecting: 'state.report.collecting',
  drafting: 'state.report.drafting',
  'sector-clearance': 'state.report.sector-clearance',
  'task-force-clearance': 'state.report.task-force-clearance',
  'final-clearance': 'state.report.final-clearance',
  cleared: 'state.report.cleared',
  frozen: 'state.report.frozen',
  delivered: 'state.report.delivered',
  considered: 'state.report.considered',
  archived: 'state.report.archived',
  discarded: 'state.report.discarded',
} as const satisfies Record<ReportState, MessageKey>

export const sectionStateKeys = {
  asked: 'state.report-section.asked',
  'handed-in': 'state.report-section.handed-in',
  returned: 'state.report-section.returned',
  cleared: 'state.report-section.cleared',
} as const satisfies Record<SectionState, MessageKey>

export const cadenceKeys = {
  once: 'cadence.once',
  annual: 'cadence.annual',
  biennial: 'cadence.biennial',
  'four-yearly': 'cadence.four-yearly',
  'each session': 'cadence.each-session',
  'on request': 'cadence.on-request',
  other: 'cadence.other',
} as const satisfies Record<TemplateCadence, MessageKey>
