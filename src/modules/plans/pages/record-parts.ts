import type { MessageKey } from '#platform/messages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { LinkRecord } from '../item-shape.ts'

/** What was written, each part under its title; what nobody wrote is left out. */
export const proseParts = (visit: Visit, parts: readonly { title: string; said: Said | null }[]): Html =>
  html`${parts.map(({ title, said }) =>
    when(
      said,
      () =>
        html`<h2>${title}</h2>
          ${paragraphs(visit, said)}`,
    ),
  )}`

export const paragraphs = ({ t }: Pick<Visit, 't'>, said: Said | null): Html | '' =>
  said === null
    ? ''
    : html`${said.text.split(/\n{2,}/).map((text) => html`<p class="lines">${spoken(t, { ...said, text })}</p>`)}`

/** Records, each with what it is. */
export const recordList = (
  visit: Visit,
  title: string,
  records: readonly (LinkRecord & { within?: Said | null })[],
): Html | '' =>
  when(
    records.length > 0,
    () =>
      html`<h2>${title}</h2>
        <ul>
          ${records.map(({ kind, record, name, path, within }) => {
            const words = name === null ? html`<bdi>${record}</bdi>` : spoken(visit.t, name)
            return html`<li>
              ${kindText(visit, kind)}
              ${path === null ? words : html`<a href="${linkTo(visit, path)}">${words}</a>`}
              ${within ? html`<span class="muted">${spoken(visit.t, within)}</span>` : ''}
            </li>`
          })}
        </ul>`,
  )

const kindText = ({ t }: Visit, kind: string): Html | '' => {
  const key = [`search.one.${kind}`, `noun.${kind}`].find((one) => t.knows(one))
  return when(key, () => html`<span class="muted">${t(key as MessageKey)}</span> ·`)
}

/** What the reader can do now. */
export const actionList = (visit: Visit, links: readonly { path: string; label: string }[]): Html | '' =>
  when(
    links.length > 0,
    () =>
      html`<h2>${visit.t('plans.office')}</h2>
        <ul class="steps">
          ${links.map(({ path, label }) => html`<li><a href="${linkTo(visit, path)}">${label}</a></li>`)}
        </ul>`,
  )
