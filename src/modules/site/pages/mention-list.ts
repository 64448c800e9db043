import { mandatePaths, provisionWords } from '#modules/mandates/index.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { bdi, spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { MentionRecord } from '../framework-shape.ts'

/** Provisions that speak of something without making a duty of it; nothing when there is none. */
export function mentionList(visit: Visit, props: { heading: string; mentions: MentionRecord[] }): Html | '' {
  if (props.mentions.length === 0) return ''
  return html`<section class="section" aria-labelledby="mentions-title">
    <h2 id="mentions-title">${props.heading} <span class="count">${props.mentions.length}</span></h2>
    <ul>
      ${props.mentions.map((mention) => html`<li>${mentionLink(visit, mention)}</li>`)}
    </ul>
  </section>`
}

const mentionLink = (visit: Visit, { revision, address, label }: MentionRecord): Html =>
  html`<a href="${linkTo(visit, mandatePaths.provision(revision.id, address))}"
    >${spoken(visit.t, revision.name)} · ${bdi(provisionWords(visit.t, address, label))}</a
  >`
