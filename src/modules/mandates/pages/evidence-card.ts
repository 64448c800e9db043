import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo, type Place } from '#platform/ui/links.ts'
import type { Card } from '#platform/ui/lists.ts'
import { statusTag } from '#platform/ui/status.ts'
import { dateText, spoken } from '#platform/ui/text.ts'
import type { DueDateRecord } from '../duties/duty-shape.ts'
import type { EvidenceRecord } from '../evidence/evidence-shape.ts'
import { mandatePaths } from '../paths.ts'
import { dueDateText, dutySource, type Summary } from './duty-card.ts'
import { byText } from './owner-text.ts'

type Around = {
  /** Due dates of the duty whose page it is. */
  dates?: DueDateRecord[]
  /** The duty whose page it is; evidence of another says of which. */
  of?: string
}

/** A piece of evidence as an entry of a list: what it shows, what it is, how strong and how old. */
export function evidenceCard(place: Place, row: EvidenceRecord, { dates = [], of }: Around = {}): Card {
  const { t } = place
  return {
    ...(row.duty.id === of ? {} : { kicker: evidenceSource(place, row) }),
    title: row.shows === null ? row.kind.label : spoken(t, row.shows),
    href: linkTo(place, mandatePaths.evidenceOf(row.id)),
    text: whatItIs(place, row),
    edge: dateText(t, row.happenedOn),
    tags: evidenceTags(place, row),
    facts: [
      html`${t('evidence.linked-by')} ${byText(place, row.linked)}`,
      ...(row.dueDates.length === 0 ? [] : [html`${t('evidence.for')} ${datesText(t, row.dueDates, dates)}`]),
    ],
  }
}

export const evidenceTags = (
  { t }: Place,
  { strength, age, visibility, example }: EvidenceRecord,
): Html[] => [
  statusTag(t, strength.code),
  ...(age.code === 'fresh' ? [] : [statusTag(t, age.code)]),
  ...(visibility.code === 'public' ? [] : [html`<span class="badge">${visibility.label}</span>`]),
  ...(example ? [html`<span class="badge">${t('origin.demo')}</span>`] : []),
]

/** 'Resolution 140 (Rev. Dubai, 2018) · resolves 6 i', to the duty. */
export const evidenceSource = (place: Place, { duty }: Pick<EvidenceRecord, 'duty'>): Html => {
  const summary: Pick<Summary, 'revision' | 'address' | 'label' | 'addressees'> = duty
  return html`<a href="${linkTo(place, mandatePaths.duty(duty.id))}">${dutySource(place, summary)}</a>`
}

/** The record, the address or the file itself; a file is always taken away, never opened inside the site. */
export function whatItIs(place: Place, row: EvidenceRecord): Html {
  const { t } = place
  if (row.kind.code === 'record')
    return row.record === null
      ? html`<span class="muted">${t('evidence.record-hidden')}</span>`
      : html`<a href="${linkTo(place, row.record.path)}"
          >${row.record.name === null ? row.record.id : spoken(t, row.record.name)}</a
        >`
  const file = when(
    row.file,
    () =>
      html`<a href="${linkTo(place, row.file?.path ?? '')}" download
          >${row.kind.code === 'address' ? t('evidence.copy') : html`<bdi>${row.file?.name}</bdi>`}</a
        >
        <span class="muted"
          >${t('evidence.size', { kilobytes: number(place.language, Math.max(1, Math.round((row.file?.size ?? 0) / 1024))) })}</span
        >`,
  )
  if (row.kind.code === 'file') return html`${file}`
  return html`<a href="${row.url}" rel="nofollow"><bdi>${row.title}</bdi></a>
    <span class="muted">${t('evidence.seen')} ${dateText(t, row.seenOn ?? '')}</span>
    ${row.file === null ? html`<span class="muted">${t('evidence.no-copy')}</span>` : file}`
}

/** Due dates as they are written on the duty's page; the names that last stand where they are not at hand. */
const datesText = (t: Place['t'], keys: string[], dates: DueDateRecord[]): Html =>
  html`${keys.map((key, place) => {
    const date = dates.find((one) => one.key === key)
    return html`${place === 0 ? '' : ', '}${date === undefined ? html`<bdi>${key}</bdi>` : dueDateText(t, date)}`
  })}`
