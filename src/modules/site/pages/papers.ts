import { mandatePaths } from '#modules/mandates/index.ts'
import type { MessageKey } from '#platform/messages.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { date, number } from '#platform/ui/format.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '#modules/accounts/index.ts'

type Counts = { duties: number; instruments: number; bodies: number }

export function aboutPage(visit: Visit, counts: Counts): Page {
  const { t } = visit
  const figure = (count: number, path: string) =>
    html`<a href="${linkTo(visit, path)}">${number(visit.language, count)}</a>`
  return paper(visit, 'about', [
    html`<h2>${t('about.holds.heading')}</h2>
      ${definitionList([
        { term: t('nav.duties'), content: figure(counts.duties, mandatePaths.duties) },
        { term: t('search.kind.instrument'), content: figure(counts.instruments, mandatePaths.instruments) },
        { term: t('nav.bodies'), content: figure(counts.bodies, accountPaths.bodies) },
      ])}`,
    paragraphs(visit, ['about.own-words', 'about.official-text']),
    section(visit, 'about.certain.heading', [
      'about.certain.explicit',
      'about.certain.unofficial',
      'about.certain.missing',
    ]),
    section(visit, 'about.independence.heading', ['about.independence']),
    section(visit, 'about.cite.heading', ['about.cite']),
  ])
}

// The day on which the statement was last written anew.
const statementDay = '2026-11-21'

export const accessibilityPage = (visit: Visit): Page =>
  paper(visit, 'accessibility', [
    html`<h2>${visit.t('accessibility.measures.heading')}</h2>
      ${bullets(visit, [
        'accessibility.measures.scripts',
        'accessibility.measures.keyboard',
        'accessibility.measures.zoom',
        'accessibility.measures.language',
        'accessibility.measures.words',
      ])}`,
    section(visit, 'accessibility.tested.heading', ['accessibility.tested']),
    html`<h2>${visit.t('accessibility.limits.heading')}</h2>
      ${bullets(visit, ['accessibility.limits.readers', 'accessibility.limits.sources'])}`,
    section(visit, 'accessibility.tell.heading', ['accessibility.tell']),
    html`<p class="hint">${visit.t('accessibility.date', { date: date(visit.language, statementDay) })}</p>`,
  ])

export const privacyPage = (visit: Visit): Page =>
  paper(visit, 'privacy', [
    section(visit, 'privacy.browser.heading', ['privacy.cookies', 'privacy.drafts', 'privacy.hosts']),
    section(visit, 'privacy.server.heading', [
      'privacy.address',
      'privacy.search',
      'privacy.errors',
      'privacy.sign-ins',
      'privacy.host',
    ]),
    section(visit, 'privacy.account.heading', ['privacy.account']),
    section(visit, 'privacy.register.heading', ['privacy.register']),
  ])

type Named = 'about' | 'accessibility' | 'privacy'

const paper = ({ t }: Visit, name: Named, content: Html[]): Page => ({
  title: t(`${name}.title`),
  description: t(`${name}.lead`),
  main: html`${pageHead({ title: t(`${name}.title`), lead: t(`${name}.lead`) })}
    <div class="prose">${content}</div>`,
})

const section = (visit: Visit, heading: MessageKey, keys: MessageKey[]): Html =>
  html`<h2>${visit.t(heading)}</h2>
    ${paragraphs(visit, keys)}`

const paragraphs = ({ t }: Visit, keys: MessageKey[]): Html =>
  html`${keys.map((key) => html`<p>${t(key)}</p> `)}`

const bullets = ({ t }: Visit, keys: MessageKey[]): Html =>
  html`<ul>
    ${keys.map((key) => html`<li>${t(key)}</li>`)}
  </ul>`
