import { addressOf } from '../web/address.ts'
import type { Page } from '../web/site.ts'
import type { Visit } from '../web/visit.ts'
import { html } from './html.ts'
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

/** What belongs to the form itself, and passwords, which are never sent back. */
const notKept = ['_token', '_show', 'password', 'present']
