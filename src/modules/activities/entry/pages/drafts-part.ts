import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import { sectionTitle } from '../sections/section.ts'
import { sections } from '../sections/sections.ts'

/** What a script says of texts that the browser keeps; hidden until there is something to say. */
export function draftsPart(visit: Visit, entry: string): Html {
  const { t, actor } = visit
  return html`<section
    class="notice is-note drafts"
    role="status"
    hidden
    data-drafts="${actor.person}"
    data-typed="${t('drafts.state.typed')}"
    data-waits="${t('drafts.state.waits')}"
    data-asks="${t('drafts.state.asks')}"
  >
    ${said.map((name) => html`<p data-say="${name}" hidden>${t(`drafts.${name}`)} ${buttons(visit, name)}</p>`)}
    <p data-say="saved" hidden>${t('activities.done.saved')}</p>
    <ul>
      ${sections.map(({ name }) => partLine(visit, entry, name))}
    </ul>
  </section>`
}

const said = ['no-line', 'waits', 'found', 'restored', 'asks', 'needs-line', 'sending', 'sent'] as const

const acts: Partial<Record<(typeof said)[number], readonly ('restore' | 'decide' | 'drop')[]>> = {
  waits: ['drop'],
  found: ['restore', 'drop'],
  asks: ['decide', 'drop'],
}

const buttons = ({ t }: Visit, name: (typeof said)[number]): Html =>
  html`${acts[name]?.map((act) => html`<button type="button" data-do="${act}">${t(`drafts.${act}`)}</button> `)}`

const partLine = (visit: Visit, entry: string, name: (typeof sections)[number]['name']): Html => {
  const path = activityPaths.section(entry, name)
  return html`<li data-part="${path}" hidden>
    <a href="${linkTo(visit, path)}">${visit.t(sectionTitle(name))}</a>: <span></span>
  </li>`
}
