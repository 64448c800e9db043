/** Markup that may stand in a page as it is. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

/** What may be put into a template. Lists stand one after the other, null, undefined, true and false as nothing. */
type Content = Html | string | number | boolean | null | undefined | readonly Content[]

/** Whatever is put into the template is escaped unless it is already Html. */
export function html(strings: TemplateStringsArray, ...contents: Content[]): Html {
  let markup = strings[0]!
  for (let place = 0; place < contents.length; place++)
    markup += markupOf(contents[place]) + strings[place + 1]!
  return new Html(markup)
}

function markupOf(content: Content): string {
  if (typeof content === 'string') return escaped(content)
  if (content instanceof Html) return content.markup
  if (typeof content === 'number') return String(content)
  if (content === null || content === undefined || typeof content === 'boolean') return ''
  let markup = ''
  for (const one of content) markup += markupOf(one)
  return markup
}

/** Markup that was written elsewhere, and escaped there. */
export const raw = (markup: string): Html => new Html(markup)

/** The same as one text. What was put together from many pieces holds all of them, and to send it they are gathered every time. */
export const inOnePiece = ({ markup }: Html): Html => new Html(Buffer.from(markup).toString())

/** Markup or nothing. */
export const when = (condition: unknown, markup: () => Html): Html | '' => (condition ? markup() : '')

/** Text as it may stand in markup and in an attribute; for the few parts that write hundreds of lines at once. */
export const escaped = (text: string): string =>
  marked.test(text) ? text.replaceAll(/[&<>"']/g, (mark) => entities[mark as keyof typeof entities]) : text

const marked = /[&<>"']/
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
