import { accountPaths } from '#modules/accounts/index.ts'
import { frameworkPaths } from '#modules/frameworks/index.ts'
import { mandatePaths } from '#modules/mandates/index.ts'
import { languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import { number, percent } from '#platform/ui/format.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { statusTag, type Status } from '#platform/ui/status.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ParityRecord } from '../parity-shape.ts'
import { sitePaths } from '../paths.ts'

const stateStatus = {
  original: 'original',
  human: 'human-translation',
  machine: 'machine-translation',
  missing: 'missing',
} as const satisfies Record<keyof ParityRecord['counts'], Status>

export const parityStatus = (state: keyof ParityRecord['counts']): Status => stateStatus[state]

/** Which texts exist in which language: one row per kind and state, one column per language. */
export function languagesPage(visit: Visit, { rows }: Listing<ParityRecord>): Page {
  const { t } = visit
  const kinds = Map.groupBy(rows, ({ kind }) => kind.code)
  const main = html`${pageHead({ title: t('languages.title'), lead: t('languages.lead') })}
    ${table({
      id: 'share',
      caption: t('languages.share'),
      columns: [{ label: t('languages.kind') }, ...languageColumns],
      rows: [
        [t('languages.interface'), ...languageCodes.map(() => percent(visit.language, 1))],
        ...[...kinds.values()].map((ofKind) => [
          kindLink(visit, ofKind[0]?.kind),
          ...languageCodes.map((code) => shareOf(visit, ofKind, code)),
        ]),
      ],
    })}
    <p class="hint">${t('languages.interface.note')}</p>
    ${table({
      id: 'states',
      caption: t('languages.caption'),
      columns: [{ label: t('languages.kind') }, { label: t('languages.state') }, ...languageColumns],
      rows: [...kinds.values()].flatMap((ofKind) => stateRows(visit, ofKind)),
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

const lists: Record<string, string> = {
  provision: mandatePaths.instruments,
  'official-text': mandatePaths.instruments,
  instrument: mandatePaths.instruments,
  duty: mandatePaths.duties,
  occasion: mandatePaths.calendar,
  body: accountPaths.bodies,
  'action-lines': frameworkPaths.actionLines,
  sdgs: frameworkPaths.goals,
  'sdg-targets': frameworkPaths.goals,
  'gdc-objectives': sitePaths.objectives,
}

/** A kind of record, with a link to the list of its records where the site has one. */
function kindLink(visit: Visit, kind: ParityRecord['kind'] | undefined): Html {
  const list = kind === undefined ? undefined : lists[kind.code]
  return list === undefined
    ? html`${kind?.label ?? ''}`
    : html`<a href="${linkTo(visit, list)}">${kind?.label ?? ''}</a>`
}

const inLanguage = (ofKind: ParityRecord[], code: LanguageCode) =>
  ofKind.find(({ language }) => language === code)

function shareOf(visit: Visit, ofKind: ParityRecord[], code: LanguageCode): string {
  const row = inLanguage(ofKind, code)
  if (row === undefined || row.total === 0) return '–'
  return percent(visit.language, (row.total - row.counts.missing) / row.total)
}

/** The states that any language has; a row of noughts tells nothing. */
function stateRows(visit: Visit, ofKind: ParityRecord[]): (Html | string)[][] {
  const states = Object.keys(stateStatus) as (keyof typeof stateStatus)[]
  return states
    .filter((state) => ofKind.some(({ counts }) => counts[state] > 0))
    .map((state) => [
      kindLink(visit, ofKind[0]?.kind),
      statusTag(visit.t, stateStatus[state]),
      ...languageCodes.map((code) => number(visit.language, inLanguage(ofKind, code)?.counts[state] ?? 0)),
    ])
}
