import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo, type Place } from '#platform/ui/links.ts'
import { spoken, unseen } from '#platform/ui/text.ts'
import { mandatePaths } from '../paths.ts'
import type { LineageRecord } from '../succession/lineage-shape.ts'
import type { LinkRecord } from '../succession/changes-shape.ts'
import { revisionLink } from './revision-lists.ts'

/** The line of a duty through the revisions: where it comes from, what changed each time, what it became. */
export const lineagePart = (place: Place, steps: LineageRecord): Html | '' =>
  when(
    steps.length,
    () =>
      html`<section class="section" aria-labelledby="lineage">
        <h2 id="lineage">${place.t('succession.lineage')}</h2>
        <ol class="citations">
          ${steps.map((step) => html`<li>${stepLine(place, step)}</li>`)}
        </ol>
      </section>`,
  )

function stepLine(place: Place, step: LineageRecord[number]): Html {
  const { t } = place
  const side = (held: LineageRecord[number]['before']) =>
    held === null
      ? ''
      : html`<a href="${linkTo(place, mandatePaths.duty(held.id))}"
          >${spoken(t, held.revision.name)} · <bdi>${held.address}</bdi></a
        >`
  return html`<b>${step.kind.label}</b> ${side(step.before)}
    ${when(step.before !== null && step.after !== null, () => html`${t.language.direction === 'rtl' ? '←' : '→'}`)}
    ${side(step.after)}
    ${when(step.state.code !== 'confirmed', () => html`<span class="badge">${t('succession.unconfirmed')}</span>`)}
    ${changeList(place, step.changes)}
    <p class="hint">
      <a href="${linkTo(place, mandatePaths.changes(step.pairing.id))}"
        >${t('succession.title')}${unseen(` ${step.pairing.name.text}`)}</a
      >
      (${revisionLink(place, step.pairing)})
    </p>`
}

/** In what a duty is another: 'how often: every year → every four years'. */
export const changeList = (place: Place, changes: LinkRecord['changes']): Html | '' =>
  when(
    changes.length,
    () =>
      html`<ul class="plain">
        ${changes.map((change) => html`<li>${changeLine(place, change)}</li>`)}
      </ul>`,
  )

function changeLine({ t }: Place, { field, before, after }: LinkRecord['changes'][number]): Html {
  const value = (said: typeof before) =>
    said === null ? html`<span class="muted">${t('succession.nothing')}</span>` : spoken(t, said)
  return html`<span class="muted">${field.label}</span> ${value(before)}
    <span aria-hidden="true">${t.language.direction === 'rtl' ? '←' : '→'}</span
    >${unseen(` ${t('succession.becomes')} `)} ${value(after)}`
}
