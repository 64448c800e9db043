import type { Role } from '../access/actor.ts'
import { Forbidden, type Refused } from '../access/rights.ts'
import { issueSentence, type Issue, type Refusal } from '../errors.ts'
import type { MessageKey, Translate } from '../messages.ts'
import type { Page } from '../web/site.ts'
import { html, when, type Html } from './html.ts'
import { linkTo, type Place } from './links.ts'
import { pageHead } from './text.ts'

const advice: Partial<Record<Refusal['status'], MessageKey>> = {
  400: 'error.advice.400',
  403: 'error.advice.403',
  404: 'error.advice.404',
  409: 'error.advice.409',
  429: 'error.advice.429',
}

/** The page of a refused request: what was wrong, which parameter, which values are valid, and where to go on. */
export function refusalPage(place: Place, refusal: Refusal): Page {
  const { t } = place
  const next = advice[refusal.status]
  const main = html`${pageHead({
    kicker: t('error.kicker', { status: refusal.status }),
    title: t(refusal.key),
    ...(next ? { lead: t(next) } : {}),
  })}
  ${when(refusal.issues.length, () => issueList(t, refusal.issues))}
  ${refusal instanceof Forbidden ? html`${whoCould(t, refusal.refused)} ${whatRolesCover(t, refusal.refused)}` : ''}
  ${waysOn(place)}`
  return { title: t(refusal.key), main, unlisted: true, status: refusal.status }
}

/** The page of a failure of ours: a number by which the operator finds it, and nothing of the inside. */
export function failurePage(place: Place, reference: string): Page {
  const { t } = place
  const title = t('error.internal.title')
  const lead = t('error.internal', { reference })
  return {
    title,
    main: html`${pageHead({ kicker: t('error.kicker', { status: 500 }), title, lead })} ${waysOn(place)}`,
    unlisted: true,
  }
}

/** Why it was refused, and who could do it: straight from the rights table. */
export const whoCould = (t: Translate, { who, states, state, why, right }: Refused): Html =>
  html`<p>${t('refused.who')}</p>
    <ul>
      ${who.map(({ role, reach }) => html`<li>${roleName(t, role, reach)}</li>`)}
    </ul>
    ${when(why === 'state', () => html`<p>${t('refused.states', { states: states.map(stateName(t, right)).join(', '), state: stateName(t, right)(state) })}</p>`)}`

/** Whoever has such a role, but for something else, would take the list for a mistake. */
const whatRolesCover = (t: Translate, { who, why }: Refused): Html | '' =>
  when(
    why === 'role' && who.some(({ reach }) => reach === 'own'),
    () => html`<p>${t('refused.reach.note')}</p>`,
  )

const roleName = (t: Translate, role: Role, reach: 'any' | 'own'): string => {
  const name = t(`role.${role}`)
  return reach === 'own' ? t('refused.reach.own', { role: name }) : name
}

/** States are worded by the module of the noun. */
const stateName = (t: Translate, right: string) => (state: string) =>
  t(`state.${right.split('.')[0]}.${state}` as MessageKey)

const issueList = (t: Translate, issues: Issue[]): Html =>
  html`<ul class="issues">
    ${issues.map(
      (issue) =>
        html`<li>
          <p>${issueSentence(t, issue)}</p>
          ${when(issue.validValues?.length, () => html`<p class="valid-values"><span>${t('error.valid-values')}</span> ${issue.validValues?.map((value) => html`<code>${value}</code> `)}</p>`)}
        </li>`,
    )}
  </ul>`

const waysOn = (place: Place): Html =>
  html`<p class="buttons"><a class="button" href="${linkTo(place, '/')}">${place.t('error.home')}</a></p>`
