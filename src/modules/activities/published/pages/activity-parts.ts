import { html, when, type Html } from '#platform/ui/html.ts'
import { number } from '#platform/ui/format.ts'
import { dateText, spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ActivityRecord } from '../activity-shape.ts'

/** From when to when, as exactly as it was said. */
export function periodText({ t }: Visit, { start, end }: Pick<ActivityRecord, 'start' | 'end'>): Html | '' {
  if (start === null) return end === null ? '' : html`${t('activities.until')} ${dateText(t, end)}`
  if (end === null) return html`${t('activities.since')} ${dateText(t, start)}`
  return start === end ? dateText(t, start) : html`${dateText(t, start)} – ${dateText(t, end)}`
}

/** How far it is, and from when to when. */
export const statusText = (visit: Visit, record: ActivityRecord): Html | null =>
  record.status &&
  html`${record.status.label}${when(record.start ?? record.end, () => html` · ${periodText(visit, record)}`)}`

/** The reach with its list: countries, then regions. */
export function placeText({ t }: Visit, { reach, countries, regions }: ActivityRecord): Html | null {
  if (reach === null && countries.length + regions.length === 0) return null
  const places = [...countries, ...regions]
  return html`${reach?.label ?? ''}${when(reach !== null && places.length > 0, () => html` · `)}${places.map(
    ({ code, label }, place) =>
      html`${place > 0 ? t('words.comma') : ''}<span class="place"
          >${label === null ? code : spoken(t, label)}</span
        >`,
  )}`
}

export const budgetText = (
  { language }: Visit,
  { amount, currency }: { amount: number; currency: string },
): Html => html`<bdi>${number(language, amount)} ${currency}</bdi>`
