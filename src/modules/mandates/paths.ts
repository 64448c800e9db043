/** Addresses of this module, without the language. An id goes in as it is; `addressOf` encodes it. */
export const mandatePaths = {
  instruments: '/instruments',
  instrument: (id: string) => `/instruments/${id}`,
  revision: (id: string) => `/revisions/${id}`,
  provision: (revision: string, address: string) => `/revisions/${revision}/${address}`,
  /** A clause on the page of its revision. */
  clause: (address: string) => address.replaceAll('/', '-'),
  compare: '/compare',
  duties: '/duties',
  calendar: '/calendar',
} as const
