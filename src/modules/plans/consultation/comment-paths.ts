/** Addresses of comments, without the language. */
export const commentPaths = {
  list: (plan: string) => `/plans/${plan}/comments`,
  onPlan: (plan: string) => `/plans/${plan}/comments/new`,
  onItem: (item: string) => `/plan-items/${item}/comments/new`,
  comment: (id: string) => `/plan-comments/${id}`,
  disposition: (id: string) => `/plan-comments/${id}/disposition`,
  step: (id: string, step: string) => `/plan-comments/${id}/steps/${step}`,
} as const
