import { activityPaths } from '../paths.ts'

/** Addresses of calls, without the language. */
export const callPaths = {
  list: activityPaths.calls,
  new: '/calls/new',
  call: activityPaths.call,
  letter: (id: string) => `/calls/${id}/letter`,
  entries: (id: string) => `/calls/${id}/entries`,
  targets: (id: string) => `/calls/${id}/targets`,
  targetList: (id: string) => `/calls/${id}/targets/edit`,
  dates: (id: string) => `/calls/${id}/dates`,
  words: (id: string, language: string) => `/calls/${id}/words/${language}`,
  step: (id: string, step: string) => `/calls/${id}/steps/${step}`,
  mailing: (id: string) => `/calls/${id}/mailing`,
} as const
