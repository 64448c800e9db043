import { issueSentence, type Issue, type Refusal } from '../errors.ts'
import type { MessageKey, Translate } from '../messages.ts'
import type { Page } from '../web/site.ts'
import { html, when, type Html } from './html.ts'
import { linkTo, type Place } from './links.ts'
import { pageHead } from './text.ts'

const advice: Partial<Record<Refusal['status'], MessageKey>> = {
  400: 'error.advice.400',
  404: 'error.advice.404',
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
  ${when(refusal.issues.length, () => issueList(t, refusal.issues))} ${waysOn(place)}`
  const status = refusal.status === 400 || refusal.status === 404 ? refusal.status : undefined
  return { title: t(refusal.key), main, unlisted: true, ...(status ? { status } : {}) }
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
