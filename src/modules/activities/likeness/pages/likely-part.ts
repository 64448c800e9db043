import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { LikelyRecord } from '../likely-shape.ts'

/** Entries that may be about the same activity, each with what speaks for it; `more` stands with each. */
export const likelyPart = (
  visit: Visit,
  duplicates: readonly LikelyRecord[],
  { lead, more }: { lead: string; more?: (one: LikelyRecord) => Html },
): Html | '' => {
  const { t } = visit
  return when(
    duplicates.length > 0,
    () =>
      html`<section class="notice warning">
        <h2>${t('likeness.title')}</h2>
        <p>${lead}</p>
        <ul>
          ${duplicates.map(
            (one) =>
              html`<li>
                <a href="${linkTo(visit, one.path)}"
                  >${spoken(t, { text: one.title || t('activities.untitled'), language: one.language })}</a
                >
                <span class="tag">${one.state.label}</span>
                <ul class="muted">
                  ${one.reasons.map(({ label }) => html`<li>${label}</li>`)}
                </ul>
                ${more?.(one) ?? ''}
              </li>`,
          )}
        </ul>
      </section>`,
  )
}
