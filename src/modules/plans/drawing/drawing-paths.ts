/** Addresses of the drawings of a plan, without the language. */
export const drawingPaths = {
  timeline: (plan: string) => `/plans/${plan}/timeline`,
  board: (plan: string) => `/plans/${plan}/board`,
  deadlines: '/plan-deadlines',
} as const
