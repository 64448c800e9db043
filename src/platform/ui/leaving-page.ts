import type { Page } from '../web/site.ts'
import type { Visit } from '../web/visit.ts'
import { html } from './html.ts'
import { pageHead } from './text.ts'

/** Moves on to another host by itself; the link is for browsers that do not. */
export function leavingPage({ t }: Visit, away: string): Page {
  const host = new URL(away).host
  const main = html`${pageHead({ title: t('leaving.title') })}
    <p><a href="${away}" rel="noreferrer">${t('leaving.link', { host })}</a></p>`
  return { title: t('leaving.title'), main, unlisted: true }
}
