import type { Refused } from '#platform/access/rights.ts'
import { whoCould } from '#platform/ui/error-page.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo, type Place } from '#platform/ui/links.ts'

export type OpenAction = { action: string; label: string; path: string; refused: Refused | null }

/** What the reader may do next, as buttons; and for the rest, why not and who could. */
export function whatCanBeDone(place: Place, actions: OpenAction[], title: string): Html {
  const { t } = place
  const open = actions.filter(({ refused }) => refused === null)
  const shut = actions.filter(({ refused }) => refused !== null)
  return html`<section class="section actions" aria-labelledby="actions">
    <h2 id="actions">${title}</h2>
    ${when(
      open.length,
      () =>
        html`<p class="buttons">
          ${open.map(({ label, path }) => html`<a class="button" href="${linkTo(place, path)}">${label}</a>`)}
        </p>`,
    )}
    ${when(
      shut.length,
      () =>
        html`<details>
          <summary>${t('duty.why-not', { count: shut.length })}</summary>
          <dl class="terms">
            ${shut.map(
              ({ label, refused }) =>
                html`<div>
                  <dt>${label}</dt>
                  <dd>${refused === null ? '' : reason(place, refused)}</dd>
                </div>`,
            )}
          </dl>
        </details>`,
    )}
  </section>`
}

const reason = ({ t }: Place, refused: Refused): Html =>
  html`<p>${t(`refused.${refused.why}`)}</p>
    ${whoCould(t, refused)}`
