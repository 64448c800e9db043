import { languages, type LanguageCode } from '#platform/languages.ts'
import { percent } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { statusTag } from '#platform/ui/status.ts'
import { bdi } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ReviewedDutyRecord, UnitRecord } from '../review/review-shape.ts'

type Here = Pick<Visit, 't' | 'language'>

/** Lines of the file as they were read. */
export function sourceLines({ t }: Here, language: LanguageCode, source: UnitRecord['source']): Html {
  if (source.length === 0) return html`<p class="muted">${t('review.source-above')}</p>`
  return html`<p
    class="source-lines"
    lang="${languages[language].tag}"
    dir="${languages[language].direction}"
  >
    ${source.map(({ text, at }) => html`<span title="${at}">${text}</span>`)}
  </p>`
}

/** A unit as the review has it now. */
export function unitWords(_: Here, language: LanguageCode, unit: UnitRecord): Html {
  const { tag, direction } = languages[language]
  return html`<p class="official" lang="${tag}" dir="${direction}">
    ${when(unit.label, () => html`<bdi class="unit-label">${unit.label}</bdi> `)}${unit.text}${unit.footnotes.map((mark) => html`<sup>${mark}</sup>`)}${when(unit.closing, () => html` <span class="closing">… ${unit.closing}</span>`)}
  </p>`
}

/** Whether somebody has looked at it, and how sure the parser was. */
export function unitTags({ t, language }: Here, unit: UnitRecord): Html[] {
  if (unit.checked) return [statusTag(t, 'confirmed')]
  const share = percent(language, unit.confidence)
  return [
    statusTag(t, 'suggested'),
    ...(unit.isSure ? [] : [html`<span class="badge">${t('review.doubtful')}</span>`]),
    html`<span class="muted">${t('provisions.confidence', { share })}</span>`,
  ]
}

/** All that is said of a duty, as terms and words. */
export function dutySummary({ t, language }: Here, code: LanguageCode, duty: ReviewedDutyRecord): Html {
  const words = (text: string | null) =>
    text === null
      ? null
      : html`<span lang="${languages[code].tag}" dir="${languages[code].direction}">${text}</span>`
  const names = (side: ReviewedDutyRecord['addressees']) =>
    side.length === 0
      ? null
      : html`${side.map(({ name }, index) => html`${index > 0 ? ' · ' : ''}${bdi(name)}`)}`
  const missing = html`<span class="muted">${t('provisions.not-stated')}</span>`
  const deadline = [duty.deadline, duty.deadlineYear].filter((part) => part !== null).join(' · ') || null
  return html`<p class="tags">
      ${duty.byPeople ? statusTag(t, 'confirmed') : html`<span class="muted">${t('provisions.confidence', { share: percent(language, duty.confidence) })}</span>`}
      <span class="badge">${duty.force.label}</span>
    </p>
    ${definitionList([
      { term: t('provisions.who'), content: names(duty.addressees) ?? missing },
      { term: t('provisions.verb'), content: words(duty.verb) ?? missing },
      { term: t('provisions.what'), content: words(duty.deliverable) },
      { term: t('provisions.for-whom'), content: names(duty.recipients) },
      { term: t('provisions.through'), content: names(duty.via) },
      {
        term: t('provisions.cadence'),
        content:
          duty.cadence === null ? missing : html`${duty.cadence.label} ${statusTag(t, duty.basis.code)}`,
      },
      { term: t('provisions.deadline'), content: words(deadline) },
    ])}`
}
