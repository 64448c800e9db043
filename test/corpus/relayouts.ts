/** Other ways to lay the same words out. None of them changes what a text says, so none may change how it is read. */
export const relayouts: Record<string, (text: string) => string> = {
  'with a blank line after every line': (text) => text.replace(/\n/g, '\n\n'),
  'without any blank line': (text) => text.replace(/\n(?:[ \t\u200f]*\n)+/g, '\n'),
  'indented by eight columns': (text) => text.replace(/^(?=.)/gm, '        '),
  'with Windows line ends': (text) => text.replace(/\r?\n/g, '\r\n'),
  'with spaces at the line ends': (text) => text.replace(/(?=\n)/g, '   '),
  'with decomposed letters': (text) => text.normalize('NFD'),
  'with a tab after each label': (text) => text.replace(label, '$1\t'),
  'with a fixed space after each label': (text) => text.replace(label, '$1\u00a0'),
  'with each label on a line of its own': (text) => text.replace(label, '$1\n'),
  'with page numbers between paragraphs': (text) => betweenParagraphs(text, (page) => `\n- ${page} -\n\n`),
  'with page numbers in mid-sentence': (text) => inMidSentence(text, (page) => `\n– ${page} –\n\f\n`),
  'with a symbol and a page number at every page': (text) =>
    inMidSentence(text, (page) => `\n${page}/9\nC31/77(Rev.1)-E\n\n`),
  'in narrow lines': (text) =>
    isDoubleSpaced(text) ? text : text.replace(/^(?!.*\S {3}).{45,}$/gm, (line) => narrowed(line)),
  'with each paragraph on one line': (text) =>
    /\S\n\S.*\n\S/.test(text) ? text.replace(/(?<=^\S.{40,}[\p{Ll},])\n(?=\p{Ll}{2})/gmu, ' ') : text,
  'with numbered lines': (text) => numbered(text, () => true),
  'with every fifth line numbered': (text) => numbered(text, (count) => count % 5 === 0),
  'with ligatures and Arabic letter shapes': (text) => text.replace(/fi/g, 'ﬁ').replace(/fl/g, 'ﬂ').replace(/لا/g, 'ﻻ'),
  'with form feeds': (text) => betweenParagraphs(text, () => '\f'),
}

/** Counts the printed lines in the margin, as drafts under discussion have it. */
function numbered(text: string, shows: (count: number) => boolean): string {
  let count = 0
  const margin = () => (shows(++count) ? `${String(count).padStart(3)}  ` : '     ')
  return text.replace(/^(?=.*\S)/gm, margin)
}

const label = /^((?:[ \u200f]*)(?:\(?[a-zء-ي]\u200d?\s?\)|\d{1,2}\.?|[ivx]{1,4}\)|\d{1,2} -)) +(?=\p{L})/gmu

/** After every tenth paragraph. */
function betweenParagraphs(text: string, page: (number: number) => string): string {
  let count = 0
  return text.replace(/\n(?=\n)/g, (end) => (++count % 10 === 0 ? `${end}${page(count / 10 + 1)}` : end))
}

/** Where a line of at least fifty letters goes on without punctuation: there a page may end at any time. */
function inMidSentence(text: string, page: (number: number) => string): string {
  let count = 0
  return text.replace(/(\p{Ll}{2})\n(?=\p{Ll}{2})/gu, (end, letters: string, at: number, whole: string) => {
    const line = whole.slice(whole.lastIndexOf('\n', at) + 1, at)
    return line.length > 50 && ++count % 2 === 0 ? `${letters}\n${page(count / 2 + 1)}` : end
  })
}

/** Broken at spaces into lines of about forty letters, as in a column of a newspaper. */
function narrowed(line: string): string {
  return line.replace(/(.{34,44}) (?=\S.{14})/g, '$1\n')
}

const isDoubleSpaced = (text: string): boolean => !/\S\n\S/.test(text)
