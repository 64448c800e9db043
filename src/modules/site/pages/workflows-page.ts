import type { Workflow } from '#platform/access/workflow.ts'
import { nounWord, stateWord } from '#platform/access/words.ts'
import type { MessageKey, Translate } from '#platform/messages.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { sitePaths } from '../paths.ts'
import type { StepRow } from '../rights/workflow-shape.ts'

/** How records go from state to state: a table per noun. */
export function workflowsPage(visit: Visit, workflows: readonly Workflow[], rows: readonly StepRow[]): Page {
  const { t } = visit
  const main = html`${pageHead({ title: t('workflows.title'), lead: t('workflows.lead') })}
    <p><a href="${linkTo(visit, sitePaths.rights)}">${t('rights.title')}</a></p>
    ${workflows.map((workflow) =>
      nounSection(
        t,
        workflow,
        rows.filter(({ noun }) => noun.code === workflow.noun),
      ),
    )}`
  return {
    title: t('workflows.title'),
    description: t('workflows.lead'),
    main,
    alternates: [
      { type: 'application/json', path: '.json', title: t('duties.as-json') },
      { type: 'text/csv', path: '.csv', title: t('duties.as-csv') },
    ],
  }
}

const reasonKeys = {
  required: 'workflows.reason.required',
  optional: 'workflows.reason.optional',
  none: 'workflows.reason.none',
} as const satisfies Record<StepRow['reason'], MessageKey>

function nounSection(t: Translate, { noun, start, ends }: Workflow, rows: readonly StepRow[]): Html {
  const list = new Intl.ListFormat(t.language.locale, { type: 'conjunction' })
  const states = (codes: readonly string[]) => list.format(codes.map((code) => stateWord(t, noun, code)))
  return html`<section aria-labelledby="noun-${noun}">
    <h2 id="noun-${noun}">${nounWord(t, noun)}</h2>
    <p>
      ${t('workflows.start', { state: stateWord(t, noun, start) })}
      ${ends.length === 0 ? '' : t('workflows.ends', { count: ends.length, states: states(ends) })}
    </p>
    ${table({
      id: `steps-${noun}`,
      caption: t('workflows.caption', { noun: nounWord(t, noun) }),
      captionUnseen: true,
      columns: ['step', 'from', 'to', 'reason', 'who'].map((column) => ({
        label: t(`workflows.column.${column}` as MessageKey),
      })),
      rows: rows.map((row) => [
        row.step.label,
        row.from.map(({ label }) => label).join(', '),
        row.to.label,
        t(reasonKeys[row.reason]),
        row.who,
      ]),
    })}
  </section>`
}
