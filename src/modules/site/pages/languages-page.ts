import { languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import { textStates, type TextState } from '#platform/texts/texts.ts'
import { translationStateKeys } from '#modules/translation/index.ts'
import { number, percent } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ParityRecord } from '../parity-shape.ts'
import { sitePaths } from '../paths.ts'

/** Which texts exist in which language: one row per kind and state, one column per language; every number opens what it counts. */
export function languagesPage(visit: Visit, { rows }: Listing<ParityRecord>): Page {
  const { t } = visit
  const kinds = [...Map.groupBy(rows, ({ kind }) => kind.code).values()]
  const main = html`${pageHead({ title: t('languages.title'), lead: t('languages.lead') })}
    ${table({
      id: 'share',
      caption: t('languages.share'),
      columns: [{ label: t('languages.group') }, { label: t('languages.kind') }, ...languageColumns],
      rows: kinds.map((ofKind) => [
        ofKind[0]?.group.label ?? '',
        ofKind[0]?.kind.label ?? '',
        ...languageCodes.map((code) => shareOf(visit, ofKind, code)),
      ]),
    })}
    <p class="hint">${t('languages.interface.note')}</p>
    ${askedPart(visit, rows)}
    ${table({
      id: 'states',
      caption: t('languages.caption'),
      columns: [{ label: t('languages.kind') }, { label: t('languages.state') }, ...languageColumns],
      rows: kinds.flatMap((ofKind) => stateRows(visit, ofKind)),
    })}`
  return {
    title: t('languages.title'),
    description: t('languages.lead'),
    main,
    alternates: [
      { type: 'application/json', path: '.json', title: t('duties.as-json') },
      { type: 'text/csv', path: '.csv', title: t('duties.as-csv') },
    ],
  }
}

const languageColumns = languageCodes.map((code) => ({
  label: html`<span lang="${languages[code].tag}">${languages[code].endonym}</span>`,
  align: 'end' as const,
}))

const inLanguage = (ofKind: ParityRecord[], code: LanguageCode) =>
  ofKind.find(({ language }) => language === code)

function shareOf(visit: Visit, ofKind: ParityRecord[], code: LanguageCode): string {
  const row = inLanguage(ofKind, code)
  if (row === undefined || row.total === 0) return '–'
  return percent(visit.language, (row.total - row.counts.missing) / row.total)
}

/** Who is asked to act, by role, with the way to the work. */
function askedPart(visit: Visit, rows: ParityRecord[]): Html | '' {
  const asked = rows.flatMap((row) => (row.asked === null ? [] : [{ ...row, asked: row.asked }]))
  const roles = [...Map.groupBy(asked, (row) => row.asked.role.label)]
  return when(
    roles.length,
    () =>
      html`<h2>${visit.t('languages.asked')}</h2>
        <dl class="terms">
          ${roles.map(
            ([role, ofRole]) =>
              html`<div>
                <dt>${role}</dt>
                <dd>
                  <ul>
                    ${ofRole.map((row) => html`<li>${askedLine(visit, row)}</li>`)}
                  </ul>
                </dd>
              </div>`,
          )}
        </dl>`,
  )
}

function askedLine(visit: Visit, { kind, language, asked, opens }: ParityRecord): Html {
  const { endonym, tag } = languages[language]
  const [path = '', query = ''] = (asked?.path ?? `${opens}&state=missing`).split('?')
  const href = linkTo(visit, path, Object.fromEntries(new URLSearchParams(query)))
  return html`<a href="${href}">${kind.label}, <span lang="${tag}">${endonym}</span></a
    >: ${visit.t('languages.asked.count', { count: asked?.count ?? 0 })}`
}

/** The states that any language has; a row of noughts tells nothing. */
function stateRows(visit: Visit, ofKind: ParityRecord[]): (Html | string)[][] {
  return textStates
    .filter((state) => ofKind.some(({ counts }) => counts[state] > 0))
    .map((state) => [
      ofKind[0]?.kind.label ?? '',
      visit.t(translationStateKeys[state]),
      ...languageCodes.map((code) => countLink(visit, inLanguage(ofKind, code), state)),
    ])
}

function countLink(visit: Visit, row: ParityRecord | undefined, state: TextState): Html | string {
  const count = row?.counts[state] ?? 0
  const shown = number(visit.language, count)
  if (row === undefined || count === 0) return shown
  const href = linkTo(visit, sitePaths.languageTexts, { kind: row.kind.code, language: row.language, state })
  return html`<a href="${href}">${shown}</a>`
}
