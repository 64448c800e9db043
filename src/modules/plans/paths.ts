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
  types: '/plan-types',
  type: (id: string) => `/plan-types/${id}`,
  typeForm: (id: string) => `/plan-types/${id}/edit`,
  newType: '/plan-types/new',
} as const
