import assert from 'node:assert/strict'
import path from 'node:path'
import { describe, test } from 'node:test'
import { inAllLanguages } from '../../../test/mail-server.ts'
import { languages, type LanguageCode } from '../languages.ts'
import { readCatalogues, translators } from '../messages.ts'
import { letterOf } from './letter.ts'
import type { MailContent, MailPart } from './outbox.ts'

const translate = translators(readCatalogues([path.join(import.meta.dirname, '../messages')]))
const publicUrl = 'https://actionline.test'

const body: MailPart[] = [
  { part: 'heading', of: { words: 'layout.home' } },
  { part: 'paragraph', of: { words: 'layout.licence' } },
  { part: 'quote', text: 'First line\n<b>second</b> & last', language: 'en' },
  {
    part: 'list',
    lines: [
      { text: 'Résolution 140', language: 'fr', to: '/instruments/140?a=1&b=2' },
      { words: 'layout.menu' },
    ],
  },
  { part: 'link', of: { words: 'layout.search', to: 'https://example.org/x?a=1&b=2' } },
]

const letter = (language: LanguageCode, change: Partial<MailContent> = {}, name: string | null = 'Amina') =>
  letterOf(
    {
      language,
      name,
      content: {
        subject: 'layout.about',
        values: {},
        body,
        why: null,
        stop: '/notices/stop?token=t',
        ...change,
      },
    },
    { t: translate[language], publicUrl },
  )

describe('a letter', () => {
  test('has the same parts as text and as HTML in six languages', () => {
    const letters = inAllLanguages((code) => letter(code))
    const wanted = inAllLanguages((code) => {
      const t = translate[code]
      return [
        t('mail.greeting-name', { name: 'Amina' }),
        `${t('layout.home')}\n==========`,
        t('layout.licence'),
        '> First line\n> <b>second</b> & last',
        `• Résolution 140\n${publicUrl}/${code}/instruments/140?a=1&b=2\n• ${t('layout.menu')}`,
        `${t('layout.search')}\nhttps://example.org/x?a=1&b=2`,
        '-- ',
        t('mail.why'),
        `${t('mail.stop')}\n${publicUrl}/${code}/notices/stop?token=t`,
        t('mail.no-answers'),
        `${t('site.name')}\n${publicUrl}/${code}`,
      ].join('\n\n')
    })
    assert.deepEqual(
      letters.map(({ text }) => text.trimEnd()),
      wanted,
    )
    const structure = [
      'p',
      'h2',
      'p',
      'blockquote',
      'ul',
      'li',
      'a',
      'span',
      'li',
      'p',
      'a',
      'hr',
      'p',
      'p',
      'a',
      'p',
      'p',
      'a',
    ]
    assert.deepEqual(
      letters.map(({ html }) => tagsOf(html)),
      inAllLanguages(() => structure),
    )
  })

  test('says its language and direction, and those of what is in another language', () => {
    for (const code of ['ar', 'zh'] as const) {
      const { html } = letter(code)
      const { tag, direction } = languages[code]
      assert.match(html, new RegExp(`<html lang="${tag}" dir="${direction}">`))
      assert.match(html, /<span lang="fr" dir="auto">Résolution 140<\/span>/)
    }
    assert.doesNotMatch(letter('fr').html, /<span lang=/)
  })

  test('lets no text become markup, and asks no host for anything', () => {
    const { html } = letter('en', {}, '<img src=x>')
    assert.match(html, /Dear &lt;img src=x&gt;,/)
    assert.match(html, /&lt;b&gt;second&lt;\/b&gt; &amp; last/)
    assert.match(html, /href="https:\/\/example\.org\/x\?a=1&amp;b=2"/)
    assert.doesNotMatch(html, /<img|<b>|<[^>]*\ssrc=|url\(|<link|<script/)
  })

  test('refuses a link that is none of the web', () => {
    for (const to of ['javascript:alert(1)', '//example.org/x', 'file:///etc/passwd', 'nowhere'])
      assert.throws(() => letter('en', { body: [{ part: 'link', of: { words: 'layout.search', to } }] }))
  })

  test('offers no end where there is none', () => {
    const { stop, text } = letter('en', { stop: null }, null)
    assert.deepEqual(
      [stop, text.includes(translate.en('mail.stop')), text.split('\n')[0]],
      [null, false, 'Hello,'],
    )
  })
})

const tagsOf = (html: string): string[] =>
  [...html.slice(html.indexOf('<div')).matchAll(/<(p|h2|blockquote|ul|li|a|span|hr)\b/g)].map(
    ([, tag = '']) => tag,
  )
