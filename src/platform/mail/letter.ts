import { languages, type LanguageCode } from '../languages.ts'
import type { Translate } from '../messages.ts'
import { html, when, type Html } from '../ui/html.ts'
import { oneLine } from './header-text.ts'
import type { MailContent, MailLink, MailPart, MailText, MailValues } from './outbox.ts'

/** A mail as it is read. */
export type Letter = {
  subject: string
  text: string
  html: string
  /** The address that ends this kind of notice at one click; null where there is nothing to end. */
  stop: string | null
}

type Desk = { t: Translate; language: LanguageCode; publicUrl: string; values: MailValues }

/** Writes a mail out, twice from the same parts: as plain text and as HTML without pictures, scripts or foreign hosts. */
export function letterOf(
  mail: { language: LanguageCode; name: string | null; content: MailContent },
  { t, publicUrl }: { t: Translate; publicUrl: string },
): Letter {
  const { subject, values, body, why, stop } = mail.content
  const desk: Desk = { t, language: mail.language, publicUrl, values }
  const parts = [greeting(mail.name), ...body]
  const end: MailPart[] = [
    paragraph({ words: why ?? 'mail.why' }),
    ...(stop === null ? [] : [{ part: 'link', of: { words: 'mail.stop', to: stop } } as const]),
    paragraph({ words: 'mail.no-answers' }),
    { part: 'link', of: { words: 'site.name', to: '/' } },
  ]
  const title = oneLine(t(subject, values), longestSubject)
  return {
    subject: title,
    text: `${[...parts, { part: 'rule' } as const, ...end].map((part) => asText(desk, part)).join('\n\n')}\n`,
    html: String(page(desk, title, parts, end)),
    stop: stop === null ? null : whole(desk, stop),
  }
}

const longestSubject = 150

const paragraph = (of: MailText): MailPart => ({ part: 'paragraph', of })

const greeting = (name: string | null): MailPart =>
  paragraph(name === null ? { words: 'mail.greeting' } : { words: 'mail.greeting-name', values: { name } })

function asText(desk: Desk, part: MailPart | { part: 'rule' }): string {
  if (part.part === 'rule') return '-- '
  if (part.part === 'quote')
    return part.text
      .split('\n')
      .map((line) => `> ${line.trimEnd()}`)
      .join('\n')
  if (part.part === 'list') return part.lines.map((line) => `• ${lineAsText(desk, line)}`).join('\n')
  if (part.part === 'heading') return `${words(desk, part.of)}\n${'='.repeat(10)}`
  return lineAsText(desk, part.of)
}

/** An address stands on a line of its own, where right-to-left text does not turn it and programs find its end. */
const lineAsText = (desk: Desk, line: MailText | MailLink): string =>
  'to' in line ? `${words(desk, line)}\n${whole(desk, line.to)}` : words(desk, line)

function page(desk: Desk, title: string, parts: MailPart[], end: MailPart[]): Html {
  const { tag, direction } = languages[desk.language]
  return html`<!doctype html>
    <html lang="${tag}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
      </head>
      <body style="margin:0;padding:16px;font-family:sans-serif;font-size:16px;line-height:1.6">
        <div style="max-width:40em;margin:0 auto">
          ${parts.map((part) => asHtml(desk, part))}
          <hr />
          <div style="font-size:14px">${end.map((part) => asHtml(desk, part))}</div>
        </div>
      </body>
    </html>`
}

function asHtml(desk: Desk, part: MailPart): Html {
  switch (part.part) {
    case 'heading':
      return html`<h2 style="font-size:18px">${marked(desk, part.of)}</h2>`
    case 'paragraph':
      return html`<p>${marked(desk, part.of)}</p>`
    case 'quote':
      return html`<blockquote${languageOf(desk, part.language)} dir="auto" style="white-space:pre-line">
${part.text}</blockquote
      >`
    case 'link':
      return html`<p>${linked(desk, part.of)}</p>`
    case 'list':
      return html`<ul>
        ${part.lines.map((line) => html`<li>${'to' in line ? linked(desk, line) : marked(desk, line)}</li>`)}
      </ul>`
  }
}

const linked = (desk: Desk, link: MailLink): Html =>
  html`<a href="${whole(desk, link.to)}">${marked(desk, link)}</a>`

/** A text that is not in the mail's language says so, for voices and for the direction. */
const marked = (desk: Desk, text: MailText): Html =>
  'text' in text
    ? html`<span${languageOf(desk, text.language)} dir="auto">${text.text}</span>`
    : html`${words(desk, text)}`

const languageOf = (desk: Desk, language: LanguageCode | null | undefined): Html | '' =>
  when(
    language && language !== desk.language,
    () => html` lang="${languages[language ?? desk.language].tag}"`,
  )

const words = (desk: Desk, text: MailText): string =>
  'text' in text ? text.text : desk.t(text.words, { ...desk.values, ...text.values })

/** Addresses on this site carry the mail's language; others must be whole and for the web. */
function whole({ language, publicUrl }: Desk, to: string): string {
  if (to.startsWith('/') && !to.startsWith('//'))
    return new URL(`${publicUrl}/${language}${to === '/' ? '' : to}`).href
  const address = URL.parse(to)
  if (address === null || !/^https?:$/.test(address.protocol))
    throw new Error(`no address for a mail: ${address?.protocol ?? 'none'}`)
  return address.href
}
