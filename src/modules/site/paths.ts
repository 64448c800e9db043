/** Addresses of the pages that belong to no single module, without the language. */
export const sitePaths = {
  home: '/',
  search: '/search',
  objectives: '/gdc-objectives',
  languages: '/languages',
  about: '/about',
  accessibility: '/accessibility',
  privacy: '/privacy',
  api: '/api',
} as const
