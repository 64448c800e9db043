import { languages } from '#platform/languages.ts'
import { formPart, hiddenInput } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { BulkRecord } from '../bulk-shape.ts'
import type { BulkStep } from '../verdict.ts'
import { reasonFields } from './decision-pages.ts'

/** What one step would make of each entry that was ticked, and the button that does it. */
export function bulkPage(
  visit: Visit,
  { step, rows }: { step: BulkStep; rows: BulkRecord[] },
  entered: Entered,
): Page {
  const { t } = visit
  const doable = rows.filter(({ effect }) => effect !== null)
  return {
    title: t(`moderation.bulk.${step}`),
    unlisted: true,
    crumbs: [{ label: t('moderation.title'), path: activityPaths.moderation }],
    form: 'form',
    main: html`${pageHead({ title: t(`moderation.bulk.${step}`), lead: t('moderation.bulk.lead') })}
    ${
      rows.length === 0
        ? emptyState({
            title: t('moderation.bulk.none'),
            link: { label: t('moderation.title'), href: linkTo(visit, activityPaths.moderation) },
          })
        : bulkTable(visit, rows, t('moderation.bulk.will'))
    }
    ${when(rows.length > 0 && doable.length === 0, () => html`<p>${t('moderation.bulk.nothing')}</p>`)}
    ${when(doable.length > 0, () => stepForm(visit, { step, doable }, entered))}`,
  }
}

/** Entries with what becomes, or became, of each. */
export const bulkTable = (visit: Visit, rows: BulkRecord[], what: string): Html =>
  table({
    id: 'entries',
    caption: visit.t('moderation.count', { count: rows.length }),
    columns: [
      { label: visit.t('activities.field.title') },
      { label: what },
      { label: visit.t('moderation.filter.state') },
    ],
    rows: rows.map((row) => [
      html`<a href="${linkTo(visit, row.path)}"
        ><span lang="${languages[row.language].tag}" dir="${languages[row.language].direction}"
          >${row.title === '' ? visit.t('activities.untitled') : row.title}</span
        ></a
      >`,
      resultOf(row),
      row.state.label,
    ]),
  })

const resultOf = ({ effect, obstacle, missing }: BulkRecord): Html =>
  effect === null
    ? html`<strong>${obstacle?.label}</strong>${when(
          missing.length > 0,
          () =>
            html`<ul>
              ${missing.map((sentence) => html`<li>${sentence}</li>`)}
            </ul>`,
        )}`
    : html`${effect.label}`

/** The entries go along with the revision that was looked at; what changes meanwhile is left out. */
const stepForm = (
  visit: Visit,
  { step, doable }: { step: BulkStep; doable: BulkRecord[] },
  entered: Entered,
) => {
  const { t } = visit
  const place = { visit, entered }
  return formPart(place, {
    action: activityPaths.bulk,
    submit: t(`moderation.bulk.do-${step}`, { count: doable.length }),
    content: html`${hiddenInput('step', step)}
    ${doable.map(({ id, revision }) => hiddenInput('entry', `${id}.${revision}`))}
    ${step === 'return' ? reasonFields(place) : ''}`,
  })
}
