/** Addresses of what this module holds, without the language. */
export const accountPaths = {
  bodies: '/bodies',
  body: (id: string) => `/bodies/${id}`,
} as const
