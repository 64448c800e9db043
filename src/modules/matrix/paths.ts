/** Addresses of the module, without the language. */
export const matrixPaths = {
  matrix: '/matrix',
  line: (code: string) => `/matrix/action-lines/${code}`,
  goal: (number: string | number) => `/matrix/sdgs/${number}`,
  target: (code: string) => `/matrix/targets/${code}`,
  objective: (code: string) => `/matrix/gdc-objectives/${code}`,
  links: '/matrix/links',
  newLink: '/matrix/links/new',
  link: (id: string) => `/matrix/links/${id}`,
  editLink: (id: string) => `/matrix/links/${id}/edit`,
  step: (id: string, step: string) => `/matrix/links/${id}/steps/${step}`,
  contradictions: '/matrix/contradictions',
  versions: '/matrix/versions',
  newVersion: '/matrix/versions/new',
  version: (number: string | number) => `/matrix/versions/${number}`,
  comparison: '/matrix/comparison',
  /** The search over all that is published, which opens what is counted. It stands in a module above this one. */
  search: '/search',
} as const
