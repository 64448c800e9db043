import { languages } from '#platform/languages.ts'
import { choiceGroup, formPart, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { DraftSubject } from '../review/review-subject.ts'
import type { ReviewedAside, ReviewedSection } from '../review/reviewed-text.ts'
import { reviewShell } from './unit-page.ts'

export type SectionSubject = DraftSubject & { section: ReviewedSection }

export function sectionPage(visit: Visit, subject: SectionSubject, entered: Entered): Page {
  const { t } = visit
  const { draft, section } = subject
  const place: FormPlace = { visit, entered, present: { role: section.kind } }
  return {
    ...reviewShell(visit, subject, t('review.section.title')),
    main: html`${pageHead({ title: t('review.section.title'), lead: t('review.section.lead') })}
    ${inItsLanguage(draft.language, section.heading || section.key)}
    ${formPart(place, {
      version: draft.lastDecision,
      submit: t('review.save'),
      content: choiceGroup(place, {
        name: 'role',
        label: t('review.section.role'),
        kind: 'radio',
        choices: [
          { value: 'preamble', label: t('provisions.preamble') },
          { value: 'operative', label: t('provisions.operative') },
          { value: 'provision', label: t('review.section.no-heading') },
        ],
      }),
    })}`,
  }
}

/** What the text is taken for follows from its head. */
export function headPage(visit: Visit, subject: DraftSubject, entered: Entered): Page {
  const { t } = visit
  const { draft, text } = subject
  const { title, number, body, place: where, year, revision } = text.head
  const present = {
    title: title ?? '',
    number: number ?? '',
    body: body ?? '',
    place: where ?? '',
    year: year === null ? '' : String(year),
    revision: revision ?? '',
  }
  const place: FormPlace = { visit, entered, present }
  const language = languages[draft.language].tag
  const input = (name: keyof typeof present, label: string, hint?: string) =>
    textInput(place, { name, label, hint, language, isRequired: false })
  return {
    ...reviewShell(visit, subject, t('review.head.title')),
    main: html`${pageHead({ title: t('review.head.title'), lead: t('review.head.lead') })}
    ${formPart(place, {
      version: draft.lastDecision,
      submit: t('review.save'),
      content: [
        input('title', t('review.head.name')),
        input('number', t('instruments.number')),
        input('body', t('instruments.body')),
        input('place', t('review.head.place')),
        input('year', t('review.head.year')),
        input('revision', t('review.head.mark'), t('review.head.mark-hint')),
      ],
    })}`,
  }
}

export type AsideSubject = DraftSubject & { aside: ReviewedAside }

export function asidePage(visit: Visit, subject: AsideSubject, entered: Entered): Page {
  const { t } = visit
  const { draft, aside } = subject
  const place: FormPlace = { visit, entered }
  return {
    ...reviewShell(visit, subject, t('review.aside.title')),
    main: html`${pageHead({ title: t('review.aside.title'), lead: t('review.aside.lead') })}
    ${inItsLanguage(draft.language, aside.text.slice(0, 4000))}
    ${formPart(place, {
      version: draft.lastDecision,
      submit: t('review.aside.submit'),
      content: textInput(place, {
        name: 'after',
        label: t('review.aside.after'),
        hint: t('review.unit.of-hint'),
        isRequired: true,
        direction: 'ltr',
      }),
    })}`,
  }
}

const inItsLanguage = (code: keyof typeof languages, text: string): Html =>
  html`<p class="official" lang="${languages[code].tag}" dir="${languages[code].direction}">${text}</p>`
