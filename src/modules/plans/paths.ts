/** Addresses of the module, without the language. */
export const planPaths = {
  plans: '/plans',
  new: '/plans/new',
  plan: (id: string) => `/plans/${id}`,
  /** What follows is worked on by those who lead the plan. */
  header: (id: string) => `/plans/${id}/header`,
  words: (id: string, language: string) => `/plans/${id}/words/${language}`,
  step: (id: string, step: string) => `/plans/${id}/steps/${step}`,
  next: (id: string) => `/plans/${id}/next`,
  /** A new item at the top. */
  topItem: (id: string, level: string) => `/plans/${id}/items/${level}`,
  editions: (id: string) => `/plans/${id}/editions`,
  edition: (id: string, number: number | string) => `/plans/${id}/editions/${number}`,
  comparison: (id: string) => `/plans/${id}/comparison`,
  item: (id: string) => `/plan-items/${id}`,
  itemForm: (id: string) => `/plan-items/${id}/edit`,
  itemWords: (id: string, language: string) => `/plan-items/${id}/words/${language}`,
  itemLinks: (id: string) => `/plan-items/${id}/links`,
  /** A new item below. */
  below: (id: string, level: string) => `/plan-items/${id}/items/${level}`,
  move: (id: string) => `/plan-items/${id}/place`,
  adjustment: (id: string) => `/plan-items/${id}/dates`,
  split: (id: string) => `/plan-items/${id}/split`,
  drop: (id: string) => `/plan-items/${id}/drop`,
  progress: (id: string) => `/plans/${id}/progress`,
  newPeriod: (id: string) => `/plans/${id}/periods/new`,
  periodSeries: (id: string) => `/plans/${id}/periods/series`,
  period: (id: string, what: 'edit' | 'remove' | 'lock' | 'unlock') => `/plan-periods/${id}/${what}`,
  reports: '/plan-reports',
  report: (id: string) => `/plan-reports/${id}`,
  reportStep: (id: string, step: string) => `/plan-reports/${id}/steps/${step}`,
  /** The report on an item for a period, as it is written. */
  writeReport: (item: string, period: string) => `/plan-items/${item}/reports/${period}`,
  indicators: (plan: string) => `/plans/${plan}/indicators`,
  newIndicator: (item: string) => `/plan-items/${item}/indicators/new`,
  indicator: (id: string) => `/plan-indicators/${id}`,
  indicatorForm: (id: string) => `/plan-indicators/${id}/edit`,
  indicatorWords: (id: string, language: string) => `/plan-indicators/${id}/words/${language}`,
  dropIndicator: (id: string) => `/plan-indicators/${id}/drop`,
  newActual: (id: string) => `/plan-indicators/${id}/actuals/new`,
  actualSheet: (id: string) => `/plan-indicators/${id}/actuals.xlsx`,
  actual: (id: string) => `/plan-actuals/${id}`,
  types: '/plan-types',
  type: (id: string) => `/plan-types/${id}`,
  typeForm: (id: string) => `/plan-types/${id}/edit`,
  newType: '/plan-types/new',
} as const

/** Where an accepted report is put as evidence at a duty, whose own address is '/duties/…'. */
export const dutyEvidencePath = (report: string, duty: string): string =>
  duty.replace(/^\/duties\//, `/plan-reports/${report}/evidence/`)
