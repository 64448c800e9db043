import { issueSentence } from '#platform/errors.ts'
import { number } from '#platform/ui/format.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { fileInput, formPart, heldFilePart, hiddenInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, spoken } from '#platform/ui/text.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import type { PlanRead } from '../../plan-queries.ts'
import { titleOf } from '../../plan-names.ts'
import { rowOutcomes, type PlannedRow } from '../dry-run.ts'
import type { Looked } from '../exchange-routes.ts'
import { exchangePaths } from '../exchange-paths.ts'
import { importEndings } from '../read-items.ts'

/** A file of items is chosen; nothing is taken in before somebody has seen what would become of each row. */
export function importPage(visit: Visit, found: PlanRead, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  const file = (ending: '.xlsx' | '.csv' | '.json') =>
    html`<a href="${addressOf(visit.language, exchangePaths.items(found.plan.id, ending))}"
      >${ending.slice(1).toUpperCase()}</a
    >`
  return formPage({
    title: t('plan-import.title'),
    lead: spoken(t, titleOf(found)),
    crumbs: crumbsOf(visit, found),
    about: html`<p>${t('plan-import.lead')}</p>
      <p>${t('plan-import.as-it-is')} ${file('.xlsx')} ${file('.csv')} ${file('.json')}</p>`,
    form: formPart(place, {
      submit: t('plan-import.look'),
      hasFiles: true,
      content: fileField(place),
    }),
  })
}

const fileField = (place: FormPlace): Html =>
  fileInput(place, {
    name: 'file',
    label: place.visit.t('plan-import.file'),
    hint: place.visit.t('plan-import.file.hint'),
    isRequired: true,
    endings: importEndings,
  })

/** What would become of each row. */
export function lookPage(
  visit: Visit,
  found: PlanRead,
  { file, planned, leftOut }: Looked,
  entered: Entered,
): Page {
  const { t, language } = visit
  const place = { visit, entered: { ...entered, files: { file } } }
  const counts = Map.groupBy(planned, ({ outcome }) => outcome)
  const isGood =
    !counts.has('wrong') && (['new', 'changed', 'moved'] as const).some((outcome) => counts.has(outcome))
  return formPage({
    title: t('plan-import.title'),
    lead: t('plan-import.looked'),
    crumbs: crumbsOf(visit, found),
    about: html`${definitionList(
      rowOutcomes.map((outcome) => ({
        term: t(`plan-import.outcome.${outcome}`),
        content: bdi(number(language, counts.get(outcome)?.length ?? 0)),
      })),
    )}
    ${when(leftOut.length > 0, () => notice(t('plan-import.left-out', { columns: leftOut.join(t('words.comma')) })))}
    ${outcomeTable(visit, planned)}`,
    form: isGood
      ? formPart(place, {
          submit: t('plan-import.enter'),
          content: html`${heldFilePart(place, 'file')}${hiddenInput('enter', 'yes')}`,
        })
      : formPart(place, {
          submit: t('plan-import.look'),
          hasFiles: true,
          content: html`<p>${t(counts.has('wrong') ? 'plan-import.mend' : 'plan-import.nothing')}</p>
            ${fileField(place)}`,
        }),
  })
}

const outcomeTable = (visit: Visit, planned: readonly PlannedRow[]): Html => {
  const { t, language } = visit
  return table({
    id: 'rows',
    caption: t('plan-import.rows'),
    columns: [
      { label: t('plan-import.row'), align: 'end' },
      { label: t('plan-import.outcome') },
      { label: t('plan-import.column.code') },
      { label: t('plan-import.column.title') },
      { label: t('plan-import.issues') },
    ],
    rows: planned.map((row) => [
      number(language, row.number),
      t(`plan-import.outcome.${row.outcome}`),
      bdi(row.code ?? ''),
      spoken(t, { text: row.words.title, language: row.language }),
      html`${when(row.moved, () => moveText(visit, row))}
      ${row.issues.map((issue) => html`<p><code>${issue.field}</code> ${issueSentence(t, issue)}</p>`)}`,
    ]),
  })
}

/** From where to where; the number above, or the top. */
const moveText = ({ t }: Visit, { before, above, moved }: PlannedRow): Html => {
  if (moved === 'beside') return html`<p>${t('plan-import.moved.beside')}</p>`
  const to =
    above === null
      ? null
      : 'item' in above
        ? above.item.item.code
        : t('plan-import.moved.row', { row: above.row })
  const top = t('plan-import.moved.top')
  return html`<p>${t('plan-import.moved.elsewhere', { from: before?.parentCode ?? top, to: to ?? top })}</p>`
}

const crumbsOf = (visit: Visit, { plan, words }: PlanRead) =>
  crumbsOfPlan(visit, { id: plan.id, title: titleOf({ plan, words }) })
