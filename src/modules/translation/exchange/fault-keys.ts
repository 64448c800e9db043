import type { MessageKey } from '#platform/messages.ts'
import type { ExchangeFault, SegmentRefusal } from './report.ts'

export const faultKeys = {
  'not-xml': 'exchange.fault.not-xml',
  dtd: 'exchange.fault.dtd',
  'not-xliff': 'exchange.fault.not-xliff',
  'xliff-version': 'exchange.fault.xliff-version',
  languages: 'exchange.fault.languages',
  'too-deep': 'exchange.fault.too-deep',
  'too-many': 'exchange.fault.too-many',
  ids: 'exchange.fault.ids',
  'not-utf8': 'exchange.fault.not-utf8',
  'not-csv': 'exchange.fault.not-csv',
  columns: 'exchange.fault.columns',
  values: 'exchange.fault.values',
} as const satisfies Record<ExchangeFault['fault'], MessageKey>

export const refusalKeys = {
  'unknown-record': 'exchange.refused.unknown-record',
  'not-permitted': 'exchange.refused.not-permitted',
  'wrong-language': 'exchange.refused.wrong-language',
  'unknown-segment': 'exchange.refused.unknown-segment',
  'source-changed': 'exchange.refused.source-changed',
  'changed-meanwhile': 'exchange.refused.changed-meanwhile',
  'not-finished': 'exchange.refused.not-finished',
  'too-long': 'exchange.refused.too-long',
  'inline-codes': 'exchange.refused.inline-codes',
} as const satisfies Record<SegmentRefusal, MessageKey>

export const outcomeKeys = {
  accepted: 'exchange.outcome.accepted',
  unchanged: 'exchange.outcome.unchanged',
  refused: 'exchange.outcome.refused',
} as const satisfies Record<string, MessageKey>
