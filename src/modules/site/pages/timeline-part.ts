import { historyPath, versionPath } from '#platform/past/subject.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { bdi, momentText } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { TimelineRecord } from '../history/timeline-shape.ts'

/** What happened, line under line, the latest first. Where all lines are about one record, it is not named again. */
export const timeline = (
  visit: Visit,
  rows: readonly TimelineRecord[],
  about: 'one record' | 'many records',
): Html =>
  html`<ol class="timeline">
    ${rows.map((row) => html`<li>${line(visit, row, about)}</li>`)}
  </ol>`

function line(visit: Visit, row: TimelineRecord, about: 'one record' | 'many records'): Html {
  const { t } = visit
  const { kind, id, name, hasVersions } = row.subject
  return html`<p class="kicker">${momentText(t, new Date(row.at))} ${t('history.utc')}</p>
    <p class="timeline-act">${row.sentence}</p>
    ${when(
      about === 'many records',
      () =>
        html`<p>
          <span class="muted">${kind.label}</span>
          <a href="${linkTo(visit, historyPath(kind.code, id))}">${bdi(name)}</a>
        </p>`,
    )}
    ${when(row.from || row.to, () => html`<p class="muted">${stateWords(visit, row)}</p>`)}
    ${when(row.reason, () => html`<p>${t('history.reason')} <q dir="auto">${row.reason}</q></p>`)}
    ${when(
      hasVersions,
      () =>
        html`<p>
          <a href="${linkTo(visit, versionPath(kind.code, id, row.id))}">${t('history.version-then')}</a>
        </p>`,
    )}`
}

function stateWords({ t }: Visit, { from, to }: TimelineRecord): string {
  if (from !== null && to !== null) return t('history.state-change', { from: from.label, to: to.label })
  if (to !== null) return t('history.state-begun', { to: to.label })
  return t('history.state-ended', { from: from?.label ?? '' })
}
