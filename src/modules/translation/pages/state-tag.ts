import type { Translate } from '#platform/messages.ts'
import type { TextState } from '#platform/texts/texts.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { stateKeys } from '../worklist/work-shape.ts'

const looks = {
  original: 'original',
  reviewed: 'confirmed',
  human: 'human-translation',
  machine: 'machine-translation',
  outdated: 'changed',
  missing: 'missing',
} as const satisfies Record<TextState, string>

/** The state of a text, with the sign that the site gives it everywhere. */
export const stateTag = (t: Translate, state: TextState): Html =>
  html`<span class="tag is-${looks[state]}">${t(stateKeys[state])}</span>`
