import { languages } from '#platform/languages.ts'
import { filterForm, selectField } from '#platform/ui/controls.ts'
import { pagination } from '#platform/ui/facets.ts'
import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { targetKinds } from '../call.ts'
import { kindKeys, type TargetRecord } from '../target-shape.ts'
import { crumbsOf } from './call-page.ts'

/** Who has answered a call and who has not, with the people who were written to. */
export function targetsPage(visit: Visit, { rows, total, next, about }: Listing<TargetRecord>): Page {
  const { t } = visit
  return {
    title: t('calls.targets'),
    unlisted: true,
    crumbs: [...crumbsOf(visit), { label: about?.name ?? '', path: about?.path ?? '' }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
    ],
    main: html`${pageHead({ title: t('calls.targets'), lead: html`<bdi>${about?.name}</bdi>` })}
    ${filters(visit)}
    ${
      rows.length === 0
        ? emptyState({ title: t('calls.targets.none') })
        : targetTable(visit, rows, t('calls.targets.number', { count: total }))
    }
    ${pagination(visit, next)}`,
  }
}

const filters = (visit: Visit): Html => {
  const { t } = visit
  return filterForm(visit, {
    label: t('calls.targets'),
    names: ['kind', 'answered'],
    fields: [
      selectField(visit, {
        name: 'kind',
        label: t('calls.target.kind'),
        options: targetKinds.map((value) => ({ value, label: t(kindKeys[value]) })),
      }),
      selectField(visit, {
        name: 'answered',
        label: t('calls.answered'),
        options: [
          { value: 'yes', label: t('calls.answered.yes') },
          { value: 'no', label: t('calls.answered.no') },
        ],
      }),
    ],
  })
}

const targetTable = (visit: Visit, rows: TargetRecord[], caption: string): Html => {
  const { t, language } = visit
  return table({
    id: 'targets',
    caption,
    columns: [
      { label: t('people.name') },
      { label: t('calls.target.kind') },
      { label: t('calls.expected'), align: 'end' },
      { label: t('calls.in-time'), align: 'end' },
      { label: t('calls.late'), align: 'end' },
      { label: t('calls.recipients') },
    ],
    rows: rows.map((row) => [
      html`${spoken(t, row.name)}
      ${when(!row.hasAnswered, () => html`<span class="tag">${t('calls.answered.no')}</span>`)}`,
      row.kind.label,
      number(language, row.expected),
      number(language, row.inTime),
      number(language, row.late),
      recipientsPart(visit, row),
    ]),
  })
}

const recipientsPart = ({ t }: Visit, { recipients }: TargetRecord): Html | string =>
  recipients.length === 0
    ? t('calls.recipients.nobody')
    : html`<ul>
        ${recipients.map(
          ({ name, language, sentAt, remindedAt }) =>
            html`<li>
              <bdi>${name}</bdi>, ${languages[language].endonym}
              ${when(sentAt, () => html`· ${t('calls.letter-sent')} ${dateText(t, (sentAt ?? '').slice(0, 10))}`)}
              ${when(remindedAt, () => html`· ${t('calls.reminded')} ${dateText(t, (remindedAt ?? '').slice(0, 10))}`)}
            </li>`,
        )}
      </ul>`
