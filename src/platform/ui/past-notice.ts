import { asOfParameter } from '../past/as-of.ts'
import type { Visit } from '../web/visit.ts'
import { date, dayOf } from './format.ts'
import { html, type Html } from './html.ts'
import { here, type Place } from './links.ts'
import { notice } from './notices.ts'

/** Above everything that is shown as it was: of which day, and the way back to now. */
export function pastNotice(place: Place & Pick<Visit, 'asOf'>): Html | '' {
  if (!place.asOf) return ''
  const { t, language, asOf } = place
  const instant = place.query.get(asOfParameter) ?? ''
  const day = date(language, dayOf(asOf))
  const words = instant.includes('T')
    ? t('as-of.shown-instant', { date: day, time: asOf.toISOString().slice(11, 16) })
    : t('as-of.shown', { date: day })
  return notice(
    html`<p>${words} <a href="${here(place, { [asOfParameter]: null })}">${t('as-of.now')}</a></p>`,
    'warning',
  )
}
