/** Addresses of what this module holds, without the language. */
export const frameworkPaths = {
  actionLines: '/action-lines',
  actionLine: (code: string) => `/action-lines/${code}`,
  goals: '/sdgs',
  goal: (number: number) => `/sdgs/${number}`,
  objectives: '/gdc-objectives',
} as const
