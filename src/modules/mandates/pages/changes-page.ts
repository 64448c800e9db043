import { stats } from '#platform/ui/figures.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { here, linkTo } from '#platform/ui/links.ts'
import { emptyState, notice } from '#platform/ui/notices.ts'
import { statusTag } from '#platform/ui/status.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { may } from '#platform/access/rights.ts'
import { mandatePaths } from '../paths.ts'
import {
  linkKeys,
  type ChangesPageRecord,
  type ChangesRecord,
  type ChangesRow,
  type LinkRecord,
} from '../succession/changes-shape.ts'
import { pairingRights } from '../succession/pairing-rights.ts'
import { linkKinds } from '../succession/succession.ts'
import { changeList } from './lineage-part.ts'
import { revisionLink } from './revision-lists.ts'

/** What a conference changed: every clause, and what became of every duty. */
export function changesPage(visit: Visit, { revision, changes }: ChangesPageRecord): Page {
  const { t } = visit
  return {
    title: t('succession.title-of', { name: revision.name.text }),
    description: t('succession.lead'),
    crumbs: [
      { label: t('instruments.title'), path: mandatePaths.instruments },
      { label: revision.name.text, path: mandatePaths.revision(revision.id) },
    ],
    alternates: [
      { type: 'application/json', path: '.json', title: t('revisions.as-json') },
      { type: 'text/csv', path: '.csv', title: t('succession.as-csv') },
    ],
    unlisted: visit.query.has('what') || changes === null,
    main: html`${pageHead({ title: t('succession.title'), lead: t('succession.lead') })}
    ${
      changes === null
        ? emptyState({
            title: t('succession.nothing-before'),
            link: { label: revision.name.text, href: linkTo(visit, mandatePaths.revision(revision.id)) },
          })
        : whole(visit, { ...changes, revision })
    }`,
  }
}

type Shown = ChangesRecord & Pick<ChangesPageRecord, 'revision'>

const whole = (visit: Visit, shown: Shown): Html =>
  html`${between(visit, shown)} ${standing(visit, shown)} ${figures(visit, shown)} ${rows(visit, shown)}`

const between = (visit: Visit, { predecessor, revision }: Shown): Html => {
  const compare = linkTo(visit, mandatePaths.compare, { from: predecessor.id, to: revision.id })
  return html`<p>
    ${revisionLink(visit, predecessor)} ${visit.t.language.direction === 'rtl' ? '←' : '→'}
    ${revisionLink(visit, revision)} · <a href="${compare}">${visit.t('succession.words')}</a>
  </p>`
}

/** Says who it is that says so: the program, or a person. */
function standing(visit: Visit, { state, confirmedOn, basis, body, revision }: Shown): Html {
  const { t } = visit
  const within = body === null ? [] : [`body:${body}` as const]
  const right = state.code === 'confirmed' ? 'reopen' : 'confirm'
  const decides = when(
    may(pairingRights, right, visit.actor, { state: state.code, within }),
    () =>
      html`<p>
        <a href="${linkTo(visit, mandatePaths.pairing(revision.id))}"
          >${t(right === 'confirm' ? 'pairing.review' : 'pairing.review-again')}</a
        >
      </p>`,
  )
  if (confirmedOn !== null)
    return html`<p>
        ${statusTag(t, 'confirmed')} ${t('succession.confirmed-on')} ${dateText(t, confirmedOn)}
      </p>
      ${decides}`
  const said = t(state.code === 'reopened' ? 'succession.reopened-notice' : 'succession.proposed-notice')
  return html`${notice(html`<p>${said} ${basis.label}</p>`, 'warning')} ${decides}`
}

function figures(visit: Visit, { duties }: ChangesRecord): Html {
  const chosen = visit.query.get('what')
  return stats(
    visit.language,
    linkKinds.map((kind) => ({
      count: duties[kind],
      label: visit.t(linkKeys[kind]),
      href: `${here(visit, { what: kind === chosen ? null : kind })}#changes`,
    })),
  )
}

function rows(visit: Visit, record: Shown): Html {
  const { t } = visit
  const all = when(
    visit.query.has('what'),
    () => html`<p><a href="${here(visit, { what: null })}">${t('compare.all-pairs')}</a></p>`,
  )
  if (record.rows.length === 0) return html`${all} ${emptyState({ title: t('succession.none') })}`
  return html`${all}
  ${table({
    id: 'changes',
    caption: t('succession.table'),
    columns: [
      { label: t('succession.before') },
      { label: t('succession.after') },
      { label: t('succession.clause') },
      { label: t('succession.duties') },
    ],
    rows: record.rows.map((row) => [
      place(visit, record.predecessor.id, row.before),
      place(visit, record.revision.id, row.after),
      clause(visit, record, row),
      duties(visit, row),
    ]),
  })}`
}

const place = (visit: Visit, revision: string, held: ChangesRow['before']): Html =>
  held === null
    ? html`<span aria-hidden="true">–</span>`
    : html`<a href="${linkTo(visit, mandatePaths.provision(revision, held.address))}">${bdi(held.name)}</a>`

const clause = ({ t }: Visit, { state }: ChangesRecord, row: ChangesRow): Html =>
  html`${statusTag(t, row.kind.code)}${when(row.divided, () => html` <span class="badge">${t('succession.divided')}</span>`)}${when(
    row.merged,
    () => html` <span class="badge">${t('succession.merged')}</span>`,
  )}${when(state.code === 'reopened' && row.state.code !== 'confirmed', () => html` <span class="badge">${t('succession.unconfirmed')}</span>`)}`

const duties = (visit: Visit, row: ChangesRow): Html =>
  row.duties.length === 0
    ? html`<span aria-hidden="true">–</span>`
    : html`<ul class="plain">
        ${row.duties.map((link) => html`<li>${duty(visit, link)}</li>`)}
      </ul>`

function duty(visit: Visit, link: LinkRecord): Html {
  const held = link.after ?? link.before
  const href = held === null ? null : linkTo(visit, mandatePaths.duty(held.id))
  const what = held?.what ?? null
  return html`<b>${link.kind.label}</b>${when(
      href !== null,
      () =>
        html` <a href="${href}">${what === null ? visit.t('succession.duty') : spoken(visit.t, what)}</a>`,
    )}${changeList(visit, link.changes)}`
}
