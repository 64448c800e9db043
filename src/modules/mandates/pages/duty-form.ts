import type { MessageKey } from '#platform/messages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { pageHead, spoken } from '#platform/ui/text.ts'
import type { Choice } from '#platform/ui/form.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { DutySubject } from '../keeping/duty-subject.ts'
import { mandatePaths } from '../paths.ts'
import { dutySource, dutyTitle, provisionWords } from './duty-card.ts'

/** A page with one form about a duty: what it is about stands above it. */
export function dutyFormPage(
  visit: Visit,
  { duty }: Pick<DutySubject, 'duty'>,
  words: { title: MessageKey; lead?: MessageKey; form: Html },
): Page {
  const { t } = visit
  const name = `${provisionWords(t, duty.address, duty.label, duty.addressees)} · ${duty.revision.name.text}`
  return {
    title: t(words.title),
    unlisted: true,
    form: 'form',
    crumbs: [
      { label: t('duties.title'), path: mandatePaths.duties },
      { label: name, path: mandatePaths.duty(duty.id) },
    ],
    main: html`${pageHead({
        kicker: dutySource(visit, duty),
        title: t(words.title),
        ...(words.lead === undefined ? {} : { lead: t(words.lead) }),
      })}
      <blockquote class="about">${dutyTitle(t, duty)}</blockquote>
      ${words.form}`,
  }
}

/** The due dates of a duty as choices, each with its state. */
export const dueDateChoices = ({ dueDates }: Pick<DutySubject, 'dueDates'>, t: Visit['t']): Choice[] =>
  dueDates.map(({ key, year, starts, ends, occasion, state }) => {
    const day =
      starts !== null && ends !== null && starts !== ends
        ? `${starts} – ${ends}`
        : (starts ?? String(year ?? ''))
    const label = key === 'unknown' ? t('duties.date-unknown') : day
    return {
      value: key,
      label: `${label} · ${state.label}`,
      ...(occasion ? { hint: occasion.name.text } : {}),
    }
  })

/** The language in which a text is written: that of the page. Others are added on the pages of those languages. */
export const writingHint = ({ t }: Visit): string =>
  t('keeping.writing-language', { language: t.language.endonym })

/** The original beside a translation that is being written. */
export const originalBeside = (
  visit: Visit,
  original: { text: string; language: Visit['language'] } | null,
): Html | '' =>
  when(
    original !== null && original.language !== visit.language,
    () =>
      html`<p class="hint">${visit.t('keeping.original-text')}</p>
        <blockquote class="lines">${original && spoken(visit.t, original)}</blockquote>`,
  )
