import { inLanguage, languages, type LanguageCode, type Translated } from '../languages.ts'
import type { MessageKey, Translate } from '../messages.ts'
import { date, dateRange, dayOf, type Day } from './format.ts'
import { html, when, type Html } from './html.ts'

/** Sets a name, a code or a number apart from the direction of the text around it. */
export const bdi = (text: string | number): Html => html`<bdi>${text}</bdi>`

/** A text in some language: marked with its language, and named when it is not the language of the page. */
export function spoken(
  t: Translate,
  said: { text: string; language: LanguageCode; state?: keyof typeof uncheckedKeys | undefined },
): Html {
  const badge = said.state ? html` ${uncheckedBadge(t, said.state)}` : ''
  if (said.language === t.language.code) return html`${said.text}${badge}`
  const { tag, direction } = languages[said.language]
  return html`<span lang="${tag}" dir="${direction}">${said.text}</span>
    ${languageBadge(t, said.language)}${badge}`
}

const uncheckedKeys = {
  machine: 'status.machine-translation',
  outdated: 'status.outdated-translation',
} as const

/** That a machine wrote it, or that the original was edited since. */
export const uncheckedBadge = (t: Translate, state: keyof typeof uncheckedKeys): Html =>
  html`<span class="badge">${t(uncheckedKeys[state])}</span>`

/** The best text there is for this page; an empty result says so in words. */
export function spokenText(t: Translate, text: Translated): Html {
  const said = inLanguage(text, t.language.code)
  return said === null ? html`<span class="muted">${t('text.missing')}</span>` : spoken(t, said)
}

/** 'in English', for text that is not in the language of the page. */
export const languageBadge = (t: Translate, code: LanguageCode): Html =>
  html`<span class="badge">${t(inLanguageKeys[code])}</span>`

/** A date for people and machines. */
export const dateText = (t: Translate, day: Day): Html =>
  html`<time datetime="${day}"><bdi>${date(t.language.code, day)}</bdi></time>`

/** A moment to the minute in Universal Time, for those who run the site. */
export const momentText = (t: Translate, moment: Date): Html =>
  html`<time datetime="${moment.toISOString()}"
    ><bdi>${date(t.language.code, dayOf(moment))}</bdi> <bdi>${moment.toISOString().slice(11, 16)}</bdi></time
  >`

export const dateRangeText = (t: Translate, from: Day, to: Day): Html =>
  html`<bdi>${dateRange(t.language.code, from, to)}</bdi>`

/** Words for those who listen to the page and do not see it. */
export const unseen = (words: string): Html => html`<span class="unseen">${words}</span>`

export type ChangedPart = { kind: 'same' | 'added' | 'removed'; text: string }

/** A text with its changes marked, for the eye by line and colour, for the ear by words. */
export const changedText = (t: Translate, parts: ChangedPart[]): Html =>
  html`<span class="changes">${parts.map((part) => changedPart(t, part))}</span>`

function changedPart(t: Translate, { kind, text }: ChangedPart): Html {
  if (kind === 'added') return html`<ins>${unseen(` [${t('change.added')} `)}${text}${unseen(`] `)}</ins>`
  if (kind === 'removed') return html`<del>${unseen(` [${t('change.removed')} `)}${text}${unseen(`] `)}</del>`
  return html`${text}`
}

/** The two marks of `changedText` explained. */
export const changeKey = (t: Translate): Html =>
  html`<p class="change-key"><ins>${t('change.added-sign')}</ins> <del>${t('change.removed-sign')}</del></p>`

/** Head of a page: what kind of thing it is, its title, and a sentence or two. */
export function pageHead(props: {
  title: Html | string
  kicker?: Html | string
  lead?: Html | string
  tags?: Html[]
}): Html {
  return html`<div class="page-head">
    ${when(props.kicker, () => html`<p class="kicker">${props.kicker}</p>`)}
    <h1>${props.title}</h1>
    ${when(props.lead, () => html`<p class="lead">${props.lead}</p>`)}
    ${when(props.tags?.length, () => html`<p class="tags">${props.tags}</p>`)}
  </div>`
}

export const inLanguageKeys: Record<LanguageCode, MessageKey> = {
  ar: 'language.in-ar',
  zh: 'language.in-zh',
  en: 'language.in-en',
  fr: 'language.in-fr',
  ru: 'language.in-ru',
  es: 'language.in-es',
}
