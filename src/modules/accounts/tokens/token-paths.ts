/** Addresses of personal tokens, without the language. */
export const tokenPaths = {
  overview: '/account/tokens',
  make: '/account/tokens/new',
  end: (id: string) => `/account/tokens/${id}/end`,
} as const
