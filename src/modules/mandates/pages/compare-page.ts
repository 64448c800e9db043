import { filterForm, selectField } from '#platform/ui/controls.ts'
import { percent } from '#platform/ui/format.ts'
import { stats } from '#platform/ui/figures.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { here, linkTo } from '#platform/ui/links.ts'
import { emptyState, notice } from '#platform/ui/notices.ts'
import { languages, type LanguageCode } from '#platform/languages.ts'
import { statusName, statusTag } from '#platform/ui/status.ts'
import { bdi, changeKey, changedText, pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import {
  pairKinds,
  type ComparePageRecord,
  type ComparisonRecord,
  type PairRecord,
} from '../comparison/comparison-shape.ts'
import { mandatePaths } from '../paths.ts'
import { revisionLink } from './revision-lists.ts'

/** Two revisions of one instrument side by side, provision by provision. */
export function comparePage(visit: Visit, { choices, comparison }: ComparePageRecord): Page {
  const { t } = visit
  const title =
    comparison === null
      ? t('compare.title')
      : t('compare.title-of', { before: comparison.before.name.text, after: comparison.after.name.text })
  return {
    title,
    description: t('compare.lead'),
    crumbs: [{ label: t('instruments.title'), path: mandatePaths.instruments }],
    alternates:
      comparison === null
        ? []
        : [
            { type: 'application/json', path: '.json', title: t('compare.as-json') },
            { type: 'text/csv', path: '.csv', title: t('compare.as-csv') },
          ],
    unlisted: comparison === null ? visit.query.size > 0 : visit.query.has('kind'),
    main: html`${pageHead({ title: t('compare.title'), lead: t('compare.lead') })}
    ${when(comparable(choices), () => chooser(visit, choices))}
    ${comparison === null ? nothingYet(visit, choices) : whole(visit, comparison)}`,
  }
}

function chooser(visit: Visit, choices: ComparePageRecord['choices']): Html {
  const { t } = visit
  const options = choices.map(({ id, name }) => ({ value: id, label: name.text }))
  const form = filterForm(visit, {
    label: t('compare.choose'),
    fields: [
      selectField(visit, { name: 'from', label: t('compare.from'), options, any: t('compare.none') }),
      selectField(visit, { name: 'to', label: t('compare.to'), options, any: t('compare.none') }),
    ],
    names: ['from', 'to', 'kind'],
    submit: t('compare.submit'),
  })
  return html`<div class="compare-form">${form}</div>`
}

/** Says why there is nothing: nothing chosen, or nothing to choose from. */
const nothingYet = ({ t }: Visit, choices: ComparePageRecord['choices']): Html =>
  comparable(choices)
    ? notice(html`<p>${t('compare.choose-two')}</p>`)
    : emptyState({
        title: t('compare.nothing-to-compare'),
        text: html`${t('compare.import-another')} <code>bin/actionline import</code>`,
      })

const comparable = (choices: ComparePageRecord['choices']): boolean =>
  choices.some((one) => choices.some((other) => other.id !== one.id && other.instrument === one.instrument))

function whole(visit: Visit, comparison: ComparisonRecord): Html {
  const { t, language } = visit
  const { before, after, basis, score, counts, pairs } = comparison
  const chosen = visit.query.get('kind')
  const shown = chosen === null ? pairs : pairs.filter(({ kind }) => kind.code === chosen)
  return html`<p>
      ${revisionLink(visit, before)} ${t.language.direction === 'rtl' ? '←' : '→'}
      ${revisionLink(visit, after)}
    </p>
    ${stats(
      language,
      pairKinds.map((kind) => ({
        count: counts[kind] ?? 0,
        label: statusName(t, kind),
        href: `${here(visit, { kind: kind === chosen ? null : kind })}#pairs`,
        status: kind,
      })),
    )}
    <p class="muted">${basis.label} ${t('compare.alike', { share: percent(language, score) })}</p>
    ${changeKey(t)}
    <section id="pairs" aria-labelledby="pairs-title">
      <h2 id="pairs-title">${t('compare.pairs', { count: shown.length })}</h2>
      ${when(chosen, () => html`<p><a href="${here(visit, { kind: null })}#pairs">${t('compare.all-pairs')}</a></p>`)}
      ${shown.map((pair) => pairPart(visit, comparison, pair))}
    </section>`
}

function pairPart(visit: Visit, { before, after, basis }: ComparisonRecord, pair: PairRecord): Html {
  const { t, language } = visit
  const marked = (kind: 'removed' | 'added') =>
    changedText(
      t,
      pair.segments.filter((segment) => segment.kind === 'same' || segment.kind === kind),
    )
  const old =
    pair.before === null ? null : pair.segments.length > 0 ? marked('removed') : html`${pair.before.text}`
  const fresh =
    pair.after === null ? null : pair.segments.length > 0 ? marked('added') : html`${pair.after.text}`
  return html`<article class="pair">
    <p class="tags">
      ${statusTag(t, pair.kind.code)}${when(pair.renumbered && pair.kind.code !== 'renumbered', () => html` ${statusTag(t, 'renumbered')}`)}${when(
        pair.score !== null,
        () =>
          html` <span class="muted"
            >${t('compare.score', { share: percent(language, pair.score ?? 0) })}</span
          >`,
      )}${pair.alsoLike.map(
        ({ address, name }) =>
          html` <span class="muted"
            >${t('compare.also-like')}
            <a
              href="${linkTo(visit, mandatePaths.provision(pair.kind.code === 'dropped' ? after.id : before.id, address))}"
              >${bdi(name)}</a
            ></span
          >`,
      )}
    </p>
    <div class="side-by-side">
      ${side(visit, { revision: before.id, provision: pair.before, words: old, language: basis.language, absent: t('compare.absent-before') })}
      ${side(visit, { revision: after.id, provision: pair.after, words: fresh, language: basis.language, absent: t('compare.absent-after') })}
    </div>
  </article>`
}

type Side = {
  revision: string
  provision: PairRecord['before']
  words: Html | null
  language: LanguageCode
  absent: string
}

function side(visit: Visit, { revision, provision, words, language, absent }: Side): Html {
  if (provision === null || words === null) return html`<div><p class="muted">${absent}</p></div>`
  const { tag, direction } = languages[language]
  return html`<div>
    <p class="kicker">
      <a href="${linkTo(visit, mandatePaths.provision(revision, provision.address))}"
        >${bdi(provision.name)}</a
      >
    </p>
    <p class="official" lang="${tag}" dir="${direction}">${words}</p>
  </div>`
}
