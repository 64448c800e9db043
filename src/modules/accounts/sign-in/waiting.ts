import type { Issue } from '#platform/errors.ts'

/** Too many tries: how long to wait, and what works meanwhile. */
export const waitIssue = (seconds: number): Issue => ({
  field: '',
  key: 'sign-in.wait',
  values: { count: Math.max(1, Math.ceil(seconds / 60)) },
})
