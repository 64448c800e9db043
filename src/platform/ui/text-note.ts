import { languages, type LanguageCode } from '../languages.ts'
import type { MessageKey, Translate } from '../messages.ts'
import type { TextRead } from '../texts/text-queries.ts'
import { translationAddress } from '../texts/kinds.ts'
import type { Visit } from '../web/visit.ts'
import { html, when, type Html } from './html.ts'
import { linkTo } from './links.ts'

/** A text of a record with its language, and below it what a reader must know of it. `translate`: where to translate it. */
export const textSaid = (t: Translate, read: TextRead, translate: string | null = null): Html =>
  html`<div class="said">${paragraphs(t, read)} ${textNote(t, read, translate)}</div>`

/** That this is a machine translation, older than the original, or the original for want of a translation; nothing otherwise. */
function textNote(t: Translate, read: TextRead, translate: string | null = null): Html | '' {
  const key = noteKey(read)
  if (key === null) return ''
  return html`<p class="hint text-note">
    ${t(key)} ${when(translate, () => html`<a href="${translate}">${t('text-note.translate')}</a>`)}
  </p>`
}

/** For whoever is signed in, where a text is not soundly there in the language of the page: the way to translate it. */
export const translateLine = (
  visit: Visit,
  record: { kind: string; id: string },
  said: { language: LanguageCode; state?: string | undefined } | null,
): Html | '' =>
  when(
    visit.actor.person !== null &&
      said !== null &&
      (said.language !== visit.language || said.state !== undefined),
    () =>
      html`<p class="hint">
        <a href="${linkTo(visit, translationAddress(visit.language, record.kind, record.id))}"
          >${visit.t('text-note.translate')}</a
        >
      </p>`,
  )

function paragraphs(t: Translate, { text, language }: TextRead): Html[] {
  const { tag, direction } = languages[language]
  const other = language === t.language.code ? '' : html`lang="${tag}" dir="${direction}"`
  return text.split(/\n{2,}/).map((paragraph) => html`<p class="lines" ${other}>${paragraph}</p>`)
}

function noteKey({ state, isFallback }: TextRead): MessageKey | null {
  if (isFallback) return 'text-note.original-shown'
  if (state === 'machine') return 'text-note.machine'
  return state === 'outdated' ? 'text-note.outdated' : null
}
