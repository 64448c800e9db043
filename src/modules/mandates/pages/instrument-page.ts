import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { number } from '#platform/ui/format.ts'
import { bdi, pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { InstrumentRecord } from '../instruments/instrument-shape.ts'
import { describedWith, instrumentNode } from '../instruments/json-ld.ts'
import { mandatePaths } from '../paths.ts'
import { partyLink } from './parties.ts'
import { chainTable, citedByList, revisionStatus } from './revision-lists.ts'

/** An instrument: the chain of its revisions, and who cites it. */
export function instrumentPage(visit: Visit, instrument: InstrumentRecord): Page {
  const { t } = visit
  const { revisions, citations } = instrument
  const latest = revisions.at(-1)
  const crumbs = [{ label: t('instruments.title'), path: mandatePaths.instruments }]
  return {
    title: instrument.label,
    description: instrument.title?.text,
    crumbs,
    jsonLd: describedWith(visit, crumbs, [instrumentNode(visit, instrument)]),
    alternates: [{ type: 'application/json', path: '.json', title: t('revisions.as-json') }],
    main: html`${pageHead({
        kicker: html`${instrument.kind.label} · ${partyLink(visit, instrument.body)}`,
        title: bdi(instrument.label),
        lead: instrument.title === null ? undefined : spoken(t, instrument.title),
        tags: latest === undefined ? [] : [revisionStatus(visit, latest)],
      })}
      ${facts(visit, instrument)}
      ${when(instrument.confidence.code !== 'high', () => notice(instrument.confidence.label, 'warning'))}
      ${chainTable(visit, revisions, null)} ${compareLink(visit, instrument)}
      <section class="section" aria-labelledby="cited-by">
        <h2 id="cited-by">${t('revisions.cited-by', { count: citations.length })}</h2>
        ${citations.length === 0 ? html`<p class="muted">${t('revisions.no-citations')}</p>` : citedByList(visit, citations)}
      </section>`,
  }
}

function facts(visit: Visit, { body, number: printed, duties, revisions, id }: InstrumentRecord): Html {
  const { t, language } = visit
  return definitionList([
    { term: t('instruments.body'), content: partyLink(visit, body) },
    { term: t('instruments.number'), content: printed === null ? null : bdi(printed) },
    { term: t('instruments.revisions'), content: number(language, revisions.length) },
    {
      term: t('revisions.duties'),
      content:
        duties === 0
          ? html`<span class="muted">${t('instruments.no-duties')}</span>`
          : html`<a href="${linkTo(visit, mandatePaths.duties, { instrument: id })}"
              >${number(language, duties)}</a
            >`,
    },
  ])
}

/** Two revisions whose provisions the register holds can be laid side by side. */
function compareLink(visit: Visit, { revisions }: InstrumentRecord): Html | '' {
  const held = revisions.filter(({ hasProvisions }) => hasProvisions)
  const [before, after] = held.slice(-2)
  if (before === undefined || after === undefined) return ''
  const href = linkTo(visit, mandatePaths.compare, { from: before.id, to: after.id })
  return html`<p><a class="button" href="${href}">${visit.t('instruments.compare')}</a></p>`
}
