import { languages, type LanguageCode } from '../languages.ts'
import type { Translate } from '../messages.ts'
import { html, when, type Html } from './html.ts'

export type ClauseProps = {
  /** Fragment of the address: 'resolves-6-i'. */
  id: string
  /** As printed: '6', 'i)', '–'; null for an unlabelled clause. */
  label: string | null
  permalink: string
  /** What the permalink goes to, in words: 'resolves 6 i)'. */
  name: string
  /** The official words, where they were imported. */
  official?: { text: Html | string; language: LanguageCode }
  /** The same in our own words. */
  paraphrase?: Html | string
  /** Duties, citations: beside the clause on wide screens, below it on narrow ones. */
  beside?: Html | Html[]
  children?: Html | Html[]
}

/** One provision in the setting of a printed resolution: label in the margin, text, and what hangs on it at its side. */
export function clause(t: Translate, props: ClauseProps): Html {
  const { official } = props
  // The spoken name begins with what is printed, so that people can say what they see.
  const name = [props.label, t('clause.permalink', { name: props.name })].filter(Boolean).join(' – ')
  return html`<div class="clause" id="${props.id}">
    <p class="clause-label">
      <a href="${props.permalink}" aria-label="${name}"><bdi>${props.label ?? '¶'}</bdi></a>
    </p>
    <div class="clause-text">
      ${when(official, () => html`<p class="official" lang="${languages[official?.language ?? 'en'].tag}" dir="${languages[official?.language ?? 'en'].direction}">${official?.text}</p>`)}
      ${when(props.paraphrase, () => html`<p class="paraphrase">${props.paraphrase}</p>`)}
    </div>
    ${when(props.beside, () => html`<div class="beside">${props.beside}</div>`)}
    ${when(props.children, () => html`<div class="clause-children">${props.children}</div>`)}
  </div>`
}

/** A part of a resolution under its heading, as printed: 'instructs the Secretary-General'. */
export const clauseSection = (props: {
  id: string
  heading: Html | string
  kind: string
  content: Html | Html[]
}): Html =>
  html`<section class="clauses" aria-labelledby="${props.id}">
    <h2 id="${props.id}">${props.heading} <span class="badge">${props.kind}</span></h2>
    ${props.content}
  </section>`
