/** Addresses of the view of the WSIS/SDG Task Force, without the language. */
export const taskForcePaths = {
  whole: '/task-force',
  overlaps: '/task-force/overlaps',
  /** Two items, called by both their ids. */
  overlap: (pair: string) => `/task-force/overlaps/${pair}`,
  overlapStep: (pair: string, step: string) => `/task-force/overlaps/${pair}/${step}`,
  gaps: '/task-force/gaps',
  /** Where a duty, called as in its own address, is given to an item of a plan. */
  gapDuty: (place: string) => `/task-force/gaps/${place}`,
  matters: '/task-force/matters',
  newMatter: '/task-force/matters/new',
  matter: (id: string) => `/task-force/matters/${id}`,
  matterForm: (id: string) => `/task-force/matters/${id}/edit`,
  matterWords: (id: string, language: string) => `/task-force/matters/${id}/words/${language}`,
  matterReport: (id: string) => `/task-force/matters/${id}/report`,
  matterStep: (id: string, step: string) => `/task-force/matters/${id}/steps/${step}`,
} as const
