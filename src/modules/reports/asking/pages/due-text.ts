import { html, when, type Html } from '#platform/ui/html.ts'
import { dateText } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'

/** The day by which something is due, and whether it has passed. */
export const dueText = (
  { t }: Pick<Visit, 't'>,
  { dueOn, late }: { dueOn: string | null; late: boolean },
): Html | '' =>
  dueOn === null
    ? ''
    : html`${dateText(t, dueOn)} ${when(late, () => html`<strong>${t('reports.asking.late')}</strong>`)}`
