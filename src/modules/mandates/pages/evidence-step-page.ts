import type { MessageKey } from '#platform/messages.ts'
import { formPart, textArea, type FormPlace } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import { cardList } from '#platform/ui/lists.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { StepSubject } from '../evidence/evidence-step-routes.ts'
import { mandatePaths } from '../paths.ts'
import { evidenceCard } from './evidence-card.ts'

export type StepWords = {
  title: MessageKey
  lead: MessageKey
  /** Label of the text that is asked for; missing where there is none. */
  text?: MessageKey
  isOptional?: boolean
  /** Cannot be undone. */
  isGrave?: boolean
}

/** One step with a piece of evidence: the evidence itself above, then the one field there is, and the button. */
export function stepPage(
  visit: Visit,
  { evidence, kept, words }: StepSubject & { words: StepWords },
  entered: Entered,
): Page {
  const { t } = visit
  const place: FormPlace = { visit, entered }
  return {
    title: t(words.title),
    unlisted: true,
    form: 'form',
    crumbs: [
      { label: t('evidence.title'), path: mandatePaths.evidence },
      { label: evidence.shows?.text ?? evidence.kind.label, path: mandatePaths.evidenceOf(evidence.id) },
    ],
    main: html`${pageHead({ title: t(words.title), lead: t(words.lead) })}
    ${cardList([evidenceCard(visit, evidence)], { level: 2 })}
    ${formPart(place, {
      version: kept.revision,
      submit: t(words.title),
      tone: words.isGrave ? 'grave' : 'plain',
      content: html`${when(words.text, () =>
        textArea(place, {
          name: 'text',
          label: t(words.text ?? words.title),
          isRequired: words.isOptional !== true,
          maxLength: 10_000,
        }),
      )}`,
    })}`,
  }
}
