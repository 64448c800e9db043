import type { MessageKey, Translate } from '../messages.ts'
import { html, type Html } from './html.ts'

const names = {
  'no-information': 'status.no-information',
  due: 'status.due',
  overdue: 'status.overdue',
  'under-way': 'status.under-way',
  delivered: 'status.delivered',
  considered: 'status.considered',
  upcoming: 'status.upcoming',
  continuing: 'status.continuing',
  'date-unknown': 'status.date-unknown',
  'in-force': 'status.in-force',
  superseded: 'status.superseded',
  'status-unknown': 'status.unknown',
  unofficial: 'status.unofficial',
  presumed: 'status.presumed',
  suggested: 'status.suggested',
  confirmed: 'status.confirmed',
  explicit: 'status.explicit',
  implied: 'status.implied',
  original: 'status.original',
  'human-translation': 'status.human-translation',
  'machine-translation': 'status.machine-translation',
  missing: 'status.missing',
  reported: 'status.reported',
  documented: 'status.documented',
  verified: 'status.verified',
  contested: 'status.contested',
  withdrawn: 'status.withdrawn',
  ageing: 'status.ageing',
  old: 'status.old',
  kept: 'status.kept',
  renumbered: 'status.renumbered',
  changed: 'status.changed',
  new: 'status.new',
  dropped: 'status.dropped',
} satisfies Record<string, MessageKey>

export type Status = keyof typeof names

export const statuses = Object.keys(names) as Status[]

/** The name of a status in the reader's language. */
export const statusName = (t: Translate, status: Status): string => t(names[status])

/** A status as a small sign and its name; the sign differs in shape too, not in colour alone. */
export const statusTag = (t: Translate, status: Status): Html =>
  html`<span class="tag is-${status}">${statusName(t, status)}</span>`

/** A short mark such as 'C5' or 'SDG 4', optionally a link. */
export const codeTag = (code: string, props: { href?: string; title?: string } = {}): Html =>
  props.href === undefined
    ? html`<span class="code" title="${props.title ?? code}"><bdi>${code}</bdi></span>`
    : html`<a class="code" href="${props.href}" title="${props.title ?? code}"><bdi>${code}</bdi></a>`
