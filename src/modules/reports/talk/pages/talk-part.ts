import { languages, type LanguageCode } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { changedText, changeKey, dateText } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { wordDifference } from '#platform/word-difference.ts'
import { actWords } from '../../pages/act-words.ts'
import { crumbsOfReport } from '../../pages/report-page.ts'
import { reportPaths } from '../../paths.ts'
import type { Paragraph } from '../anchor.ts'
import type { TalkPageRecord } from '../talk-routes.ts'
import type { TalkRecord } from '../talk-shape.ts'

export const talkKindKeys = {
  comment: 'noun.report-comment',
  suggestion: 'noun.report-suggestion',
} as const

export const crumbsOfTalk = (visit: Visit, { report, title, section, kind, id }: TalkPageRecord) => [
  ...crumbsOfReport(visit, { id: report, title: { text: title } }),
  { label: section.name.text, path: reportPaths.section(section.id) },
  { label: visit.t(talkKindKeys[kind]), path: reportPaths[kind](id) },
]

/** A comment or a proposed wording as one line of a list. */
export const talkCard = (visit: Visit, row: TalkRecord): Card => ({
  kicker: html`${visit.t(talkKindKeys[row.kind])} · ${row.section.name.text}`,
  title: html`<span dir="auto">${shortened(row.text ?? row.after ?? row.quote ?? '')}</span>`,
  href: linkTo(visit, reportPaths[row.kind](row.id)),
  tags: [html`<span class="tag">${row.state.label}</span>`],
  facts: [
    row.by,
    ...(row.replies.length > 0 ? [visit.t('reports.talk.replies', { count: row.replies.length })] : []),
    ...(row.standing === null || row.standing === 'there' ? [] : [visit.t(standingKeys[row.standing])]),
  ],
  edge: dateText(visit.t, row.at.slice(0, 10)),
})

const shownLetters = 160

const shortened = (text: string): string =>
  text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text

const standingKeys = {
  there: 'reports.talk.standing.there',
  changed: 'reports.talk.standing.changed',
  gone: 'reports.talk.standing.gone',
} as const

/** What it is about, what is said, what was answered and what became of it. */
export function talkBody(visit: Visit, record: TalkRecord): Html {
  const { t } = visit
  const { quote, standing, language, kind } = record
  const { tag, direction } = languages[language]
  return html`${when(
    standing,
    () =>
      html`<p class="muted">
        ${t(standingKeys[standing ?? 'gone'])}
        ${record.paragraph === null ? '' : t('reports.talk.paragraph', { number: record.paragraph })}
      </p>`,
  )}
  ${when(kind === 'suggestion' && standing === 'gone', () => notice(t('reports.talk.moved'), 'warning'))}
  ${when(
    quote !== null && kind === 'comment',
    () => html`<blockquote lang="${tag}" dir="${direction}">${quote}</blockquote>`,
  )}
  ${when(
    kind === 'suggestion',
    () =>
      html`${changeKey(t)}
      ${differenceParts(quote ?? '', record.after ?? '').map(
        (parts) => html`<p lang="${tag}" dir="${direction}">${changedText(t, parts)}</p>`,
      )}`,
  )}
  ${when(record.text, () => html`<p class="said" dir="auto">${record.text}</p>`)}
  ${when(
    record.replies.length > 0,
    () =>
      html`<h2>${t('reports.talk.replies', { count: record.replies.length })}</h2>
        <ol class="plain">
          ${record.replies.map(
            ({ by, at, text }) =>
              html`<li>
                <p class="muted">${by} · ${dateText(t, at.slice(0, 10))}</p>
                <p dir="auto">${text}</p>
              </li>`,
          )}
        </ol>`,
  )}
  ${record.settled === null ? '' : settledPart(visit, record, record.settled)}`
}

const settledPart = (
  { t }: Visit,
  { state }: TalkRecord,
  { by, at, reason }: NonNullable<TalkRecord['settled']>,
): Html =>
  notice(
    html`${state.label}: ${by}, ${dateText(t, at.slice(0, 10))}
    ${when(reason, () => html`<q dir="auto">${reason}</q>`)}`,
  )

/** The difference in words, paragraph by paragraph of what is shown. */
function differenceParts(before: string, after: string) {
  const paragraphs: ReturnType<typeof wordDifference>[] = [[]]
  for (const { kind, text } of wordDifference(before, after))
    for (const [index, piece] of text.split(/\n\s*\n/).entries()) {
      if (index > 0) paragraphs.push([])
      if (piece !== '') paragraphs.at(-1)?.push({ kind, text: piece })
    }
  return paragraphs.filter((parts) => parts.length > 0)
}

type Spoken = {
  section: string
  language: LanguageCode
  paragraphs: readonly Pick<Paragraph, 'place' | 'text'>[]
  open: readonly TalkRecord[]
}

/** On the page of a section: what is open, and the ways to say something about it or about one of its paragraphs. */
export function talkPart(
  visit: Visit,
  report: string,
  { section, language, paragraphs, open }: Spoken,
): Html {
  const { t } = visit
  const ways = (query: Record<string, string>, about: string) =>
    html`<a href="${linkTo(visit, reportPaths.newComment(section, language), query)}"
        >${actWords(visit, 'action.report-comment.make')}<span class="unseen"> ${about}</span></a
      >
      ·
      <a href="${linkTo(visit, reportPaths.newSuggestion(section, language), query)}"
        >${actWords(visit, 'action.report-suggestion.make')}<span class="unseen"> ${about}</span></a
      >`
  return html`<h2 id="talk">${t('reports.talk.title')}</h2>
    ${
      open.length === 0
        ? html`<p class="muted">${t('reports.talk.none-open')}</p>`
        : cardList(
            open.map((row) => talkCard(visit, row)),
            { level: 3 },
          )
    }
    <p>${ways({}, t('reports.talk.whole'))}</p>
    ${when(
      paragraphs.length > 1,
      () =>
        html`<details>
          <summary>${t('reports.talk.by-paragraph')}</summary>
          <ol>
            ${paragraphs.map(
              ({ place, text }) =>
                html`<li>
                  <p lang="${languages[language].tag}" dir="${languages[language].direction}">
                    ${shortened(text)}
                  </p>
                  <p>
                    ${ways({ paragraph: String(place + 1) }, t('reports.talk.paragraph', { number: place + 1 }))}
                  </p>
                </li>`,
            )}
          </ol>
        </details>`,
    )}
    <p>
      <a href="${linkTo(visit, reportPaths.talk(report), { section })}">${t('reports.talk.all')}</a>
    </p>`
}
