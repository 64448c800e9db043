export const searchKinds = [
  'instrument',
  'provision',
  'duty',
  'body',
  'action-line',
  'sdg',
  'sdg-target',
  'gdc-objective',
] as const

export type SearchKind = (typeof searchKinds)[number]
