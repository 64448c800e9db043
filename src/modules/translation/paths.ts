import { translationAddress } from '#platform/texts/texts.ts'

/** Addresses of this module, without the language. The language in a path is the one that is translated into. */
export const translationPaths = {
  list: '/translation',
  record: translationAddress,
  review: (language: string, kind: string, id: string) => `/translation-reviews/${language}/${kind}/${id}`,
  machine: (language: string, kind: string, id: string) => `/machine-translations/${language}/${kind}/${id}`,
  exchange: '/translation/exchange',
  report: (id: string) => `/translation/exchange/${id}`,
  files: '/translation/segments',
  terms: '/terms',
  term: (id: string) => `/terms/${id}`,
} as const
