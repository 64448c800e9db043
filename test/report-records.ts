import type { PartRecord } from '#modules/reports/parts/part-shape.ts'
import type { ReportRecord } from '#modules/reports/report-shape.ts'
import type { SectionRecord } from '#modules/reports/sections/section-shape.ts'
import { headBoxes, headLines } from '#modules/reports/templates/template-head.ts'
import type { LanguageCode } from '#platform/languages.ts'

const said = (text: string, language: LanguageCode = 'en') => ({ text, language })
const party = { id: 'itu-council', name: said('Council'), acronym: null }

/** An answer that needs no database. */
export const partAnswered = (key: string, view: PartRecord['view']): PartRecord => ({
  ...{ key, view, source: 'activities', by: 'action-line', across: null, filters: {}, inPeriod: false },
  ...{
    words: `Words of ${key}`,
    total: 14_300,
    none: 2,
    noColumn: 0,
    columns: [],
    cells: [],
    listColumns: [],
  },
  rows: [
    { code: 'C2', label: 'C2 · Access', count: 5 },
    { code: 'C5', label: 'C5 · Trust', count: 3 },
  ],
  listed: [{ id: 'a1', title: 'A list', language: 'en', path: '/activities/a1', within: null, facts: [] }],
})

export type Worded = {
  code: string
  text: string | null
  parts?: PartRecord[]
  cited?: SectionRecord['cited']
}

/** A report that is being written, with these sections. */
export const reportOf = (sections: readonly Worded[], language: LanguageCode = 'en'): ReportRecord => ({
  ...{
    id: 'r1',
    title: said('A report', language),
    symbol: null,
    version: 1,
    digest: null,
    correction: null,
  },
  template: { id: 't', line: 'R1', name: said('Template') },
  ...{ recipient: party, lead: party, state: { code: 'drafting', label: 'drafting' }, example: false },
  ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', dueOn: '2027-05-01', frozenAt: null, deliveredOn: null },
  ...{
    consideredOn: null,
    decision: null,
    ...{ summary: null, action: said('To note.'), meeting: null, agendaItem: null },
    ...{ head: { lines: [...headLines], boxes: [...headBoxes], from: null }, references: [] },
    ...{ translations: [], papers: [], originalLanguage: language, versions: [] },
  },
  ...{
    matrix: null,
    reused: [],
    usedAgain: [],
    late: false,
    limit: null,
    clearance: [],
    open: null,
    answers: [],
    unanswered: [],
    may: [],
    steps: [],
    revision: 1,
  },
  sections: sections.map(({ code, text, parts = [], cited = [] }) => ({
    ...{ id: `id-${code}`, code, name: said(`Name of ${code}`, language), purpose: null, owner: party },
    ...{
      state: { code: 'asked', label: 'asked' },
      returnedBecause: null,
      limit: null,
      uncited: [],
      steps: [],
    },
    ...{ text: text === null ? null : said(text, language), originalLanguage: language, cited, parts },
    ...{ may: ['write', 'ask'], revision: 1, dueOn: null, late: false, open: null },
  })),
})
