import { html, when, type Html } from '#platform/ui/html.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { dateText, languageBadge, pageHead, spoken } from '#platform/ui/text.ts'
import { translateLine } from '#platform/ui/text-note.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ContestRecord, EvidenceRevisionRecord } from '../evidence/evidence-shape.ts'
import type { EvidencePageRecord } from '../evidence/evidence-page-shape.ts'
import { mandatePaths } from '../paths.ts'
import { provisionWords } from './duty-card.ts'
import { evidenceSource, evidenceTags, whatItIs } from './evidence-card.ts'
import { whatCanBeDone } from './open-actions.ts'
import { byText } from './owner-text.ts'

/** One piece of evidence: what it is, what it shows, who says so, who doubts it, and what it was before. */
export function evidencePage(visit: Visit, row: EvidencePageRecord): Page {
  const { t } = visit
  const { duty } = row
  const title = row.shows?.text ?? row.kind.label
  return {
    title: t('evidence.title-of', { title }),
    description: title,
    // A search engine keeps what was public after it is so no more.
    unlisted: row.visibility.code !== 'public',
    history: { kind: 'evidence', id: row.id },
    crumbs: [
      { label: t('evidence.title'), path: mandatePaths.evidence },
      {
        label: `${duty.revision.name.text} · ${provisionWords(t, duty.address, duty.label, duty.addressees)}`,
        path: mandatePaths.duty(duty.id),
      },
    ],
    alternates: [{ type: 'application/json', path: '.json', title: t('duties.as-json') }],
    main: html`${pageHead({
      kicker: evidenceSource(visit, row),
      title: row.shows === null ? row.kind.label : spoken(t, row.shows),
      tags: evidenceTags(visit, row),
    })}
    ${translateLine(visit, { kind: 'evidence', id: row.id }, row.shows)} ${notices(visit, row)}
    ${facts(visit, row)} ${whatCanBeDone(visit, row.actions, t('evidence.actions'))}
    ${contests(visit, row.contests)} ${earlier(visit, row)}`,
  }
}

function notices({ t }: Visit, { strength, age, happenedOn }: EvidencePageRecord): Html[] {
  const aged =
    age.code === 'ageing' ? t('evidence.ageing-notice') : age.code === 'old' ? t('evidence.old-notice') : null
  return [
    ...(strength.code === 'contested'
      ? [notice(html`<p>${t('evidence.contested-notice')}</p>`, 'warning')]
      : []),
    ...(strength.code === 'withdrawn'
      ? [notice(html`<p>${t('evidence.withdrawn-notice')}</p>`, 'warning')]
      : []),
    ...(strength.code === 'reported' ? [notice(html`<p>${t('evidence.reported-notice')}</p>`)] : []),
    ...(aged === null ? [] : [notice(html`<p>${aged} ${dateText(t, happenedOn)}</p>`)]),
  ]
}

const facts = (visit: Visit, row: EvidencePageRecord): Html => {
  const { t } = visit
  return definitionList([
    { term: t('evidence.kind'), content: row.kind.label },
    { term: t('evidence.what'), content: whatItIs(visit, row) },
    { term: t('evidence.happened'), content: dateText(t, row.happenedOn) },
    {
      term: t('evidence.for'),
      content:
        row.dueDates.length === 0 ? t('evidence.for-whole') : html`<bdi>${row.dueDates.join(', ')}</bdi>`,
    },
    {
      term: t('evidence.linked-by'),
      content: html`${byText(visit, row.linked)}, ${dateText(t, row.linked.on)}`,
    },
    {
      term: t('evidence.verified-by'),
      content: row.verified && html`${byText(visit, row.verified)}, ${dateText(t, row.verified.on)}`,
    },
    { term: t('evidence.visibility'), content: row.visibility.label },
    {
      term: t('evidence.checksum'),
      content: row.file && html`<code class="checksum">${row.file.checksum}</code>`,
    },
    { term: t('duty.original'), content: languageBadge(t, row.originalLanguage) },
    { term: t('evidence.revision'), content: String(row.revision) },
  ])
}

const contests = (visit: Visit, list: ContestRecord[]): Html | '' =>
  when(
    list.length,
    () =>
      html`<section class="section" aria-labelledby="contests">
        <h2 id="contests">${visit.t('evidence.contests', { count: list.length })}</h2>
        ${list.map((one) => contest(visit, one))}
      </section>`,
  )

const contest = (visit: Visit, one: ContestRecord): Html => {
  const { t } = visit
  return html`<article class="contest">
    <p>
      <span class="badge">${one.state.label}</span> ${byText(visit, one.raised)},
      ${dateText(t, one.raised.on)}
    </p>
    <blockquote class="lines">${spoken(t, one.reason)}</blockquote>
    ${when(
      one.answer,
      () =>
        html`<p>
            ${t('evidence.answer')} ${one.answered && byText(visit, one.answered)},
            ${one.answered && dateText(t, one.answered.on)}
          </p>
          <blockquote class="lines">${one.answer && spoken(t, one.answer)}</blockquote>`,
    )}
    ${when(one.withdrawnOn, () => html`<p>${t('evidence.contest-ended')} ${dateText(t, one.withdrawnOn ?? '')}${when(one.withdrawnBecause, () => html`: <q>${one.withdrawnBecause}</q>`)}</p>`)}
  </article>`
}

/** What stood before each correction, for those who could see it then. */
const earlier = (visit: Visit, { earlier: revisions }: EvidencePageRecord): Html | '' =>
  when(
    revisions.length,
    () =>
      html`<section class="section" aria-labelledby="earlier">
        <h2 id="earlier">${visit.t('evidence.earlier', { count: revisions.length })}</h2>
        ${revisions.map((one) => revision(visit, one))}
      </section>`,
  )

const revision = (visit: Visit, one: EvidenceRevisionRecord): Html => {
  const { t } = visit
  return html`<details>
    <summary>${t('duty.revision', { number: one.revision })}</summary>
    ${when(one.reason, () => html`<p>${t('evidence.corrected-because')} <q>${one.reason}</q></p>`)}
    ${definitionList([
      { term: t('evidence.shows'), content: one.shows && spoken(t, one.shows) },
      { term: t('evidence.happened'), content: dateText(t, one.happenedOn) },
      {
        term: t('evidence.for'),
        content: one.dueDates.length === 0 ? null : html`<bdi>${one.dueDates.join(', ')}</bdi>`,
      },
      {
        term: t('evidence.kind.address'),
        content: one.url && html`<bdi>${one.title}</bdi> <bdi dir="ltr">${one.url}</bdi>`,
      },
      { term: t('evidence.seen'), content: one.seenOn && dateText(t, one.seenOn) },
      { term: t('evidence.kind.file'), content: one.file && html`<bdi>${one.file}</bdi>` },
      {
        term: t('evidence.corrected'),
        content: html`${byText(visit, { ...one.changed })}, ${dateText(t, one.changedAt.slice(0, 10))}`,
      },
    ])}
  </details>`
}
