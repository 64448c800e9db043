import { stateWord } from '#platform/access/words.ts'
import { languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, hiddenInput, type FormPlace } from '#platform/ui/form.ts'
import { errorPart, labelsOf } from '#platform/ui/form-words.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { notice } from '#platform/ui/notices.ts'
import { momentText, unseen } from '#platform/ui/text.ts'
import type { Segment } from '#platform/word-difference.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ConflictPart, ConflictView } from '../conflict-view.ts'
import { choiceOf, openedField, sides, type Side } from '../conflict.ts'
import type { EntryPart } from '../entry-parts.ts'
import { isProse } from '../part-texts.ts'
import type { EntrySubject } from '../sections/section.ts'
import { draftsPart } from './drafts-part.ts'
import { sectionCrumbs, type ShownSection } from './section-page.ts'

/** Two texts of one section beside each other: for each field a person chooses, and nothing is stored before. */
export function conflictPage(
  visit: Visit,
  { subject, entered, version }: ShownSection,
  conflict: ConflictView,
): Page {
  const { t } = visit
  // The page itself says that there is a newer version.
  const shown = { ...entered, version: entered.isStale ? null : entered.version, isStale: false }
  const place = { visit, entered: shown }
  const page = formPage({
    title: t('conflict.title'),
    lead: t('conflict.lead'),
    crumbs: sectionCrumbs(visit, subject),
    about: html`${draftsPart(visit, subject.activity.id)} ${circumstances(visit, conflict)}`,
    form: formPart(place, {
      submit: t('conflict.save'),
      version,
      keptFor: visit.actor.person,
      content: html`${typedFields(entered)} ${hiddenInput(openedField, conflict.opened)}
      ${conflict.parts.map((part) => choice(place, subject, part))}`,
      buttons: sides.map(
        (side) =>
          html`<button type="submit" name="keep" value="${side}">${t(`conflict.all-${side}`)}</button>`,
      ),
    }),
  })
  return { ...page, script: 'entry' }
}

/** Who came first and when, and in which state the entry is now. */
export function circumstances(visit: Visit, { from, state, last }: ConflictView): Html {
  const { t } = visit
  return html`${when(from, () =>
    notice(
      html`<p>
          ${t('conflict.state')} <strong>${stateWord(t, 'activity', from ?? state)}</strong> →
          <strong>${stateWord(t, 'activity', state)}</strong>
        </p>
        <p>${t(`activities.standing.${state}`)}</p>`,
      'warning',
    ),
  )}
  ${when(
    last,
    () =>
      html`<p>
        ${t(last?.isOwn ? 'conflict.by-you' : 'conflict.by-another')}
        ${momentText(t, last?.at ?? new Date(0))}
      </p>`,
  )}`
}

/** What was typed goes along until one has decided. */
export const typedFields = ({ values }: Entered): Html =>
  html`${Object.entries(values)
    .filter(([name]) => name !== openedField && !name.startsWith('keep'))
    .flatMap(([name, value]) => [value].flat().map((text) => hiddenInput(name, text)))}`

function choice(place: FormPlace, subject: EntrySubject, part: ConflictPart): Html {
  const { t } = place.visit
  const name = choiceOf(part.part)
  const label = t(partLabel(part.part))
  labelsOf(place).set(name, label)
  return html`<fieldset class="field choices" id="f-${name}">
    <legend>${label}</legend>
    <p class="hint">${t(`conflict.changed.${part.by}`)}</p>
    ${errorPart(place, name)} ${sides.map((side) => oneSide(place, subject, part, side))}
  </fieldset>`
}

function oneSide(
  { visit: { t } }: FormPlace,
  { activity }: EntrySubject,
  part: ConflictPart,
  side: Side,
): Html {
  const name = choiceOf(part.part)
  return html`<div class="check">
      <input
        id="f-${name}-${side}"
        name="${name}"
        type="radio"
        value="${side}"
        ${part.chosen === side ? html`checked` : ''}
        aria-describedby="f-${name}-${side}-text"
      />
      <label for="f-${name}-${side}">${t(`conflict.${side}`)}</label>
    </div>
    <div id="f-${name}-${side}-text" class="side" ${spokenAs(part.part, activity.language)}>
      ${part[side].length === 0 ? html`<span class="muted">${t('conflict.empty')}</span>` : html`<span class="lines">${markedText(part[side])}</span>`}
    </div>`
}

/** The words that the other text does not have, for the eye by a mark, for the ear by brackets. */
export const markedText = (segments: Segment[]): Html =>
  html`${segments.map(({ kind, text }) =>
    kind === 'same' ? text : html`<mark>${unseen(' [')}${text}${unseen('] ')}</mark>`,
  )}`

export const spokenAs = (part: EntryPart, language: EntrySubject['activity']['language']): Html =>
  isProse(part)
    ? html`lang="${languages[language].tag}" dir="${languages[language].direction}"`
    : html`dir="auto"`

export const partLabel = (part: EntryPart): MessageKey =>
  part === 'contact' ? 'activities.contact' : `activities.field.${part}`
