import { languageCodes, languages, type LanguageCode } from '../languages.ts'
import { historyPath } from '../past/subject.ts'
import { addressTail } from '../web/address.ts'
import type { Page } from '../web/site.ts'
import type { Visit } from '../web/visit.ts'
import { documentHead, alternateLinks } from './head.ts'
import { html, when, type Html } from './html.ts'
import { linkTo, type Place } from './links.ts'
import { breadcrumb } from './lists.ts'
import { mark } from './mark.ts'
import { pastNotice } from './past-notice.ts'

export type ChromeLink = { label: string; path: string }

/** What the composition knows and the platform does not: which pages the modules have. Labels in the reader's language. */
export type Chrome = {
  navigation: ChromeLink[]
  footer: ChromeLink[]
  /** Page that answers the search form in the head, and the name of its parameter. */
  search: { path: string; parameter: string } | null
  /** What belongs to the reader: signing in, or their own pages. */
  account: ChromeLink[]
}

export type LayoutVisit = Pick<
  Visit,
  'language' | 't' | 'path' | 'query' | 'settings' | 'actor' | 'done' | 'asOf'
>

/** A whole document around a page. `stylesheet` is the address of the style sheet. */
export function layout(visit: LayoutVisit, page: Page, stylesheet: string, chrome: Chrome): Html {
  const { t } = visit
  const { tag, direction } = t.language
  return html`<!doctype html>
    <html lang="${tag}" dir="${direction}">
      ${documentHead(visit, page, stylesheet)}
      <body>
        <a class="skip" href="#main">${t('layout.skip')}</a>
        ${masthead(visit, chrome, page)}
        <div class="page">
          ${when(page.crumbs, () => breadcrumb(visit, page.crumbs ?? []))}
          <main id="main" tabindex="-1">
            ${when(visit.done, () => doneNotice(visit))} ${pastNotice(visit)} ${page.main}
            ${historyLink(visit, page.history)}
            ${when(page.alternates?.length, () => sameAsData(visit, page))}
          </main>
        </div>
        ${footer(visit, chrome)}
      </body>
    </html>`
}

const masthead = (visit: LayoutVisit, chrome: Chrome, { form, crumbs }: Page): Html =>
  html`<header class="masthead">
    <div class="bar-languages">${accountLinks(visit, chrome)} ${languageLinks(visit, form)}</div>
    <div class="bar-brand">
      <a class="brand" href="${linkTo(visit, '/')}"
        >${mark(40)}<span class="brand-name" lang="en">${visit.t('site.name')}</span>
        <span class="brand-motto">${visit.t('site.motto')}</span></a
      >
      ${searchForm(visit, chrome)}
      <button type="button" class="panel-button menu-button" popovertarget="menu">
        ${visit.t('layout.menu')}
      </button>
    </div>
    ${navigation(visit, chrome, crumbs)}
  </header>`

const accountLinks = (visit: LayoutVisit, { account }: Chrome): Html =>
  html`<nav class="account" aria-label="${visit.t('layout.account')}">
    <ul>
      ${account.map((link) => html`<li>${navigationLink(visit, link)}</li>`)}
    </ul>
  </nav>`

/** The same page in the other languages; on a page with a form they are buttons of the form, which carry along what was typed. */
function languageLinks(visit: LayoutVisit, form?: string): Html {
  const tail = addressTail(visit.path, visit.query)
  const link = (code: LanguageCode) =>
    form === undefined ? languageLink(visit, code, tail) : languageButton(visit, code, { tail, form })
  return html`<nav class="languages" aria-label="${visit.t('layout.languages')}">
    ${form === undefined ? '' : enterButton(form)}
    <ul>
      ${languageCodes.map((code) => html`<li>${link(code)}</li>`)}
    </ul>
  </nav>`
}

/** What Enter in a field presses is the first button of the form in the document: this one, not a language. */
const enterButton = (form: string): Html => html`<button type="submit" form="${form}" hidden></button>`

function languageLink(visit: LayoutVisit, code: LanguageCode, tail: string): Html {
  const { tag, endonym } = languages[code]
  const current = code === visit.language ? html` aria-current="true"` : ''
  return html`<a href="/${code}${tail}" lang="${tag}" hreflang="${tag}" ${current}>${endonym}</a>`
}

function languageButton(
  visit: LayoutVisit,
  code: LanguageCode,
  { tail, form }: { tail: string; form: string },
): Html {
  const { tag, endonym } = languages[code]
  const current = code === visit.language ? html` aria-current="true"` : ''
  return html`<button
    type="submit"
    form="${form}"
    formaction="/${code}${tail}"
    formnovalidate
    name="_show"
    value="language"
    lang="${tag}"
    ${current}
  >
    ${endonym}
  </button>`
}

const doneNotice = (visit: LayoutVisit): Html =>
  html`<div class="notice is-done" role="status">${visit.done ? visit.t(visit.done) : ''}</div>`

function searchForm(visit: LayoutVisit, chrome: Chrome): Html | '' {
  if (chrome.search === null) return ''
  const { path, parameter } = chrome.search
  const asked = visit.path === path ? (visit.query.get(parameter) ?? '') : ''
  return html`<form class="search" role="search" method="get" action="${linkTo(visit, path)}">
    <label class="unseen" for="site-search">${visit.t('layout.search-label')}</label>
    <input
      id="site-search"
      type="search"
      name="${parameter}"
      value="${asked}"
      dir="auto"
      placeholder="${visit.t('layout.search-hint')}"
    />
    <button type="submit">${visit.t('layout.search')}</button>
  </form>`
}

const navigation = (visit: LayoutVisit, chrome: Chrome, crumbs: Page['crumbs'] = []): Html => {
  const paths = chrome.navigation.map(({ path }) => path)
  const isTold = paths.some((path) => visit.path === path || isBelow(visit, path))
  const above = isTold ? undefined : crumbs.find(({ path }) => paths.includes(path))?.path
  return html`<nav id="menu" class="panel menu" popover aria-label="${visit.t('layout.navigation')}">
    <div class="panel-head">
      <button type="button" class="panel-close" popovertarget="menu" popovertargetaction="hide">
        ${visit.t('layout.close')}
      </button>
    </div>
    <ul>
      ${chrome.navigation.map((link) => html`<li>${navigationLink(visit, link, above)}</li>`)}
    </ul>
  </nav>`
}

/** `above`: the address of the place of the menu that the page lies below by its crumbs, where its own address does not tell. */
function navigationLink(visit: Place, { label, path }: ChromeLink, above?: string): Html {
  const current =
    visit.path === path
      ? html` aria-current="page"`
      : isBelow(visit, path) || path === above
        ? html` aria-current="true"`
        : ''
  return html`<a href="${linkTo(visit, path)}" ${current}>${label}</a>`
}

const isBelow = (visit: Place, path: string): boolean => visit.path.startsWith(`${path}/`)

const historyLink = (visit: LayoutVisit, subject: Page['history']): Html | '' =>
  subject === undefined
    ? ''
    : html`<p class="history-link">
        <a href="${linkTo(visit, historyPath(subject.kind, subject.id))}">${visit.t('history.link')}</a>
      </p>`

const sameAsData = (visit: LayoutVisit, page: Page): Html =>
  html`<section class="as-data" aria-labelledby="as-data-title">
    <h2 id="as-data-title">${visit.t('layout.as-data')}</h2>
    <ul>
      ${alternateLinks(visit, page).map(({ href, type, title }) => html`<li><a href="${href}" type="${type}">${title}</a></li>`)}
    </ul>
  </section>`

const footer = (visit: LayoutVisit, chrome: Chrome): Html =>
  html`<footer class="foot">
    <p class="foot-brand">
      ${mark(28)} <span lang="en">${visit.t('site.name')}</span>
      <span class="brand-motto">${visit.t('site.motto')}</span>
    </p>
    <nav aria-label="${visit.t('layout.about')}">
      <ul>
        ${chrome.footer.map((link) => html`<li>${navigationLink(visit, link)}</li>`)}
      </ul>
    </nav>
    <p>${visit.t('layout.disclaimer')}</p>
    <p>${visit.t('layout.no-cookies')}</p>
    <p>${visit.t('layout.licence')}</p>
  </footer>`
