/** Addresses of what goes out of a plan and comes in, without the language. */
export const exchangePaths = {
  items: (plan: string, ending: string) => `/plans/${plan}/items${ending}`,
  import: (plan: string) => `/plans/${plan}/import`,
  paper: (plan: string) => `/plans/${plan}/paper`,
} as const
