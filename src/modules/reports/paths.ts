/** Addresses of the module, without the language. */
export const reportPaths = {
  portfolio: '/reporting',
  reports: '/reports',
  new: '/reports/new',
  report: (id: string) => `/reports/${id}`,
  header: (id: string) => `/reports/${id}/header`,
  words: (id: string, language: string) => `/reports/${id}/words/${language}`,
  step: (id: string, step: string) => `/reports/${id}/steps/${step}`,
  /** All of it in one piece, to be printed. */
  paper: (id: string) => `/reports/${id}/paper`,
  /** Where drafts of papers are asked for. */
  drafts: (id: string) => `/reports/${id}/papers`,
  correction: (id: string) => `/reports/${id}/correction`,
  /** Where a Word file of the report comes back, edited. */
  returned: (id: string) => `/reports/${id}/edited-paper`,
  /** One live part, with the records behind it: then and now. */
  part: (id: string, key: string) => `/reports/${id}/parts/${key}`,
  /** What a claim of a frozen report rests on, then and now. */
  citation: (id: string, number: number | string) => `/reports/${id}/citations/${number}`,
  section: (id: string) => `/report-sections/${id}`,
  write: (id: string, language: string) => `/report-sections/${id}/text/${language}`,
  sectionStep: (id: string, step: string) => `/report-sections/${id}/steps/${step}`,
  /** A paragraph of another report is taken into a section. */
  reuse: (section: string) => `/report-sections/${section}/reuse`,
  newPart: (section: string) => `/report-sections/${section}/parts/new`,
  partForm: (section: string, key: string) => `/report-sections/${section}/parts/${key}`,
  dropPart: (section: string, key: string) => `/report-sections/${section}/parts/${key}/drop`,
  /** Who writes a section, and by when. */
  sectionHeader: (id: string) => `/report-sections/${id}/header`,
  talk: (report: string) => `/reports/${report}/talk`,
  newComment: (section: string, language: string) => `/report-sections/${section}/comments/${language}`,
  comment: (id: string) => `/report-comments/${id}`,
  reply: (id: string) => `/report-comments/${id}/replies`,
  commentStep: (id: string, step: string) => `/report-comments/${id}/steps/${step}`,
  newSuggestion: (section: string, language: string) => `/report-sections/${section}/suggestions/${language}`,
  suggestion: (id: string) => `/report-suggestions/${id}`,
  suggestionStep: (id: string, step: string) => `/report-suggestions/${id}/steps/${step}`,
  /** What waits for the reader. */
  waiting: '/reporting/waiting',
  templates: '/report-templates',
  template: (id: string) => `/report-templates/${id}`,
  newTemplate: '/report-templates/new',
  templateForm: (id: string) => `/report-templates/${id}/edit`,
} as const
