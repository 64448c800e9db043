import { html, when } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { pageHead, spoken } from '#platform/ui/text.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { callPaths } from '../call-paths.ts'
import type { CallRecord } from '../call-shape.ts'
import { crumbsOf } from './call-page.ts'
import { datesLine, letterPart } from './letter-part.ts'

/** The letter alone, for paper: the address of the call stands in full below it. */
export function letterPage(visit: Visit, call: CallRecord): Page {
  const { t } = visit
  return {
    title: call.title.text,
    unlisted: true,
    crumbs: [...crumbsOf(visit), { label: call.title.text, path: callPaths.call(call.id) }],
    alternates: [{ type: 'text/plain', path: '.txt', title: t('calls.as-text') }],
    main: html`${pageHead({ kicker: t('activities.title'), title: spoken(t, call.title) })}
      ${when(call.example, () => notice(t('calls.example'), 'warning'))} ${letterPart(visit, call)}
      <p>${datesLine(visit, call)}</p>
      <p><a href="${linkTo(visit, callPaths.call(call.id))}" dir="ltr">${addressIn(visit, call)}</a></p>`,
  }
}

/** The same as plain text. */
export const letterText = (visit: Visit, call: CallRecord): string =>
  `${[
    call.title.text,
    ...(call.example ? [visit.t('calls.example')] : []),
    ...(call.letter.isFallback ? [visit.t('text-note.original-shown')] : []),
    call.letter.text,
    datesLine(visit, call),
    addressIn(visit, call),
  ].join('\n\n')}\n`

const addressIn = ({ settings, language }: Visit, { id }: CallRecord): string =>
  `${settings.publicUrl}${addressOf(language, callPaths.call(id))}`
