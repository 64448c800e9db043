import type { Refusal } from '../errors.ts'
import { addressOf } from '../web/address.ts'
import type { Entered } from '../web/form-resource.ts'
import type { Page } from '../web/site.ts'
import type { Visit } from '../web/visit.ts'
import { refusalPage } from './error-page.ts'
import { html, when, type Html } from './html.ts'
import { linkTo } from './links.ts'
import { pageHead } from './text.ts'

/** For somebody whose session ended while they wrote: what they typed waits in this page until they have signed in again. */
export function keptTypedPage(visit: Visit, fields: [string, string][]): Page {
  const { t } = visit
  const kept = fields.filter(([name]) => !notKept.includes(name))
  const main = html`${pageHead({ kicker: t('error.kicker', { status: 401 }), title: t('kept.title'), lead: t('kept.lead') })}
    <ol>
      <li><a href="${linkTo(visit, '/sign-in')}" target="_blank">${t('kept.sign-in')}</a></li>
      <li>
        <form method="post" action="${addressOf(visit.language, visit.path, visit.query)}" id="form">
          ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
          <button type="submit" name="_show" value="kept">${t('kept.again')}</button>
        </form>
      </li>
    </ol>`
  return { title: t('kept.title'), main, unlisted: true, form: 'form' }
}

/** A refusal that comes when somebody sends what they wrote: they were too late, and what they typed can be copied. */
export function refusedTypedPage(visit: Visit, refusal: Refusal, { values }: Pick<Entered, 'values'>): Page {
  const page = refusalPage(visit, refusal)
  const typed = Object.entries(values)
    .filter(([name]) => !notKept.includes(name))
    .flatMap(([, value]) => value)
    .filter((text) => text.trim() !== '')
  return { ...page, main: html`${page.main} ${typedPart(visit, typed)}` }
}

const typedPart = ({ t }: Visit, typed: string[]): Html | '' =>
  when(
    typed.length,
    () =>
      html`<section aria-labelledby="typed-title">
        <h2 id="typed-title">${t('kept.typed.title')}</h2>
        <p>${t('kept.typed.lead')}</p>
        <ul>
          ${typed.map((text) => html`<li><p class="lines" dir="auto">${text}</p></li>`)}
        </ul>
      </section>`,
  )

/** What belongs to the form itself, and passwords, which are never sent back. */
const notKept = ['_token', '_show', 'password', 'present']
