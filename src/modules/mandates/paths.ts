/** Addresses of this module, without the language. An id goes in as it is; `addressOf` encodes it. */
export const mandatePaths = {
  instruments: '/instruments',
  instrument: (id: string) => `/instruments/${id}`,
  revision: (id: string) => `/revisions/${id}`,
  provision: (revision: string, address: string) => `/revisions/${revision}/${address}`,
  /** A clause on the page of its revision. */
  clause: (address: string) => address.replaceAll('/', '-'),
  /** What a revision changed, and where people decide on it. */
  changes: (revision: string) => `/revisions/${revision}/changes`,
  pairing: (revision: string) => `/revisions/${revision}/pairing`,
  compare: '/compare',
  duties: '/duties',
  duty: (id: string) => `/duties/${dutyPlace(id)}`,
  unanswered: '/duties/unanswered',
  owners: (duty: string) => `/keeping/owners/${dutyPlace(duty)}`,
  owner: (id: string) => `/keeping/owner/${id}`,
  plan: (duty: string) => `/keeping/plan/${dutyPlace(duty)}`,
  report: (duty: string) => `/keeping/report/${dutyPlace(duty)}`,
  reportWithdrawal: (id: string) => `/keeping/report-withdrawal/${id}`,
  consideration: (duty: string) => `/keeping/consideration/${dutyPlace(duty)}`,
  newEvidence: (duty: string) => `/keeping/evidence/${dutyPlace(duty)}`,
  evidence: '/evidence',
  evidenceOf: (id: string) => `/evidence/${id}`,
  /** What people do with a piece of evidence: '/evidence/…/verification'. */
  evidenceStep: (id: string, step: EvidencePlace) => `/evidence/${id}/${step}`,
  oversight: '/oversight',
  overlaps: '/oversight/overlaps',
  gaps: '/oversight/gaps',
  calendar: '/calendar',
} as const

export type EvidencePlace =
  'file' | 'correction' | 'verification' | 'contest' | 'answer' | 'contest-withdrawal' | 'withdrawal'

/** 'pp-140-dubai-2018/resolves/6/i#1' as part of an address: 'pp-140-dubai-2018/resolves/6/i/1'. */
const dutyPlace = (id: string): string => id.replace(/#(?=\d+$)/, '/')

/** The id of a duty from the parts of such an address. */
export const dutyId = (revision: string, place: string): string =>
  `${revision}/${place.replace(/\/(?=\d+$)/, '#')}`

/** The id of the duty that an address without language leads to. */
export function dutyOfPath(path: string): string | null {
  const [, revision, place] = /^\/duties\/([^/]+)\/(.+\/\d+)$/.exec(path) ?? []
  return revision === undefined || place === undefined ? null : dutyId(revision, place)
}
