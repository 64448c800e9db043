import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { Refusal } from '../errors.ts'
import { languageCodes, type LanguageCode } from '../languages.ts'
import { readCatalogues, translators } from '../messages.ts'
import type { Settings } from '../settings.ts'
import type { Page } from '../web/site.ts'
import { ownSheets } from './assets.ts'
import { clause, clauseSection } from './clause.ts'
import { filterForm, selectField, textField } from './controls.ts'
import { failurePage, refusalPage } from './error-page.ts'
import { chosenFilters, facetList, filterPanel, pagination } from './facets.ts'
import { shareBar, stackedBar, stats, yearStrip } from './figures.ts'
import { html, type Html } from './html.ts'
import { visitor } from '../access/actor.ts'
import { layout, type LayoutVisit } from './layout.ts'
import { cardList, definitionList, downloadList, thread } from './lists.ts'
import { citationBox, emptyState, errorSummary, notice } from './notices.ts'
import { codeTag, statuses, statusTag } from './status.ts'
import { table } from './table.ts'
import { changedText, changeKey, dateText, pageHead, spoken, spokenText } from './text.ts'

const translate = translators(readCatalogues([new URL('../messages', import.meta.url).pathname]))

function visitTo(language: LanguageCode, path = '/duties', query = ''): LayoutVisit {
  const settings = { publicUrl: 'https://actionline.example.org' } as Settings
  const words = { language, t: translate[language], path, query: new URLSearchParams(query), settings }
  return { ...words, actor: visitor, done: null }
}

const chrome = {
  navigation: [
    { label: 'Duties', path: '/duties' },
    { label: 'Bodies', path: '/bodies' },
  ],
  footer: [{ label: 'About', path: '/about' }],
  search: { path: '/search', parameter: 'q' },
  account: [{ label: 'Sign in', path: '/sign-in' }],
}

const whole = (visit: LayoutVisit, page: Page) => String(layout(visit, page, '/assets/site.css', chrome))

const addresses = (markup: Html | '') =>
  [...String(markup).matchAll(/href="([^"]*)"/g)].map(([, address]) => address?.replaceAll('&amp;', '&'))

test('pages go on by cursor and back to the first', () => {
  assert.equal(pagination(visitTo('en'), null), '')
  assert.deepEqual(addresses(pagination(visitTo('en', '/duties', 'state=due'), 'abc')), [
    '/en/duties?state=due&after=abc',
  ])
  assert.deepEqual(addresses(pagination(visitTo('en', '/duties', 'state=due&after=abc'), null)), [
    '/en/duties?state=due',
  ])
})

test('a filter form carries the parameters that it does not ask for, but no cursor', () => {
  const visit = visitTo('en', '/duties', 'addressee=itu-sg&state=due&after=abc')
  const field = selectField(visit, {
    name: 'state',
    label: 'State',
    options: [{ value: 'due', label: 'due now' }],
  })
  const form = String(filterForm(visit, { label: 'Filters', names: ['state'], fields: [field] }))
  assert.deepEqual(
    [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    [['addressee', 'itu-sg']],
  )
  assert.match(form, /<option value="due" selected>/)
})

test('what a reader typed comes back escaped', () => {
  const field = String(
    textField(visitTo('en', '/search', 'q=%22%3E%3Cscript%3E'), { name: 'q', label: 'Words' }),
  )
  assert.match(field, /value="&quot;&gt;&lt;script&gt;"/)
})

test('text of another language says so and carries its language and direction', () => {
  assert.equal(String(spoken(translate.en, { text: 'Duty', language: 'en' })), 'Duty')
  assert.equal(
    String(spoken(translate.en, { text: 'نص', language: 'ar' })).replaceAll(/\s+/g, ' '),
    '<span lang="ar" dir="rtl">نص</span> <span class="badge">in Arabic</span>',
  )
  assert.match(String(spokenText(translate.en, {})), /no text yet/)
})

test('a page links to itself in six languages, with path and filters', () => {
  const page = whole(visitTo('ar', '/duties', 'state=due'), { title: 'x', main: html`<h1>x</h1>` })
  assert.match(page, /<html lang="ar" dir="rtl">/)
  const alternates = [...page.matchAll(/rel="alternate"\s+hreflang="([^"]+)"\s+href="([^"]+)"/g)]
  assert.deepEqual(
    alternates.map(([, language, address]) => [language, address]),
    [
      ['ar', 'https://actionline.example.org/ar/duties?state=due'],
      ['zh-Hans', 'https://actionline.example.org/zh/duties?state=due'],
      ['en', 'https://actionline.example.org/en/duties?state=due'],
      ['fr', 'https://actionline.example.org/fr/duties?state=due'],
      ['ru', 'https://actionline.example.org/ru/duties?state=due'],
      ['es', 'https://actionline.example.org/es/duties?state=due'],
      ['x-default', 'https://actionline.example.org/en/duties?state=due'],
    ],
  )
  const shown = [...page.matchAll(/<a\s+href="([^"]+)"\s+lang="[^"]+"\s+hreflang="([^"]+)"/g)]
  assert.deepEqual(
    shown.map(([, address]) => address),
    languageCodes.map((code) => `/${code}/duties?state=due`),
  )
})

test('a page that shows pictures of numbers brings the sheet for them, and no other page does', () => {
  const sheetsOf = (page: Partial<Page>) =>
    [
      ...whole(visitTo('en'), { title: 'x', main: html`<h1>x</h1>`, ...page }).matchAll(
        /rel="stylesheet" href="([^"]+)"/g,
      ),
    ].map(([, address]) => address)
  assert.deepEqual(sheetsOf({}), ['/assets/site.css'])
  assert.deepEqual(sheetsOf({ sheet: 'charts' }), ['/assets/site.css', ownSheets.charts.path])
})

test('a description for machines cannot end its block', () => {
  const page = whole(visitTo('en'), {
    title: 'x',
    main: html`<h1>x</h1>`,
    jsonLd: { name: '</script><script>alert(1)//<!--' },
  })
  const [, block] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? []
  assert.deepEqual(JSON.parse(block ?? ''), { name: '</script><script>alert(1)//<!--' })
  assert.equal(page.match(/<script/g)?.length, 1)
})

test('downloads are of the whole list in the form asked for', () => {
  const page = whole(visitTo('en', '/duties', 'state=due&after=abc'), {
    title: 'x',
    main: html`<h1>x</h1>`,
    alternates: [
      { type: 'text/csv', path: '.csv', title: 'CSV' },
      { type: 'text/calendar', path: '/en/calendar.ics', title: 'iCalendar' },
    ],
  })
  const forms = [...page.matchAll(/<a\s+href="([^"]+)"\s+type="([^"]+)"/g)].map(([, address, type]) => [
    address,
    type,
  ])
  assert.deepEqual(forms, [
    ['/en/duties.csv?state=due', 'text/csv'],
    ['/en/calendar.ics', 'text/calendar'],
  ])
})

const refusal = new Refusal(400, 'error.bad-request', [
  {
    field: 'state',
    key: 'error.parameter.value',
    values: { field: 'state' },
    validValues: ['due', 'upcoming'],
  },
])

test('a refused request names the parameter and what is valid', () => {
  const page = refusalPage(visitTo('en'), refusal)
  assert.equal(page.status, 400)
  assert.match(String(page.main), /“state” has a value[\s\S]*<code>due<\/code>\s*<code>upcoming<\/code>/)
})

test('a failure shows its reference and nothing else', () => {
  assert.match(String(failurePage(visitTo('en'), 'ab12cd34').main), /ab12cd34/)
})

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'no-redundant-role': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'long-title': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
  },
})

for (const language of languageCodes) {
  test(`every part is valid markup in ${language}`, async () => {
    const visit = visitTo(language, '/duties', 'state=due&addressee=itu-sg&after=abc')
    const pages: Page[] = [
      { title: 'x', main: everyPart(visit), crumbs: [{ label: 'y', path: '/y' }], jsonLd: { a: 1 } },
      refusalPage(visit, refusal),
      failurePage(visit, 'ab12cd34'),
    ]
    for (const page of pages) {
      const report = await validator.validateString(whole(visit, page))
      assert.deepEqual(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
        ),
        [],
      )
    }
  })
}

function everyPart(visit: LayoutVisit): Html {
  const { t, language } = visit
  const facet = {
    name: 'line',
    values: Array.from({ length: 12 }, (_, rank) => ({
      value: `C${rank}`,
      label: `C${rank}`,
      count: 3,
      chosen: rank === 1,
    })),
  }
  const fields = [
    selectField(visit, { name: 'state', label: 'State', options: [{ value: 'due', label: 'due now' }] }),
    textField(visit, { name: 'q', label: 'Words', hint: 'one or two' }),
  ]
  return html`${pageHead({ title: 'Duties', kicker: 'k', lead: 'l', tags: [statusTag(t, 'due')] })}
    ${filterPanel(visit, {
      chosen: 2,
      content: [
        filterForm(visit, { label: 'f', names: ['state', 'q'], fields }),
        facetList(visit, facet, 'Lines'),
      ],
    })}
    ${chosenFilters(visit, [{ name: 'state', label: 'State', value: 'due' }])}
    ${cardList([{ title: 't', href: '#', kicker: 'k', text: 'x', facts: ['f'], tags: [codeTag('C5', { href: '#' })], edge: dateText(t, '2026-11-09') }])}
    ${pagination(visit, 'abc')} ${stats(language, [{ count: 3, label: 'due', href: '#', status: 'due' }])}
    ${stackedBar([
      { count: 1, status: 'due' },
      { count: 2, status: 'upcoming' },
    ])}
    ${yearStrip(language, { label: 'Years', years: [{ year: 2026, count: 2, href: '#', chosen: true }], counted: String })}
    ${table({ id: 'counts', caption: 'Counts', columns: [{ label: 'a' }, { label: 'b', align: 'end' }], rows: [['x', shareBar(language, { count: 1, total: 3, label: 'x' })]] })}
    ${definitionList([
      { term: 'a', content: 'b' },
      { term: 'c', content: null },
    ])}
    ${downloadList(t, [{ href: '#', title: 'JSON', type: 'application/json', note: '3 KB' }])}
    ${thread('Thread', [
      { label: 'a', content: html`<p>b</p>`, state: 'reached' },
      { label: 'c', content: 'd', state: 'unknown' },
    ])}
    ${notice('n')} ${notice(html`<p>n</p>`, 'warning')} ${errorSummary(t, [{ text: 'wrong', href: '#f-q' }])}
    ${emptyState({ title: 'none', text: 'x', link: { label: 'l', href: '#' } })}
    ${citationBox(t, { text: 'cite', address: 'https://actionline.example.org/en/x' })}
    ${clauseSection({ id: 's', heading: 'resolves', kind: 'operative', content: clause(t, { id: 'c', label: '1', permalink: '#', name: 'resolves 1', official: { text: 'o', language: 'en' }, paraphrase: 'p', beside: html`<p>b</p>`, children: clause(t, { id: 'c2', label: null, permalink: '#', name: 'y' }) }) })}
    <p>
      ${statuses.map((status) => statusTag(t, status))}
      ${changedText(t, [
        { kind: 'same', text: 'a' },
        { kind: 'added', text: 'b' },
        { kind: 'removed', text: 'c' },
      ])}
    </p>
    ${changeKey(t)}`
}
