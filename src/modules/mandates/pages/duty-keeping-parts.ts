import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { statusTag } from '#platform/ui/status.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, languageBadge, spoken, unseen } from '#platform/ui/text.ts'
import { translateLine } from '#platform/ui/text-note.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { DutyPageRecord, PlanRecord } from '../keeping/duty-page-shape.ts'
import type { OwnerRecord } from '../keeping/owner-shape.ts'
import { mandatePaths } from '../paths.ts'
import { dueDateText } from './duty-card.ts'
import { byText, ownerText } from './owner-text.ts'
import { partyLink } from './parties.ts'

/** Who answers for the duty, and who did. */
export function owners(visit: Visit, { owners: all }: DutyPageRecord): Html {
  const { t } = visit
  const present = all.filter(({ until }) => until === null)
  const former = all.filter(({ until }) => until !== null)
  return html`<section class="section" aria-labelledby="owners">
    <h2 id="owners">${t('duty.owners')}</h2>
    ${
      present.length === 0
        ? html`<p class="muted">${t('duty.no-owner')}</p>`
        : html`<ul class="owners">
            ${present.map((owner) => html`<li>${ownerText(visit, owner)} ${since(visit, owner)} ${when(owner.returnable, () => giveBack(visit, owner))}</li>`)}
          </ul>`
    }
    ${when(present.length > 1, () => html`<p class="hint">${t('duty.several-owners')}</p>`)}
    ${when(
      former.length,
      () =>
        html`<details>
          <summary>${t('duty.former-owners', { count: former.length })}</summary>
          <ul class="owners">
            ${former.map((owner) => html`<li>${ownerText(visit, owner)} ${since(visit, owner)} ${when(owner.reason, () => html`<q>${owner.reason}</q>`)}</li>`)}
          </ul>
        </details>`,
    )}
  </section>`
}

const since = ({ t }: Visit, { since: from, until }: OwnerRecord): Html =>
  html`<span class="muted"
    >${t('duty.since')}
    ${dateText(t, from)}${when(until, () => html` ${t('duty.until')} ${dateText(t, until ?? '')}`)}</span
  >`

const giveBack = (visit: Visit, owner: OwnerRecord): Html =>
  html`<a href="${linkTo(visit, mandatePaths.owner(owner.id))}"
    >${visit.t('action.duty.give-back')}${unseen(` ${owner.name?.text ?? owner.kind.label}`)}</a
  >`

/** What the owners will do, and when; earlier revisions below. */
export function plan(visit: Visit, { duty, plan: present, earlierPlans }: DutyPageRecord): Html {
  const { t } = visit
  return html`<section class="section" aria-labelledby="plan">
    <h2 id="plan">${t('duty.plan')}</h2>
    ${present === null ? html`<p class="muted">${t('duty.no-plan')}</p>` : planPart(visit, present, 'plan-now')}
    ${translateLine(visit, { kind: 'plan', id: duty.id }, present?.text ?? null)}
    ${when(
      earlierPlans.length,
      () =>
        html`<details>
          <summary>${t('duty.earlier-plans', { count: earlierPlans.length })}</summary>
          ${earlierPlans.map((one) => planPart(visit, one, `plan-${one.revision}`))}
        </details>`,
    )}
  </section>`
}

const planPart = (visit: Visit, one: PlanRecord, id: string): Html => {
  const { t } = visit
  return html`<div class="plan">
    ${when(one.text, () => html`<p class="lines">${one.text && spoken(t, one.text)}</p>`)}
    ${when(one.milestones.length, () =>
      table({
        id,
        caption: t('duty.milestones'),
        columns: [{ label: t('duty.milestone-day') }, { label: t('duty.milestone') }],
        rows: one.milestones.map(({ day, text }) => [dateText(t, day), text === null ? '' : spoken(t, text)]),
      }),
    )}
    <p class="muted">
      ${t('duty.revision', { number: one.revision })} · ${dateText(t, one.writtenOn)} · ${t('duty.original')}
      ${languageBadge(t, one.originalLanguage)}
    </p>
  </div>`
}

/** Every due date with its state, what an owner said of it, what shows it, and what its recipient made of it. */
export function dueDates(visit: Visit, page: DutyPageRecord): Html {
  const { t } = visit
  const { dueDates: dates } = page
  if (dates.length === 0)
    return html`<section class="section" aria-labelledby="dates">
      <h2 id="dates">${t('provisions.due-dates')}</h2>
      <p class="muted">${t('duty.no-dates')}</p>
    </section>`
  return html`<section class="section" aria-labelledby="dates">
    <h2 id="dates">${t('provisions.due-dates')}</h2>
    <p class="hint">${t('duty.states-explained')}</p>
    ${table({
      id: 'due-dates',
      caption: `${t('provisions.due-dates')} · ${t('duty.known')}`,
      captionUnseen: true,
      columns: [{ label: t('provisions.due') }, { label: t('provisions.state') }, { label: t('duty.known') }],
      rows: dates.map((date) => [
        html`${dueDateText(t, date)}${when(date.occasion, () => html`<br /><span class="muted">${date.occasion && spoken(t, date.occasion.name)}</span>`)}`,
        html`${statusTag(t, date.state.code)}
        ${when(date.certainty.code === 'presumed', () => statusTag(t, 'presumed'))}`,
        known(visit, page, date.key),
      ]),
    })}
  </section>`
}

function known(visit: Visit, page: DutyPageRecord, key: string): Html {
  const { t } = visit
  const shown = page.evidence.filter(
    ({ dueDates: keys, strength }) => keys.includes(key) && strength.code !== 'withdrawn',
  )
  const said = page.reports.filter(({ dueDate, withdrawn }) => dueDate === key && !withdrawn)
  const considered = page.considerations.filter(({ dueDate }) => dueDate === key)
  if (shown.length + said.length + considered.length === 0) return html`<span class="muted">–</span>`
  return html`<ul class="known">
    ${said.map((one) => html`<li>${one.text && spoken(t, one.text)} <span class="muted">${byText(visit, one.reported)} ${dateText(t, one.reported.on)}</span></li>`)}
    ${shown.map((one) => html`<li><a href="${linkTo(visit, mandatePaths.evidenceOf(one.id))}">${one.shows?.text ?? one.kind.label}</a> ${statusTag(t, one.strength.code)}</li>`)}
    ${considered.map(
      (one) =>
        html`<li>
          ${t('duty.considered-by')} ${partyLink(visit, one.by)}, ${dateText(t, one.on)}:
          ${one.sourceUrl === null ? html`<bdi>${one.source}</bdi>` : html`<a href="${one.sourceUrl}" rel="nofollow"><bdi>${one.source}</bdi></a>`}
        </li>`,
    )}
  </ul>`
}
