import { stateWord } from '#platform/access/words.ts'
import { html, type Html } from '#platform/ui/html.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ActivityState } from '../activity.ts'

export const stateTag = ({ t }: Pick<Visit, 't'>, state: ActivityState): Html =>
  html`<span class="tag">${stateWord(t, 'activity', state)}</span>`
