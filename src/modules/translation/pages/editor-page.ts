import { may } from '#platform/access/rights.ts'
import { languages, type LanguageCode } from '#platform/languages.ts'
import { formPart, valueOf, valuesOf, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { pageHead, unseen } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { EditedRecord } from '../editor/editor-routes.ts'
import { hintsOf } from '../editor/hints.ts'
import { reviewThing, type FieldNow, type SegmentNow } from '../editor/record.ts'
import { nameOfCheck, nameOfSegment } from '../editor/segment-fields.ts'
import { translationPaths } from '../paths.ts'
import type { MatchedTerm } from '../terms/term-match.ts'
import { translationRights } from '../translation-rights.ts'
import { fileLinks } from './file-links.ts'
import { machineOffer } from './machine-offer.ts'
import { stateTag } from './state-tag.ts'
import { statusKeys } from '../terms/term-shape.ts'

/** One record, side by side: each segment of the source, and what it is to be in the other language. */
export function editorPage(visit: Visit, record: EditedRecord, entered: Entered): Page {
  const { t } = visit
  const { endonym, tag } = languages[record.language]
  const place: FormPlace = { visit, entered, present: presentOf(record) }
  const title = t('translation.edit', { title: record.title })
  const main = html`${pageHead({
      kicker: html`${t(record.kindName)} · <bdi lang="${tag}">${endonym}</bdi>`,
      title: html`<bdi>${record.title}</bdi>`,
      lead: t('translation.edit.lead'),
      tags: [stateTag(t, record.state)],
    })}
    <ul class="ways">
      <li><a href="${linkTo(visit, record.path)}">${t('translation.read')}</a></li>
      ${fileLinks(visit, { language: record.language, kind: record.kind, id: record.id })}
    </ul>
    ${reviewOffer(visit, record)} ${machineOffer(visit, record)} ${gonePart(place, record)}
    ${formPart(place, {
      version: record.version,
      submit: t('translation.save'),
      content: record.fields.map((field) => fieldPart(place, record, field)),
      buttons: html`<button type="submit" name="onward" value="next">${t('translation.save-next')}</button>`,
    })}`
  return {
    title,
    main,
    crumbs: [{ label: t('translation.title'), path: translationPaths.list }],
    unlisted: true,
    form: 'form',
  }
}

const presentOf = ({ fields }: EditedRecord): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ segments }) => segments.map((one) => [nameOfSegment(one), one.own?.text ?? ''])),
  )

/** What was typed for segments that somebody has meanwhile taken out of the original: there is no field for it any more. */
function gonePart({ visit, entered, present = {} }: FormPlace, { language }: EditedRecord): Html | '' {
  const { tag, direction } = languages[language]
  const gone = Object.entries(entered.values).filter(
    ([name]) => !(name in present) && name !== 'onward' && !name.startsWith('checked-'),
  )
  const texts = gone.flatMap(([, value]) => value).filter((text) => text.trim() !== '')
  return when(texts.length, () =>
    notice(
      html`<p>${visit.t('translation.source-gone')}</p>
        ${texts.map((text) => html`<p class="lines" lang="${tag}" dir="${direction}">${text}</p>`)}`,
      'warning',
    ),
  )
}

const fieldPart = (place: FormPlace, record: EditedRecord, field: FieldNow): Html =>
  html`<section class="translated" aria-labelledby="field-${field.field}">
    <h2 id="field-${field.field}">${place.visit.t(field.name)}</h2>
    <ol class="segments">
      ${field.segments.map(
        (segment, number) => html`<li>${segmentPart(place, record, field, segment, number + 1)}</li>`,
      )}
    </ol>
  </section>`

function segmentPart(
  place: FormPlace,
  record: EditedRecord,
  field: FieldNow,
  segment: SegmentNow,
  number: number,
): Html {
  const { t } = place.visit
  const name = nameOfSegment(segment)
  const target = languages[record.language]
  const terms = record.terms.get(name) ?? []
  const hints = hintsOf(segment.source, valueOf(place, name), record.language, terms)
  const noted = [hints.length > 0 ? `h-${name}` : '', segment.own?.ofSource ? `b-${name}` : ''].filter(
    Boolean,
  )
  return html`<div class="segment">
    <div class="segment-source">
      ${inOwn(field.original, segment.source)} ${before(place, field, segment)} ${termsPart(place, terms)}
    </div>
    <div class="segment-target">
      <label for="f-${name}"
        >${t('translation.segment', { number })} ${unseen(t(field.name))}
        ${stateTag(t, segment.own?.state ?? 'missing')}</label
      >
      <textarea
        id="f-${name}"
        name="${name}"
        rows="${Math.min(8, 2 + Math.ceil(segment.source.length / 60))}"
        lang="${target.tag}"
        dir="${target.direction}"
        ${noted.length > 0 ? html`aria-describedby="${noted.join(' ')}"` : ''}
      >
${valueOf(place, name)}</textarea>
      ${checkPart(place, segment)}
      ${when(
        hints.length,
        () =>
          html`<ul class="hints" id="h-${name}">
            ${hints.map(({ key, values }) => html`<li>${t(key, values)}</li>`)}
          </ul>`,
      )}
    </div>
  </div>`
}

const inOwn = (code: LanguageCode, text: string): Html =>
  html`<p class="lines" lang="${languages[code].tag}" dir="${languages[code].direction}">${text}</p>`

/** What the source was when it was translated. */
const before = ({ visit }: FormPlace, field: FieldNow, segment: SegmentNow): Html | '' =>
  when(
    segment.own?.ofSource,
    () =>
      html`<div class="hint" id="b-${nameOfSegment(segment)}">
        <p>${visit.t('translation.source-before')}</p>
        ${inOwn(field.original, segment.own?.ofSource ?? '')}
      </div>`,
  )

/** A machine's text, or one of an earlier source, counts as a person's only when somebody says so or changes it. */
function checkPart(place: FormPlace, segment: SegmentNow): Html | '' {
  const state = segment.own?.state
  if (state !== 'machine' && state !== 'outdated') return ''
  const name = nameOfCheck(segment)
  const label = place.visit.t(
    state === 'machine' ? 'translation.check.machine' : 'translation.check.outdated',
  )
  return html`<div class="check">
    <input
      id="f-${name}"
      name="${name}"
      type="checkbox"
      value="yes"
      ${valuesOf(place, name).includes('yes') ? html`checked` : ''}
    />
    <label for="f-${name}">${label}</label>
  </div>`
}

const termsPart = ({ visit: { t } }: FormPlace, terms: readonly MatchedTerm[]): Html | '' =>
  when(
    terms.length,
    () =>
      html`<dl class="segment-terms" aria-label="${t('terms.in-source')}">
        ${terms.map(
          ({ term, wanted, status }) =>
            html`<div>
              <dt><bdi>${term}</bdi></dt>
              <dd><bdi>${wanted.join(' · ')}</bdi> <span class="muted">${t(statusKeys[status])}</span></dd>
            </div>`,
        )}
      </dl>`,
  )

const reviewOffer = (visit: Visit, record: EditedRecord): Html | '' =>
  when(
    may(translationRights, 'review', visit.actor, reviewThing(record)),
    () =>
      html`<p>
        <a
          class="button"
          href="${linkTo(visit, translationPaths.review(record.language, record.kind, record.id))}"
          >${visit.t('translation.review')}</a
        >
      </p>`,
  )
