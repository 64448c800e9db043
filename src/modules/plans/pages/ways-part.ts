import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Visit } from '#platform/web/visit.ts'
import { drawingPaths } from '../drawing/drawing-paths.ts'
import { exchangePaths } from '../exchange/exchange-paths.ts'
import { planPaths } from '../paths.ts'

/** The other forms in which one reads a plan, and takes it along. */
export function waysPart(visit: Visit, plan: { id: string; isDraft: boolean; mayEdit: boolean }): Html {
  const { t, language } = visit
  const link = (path: string, label: string) => html`<a href="${linkTo(visit, path)}">${label}</a>`
  const file = (ending: '.xlsx' | '.csv' | '.json') =>
    html`<a href="${addressOf(language, exchangePaths.items(plan.id, ending))}"
      >${ending.slice(1).toUpperCase()}</a
    >`
  return html`<p>
    ${link(drawingPaths.timeline(plan.id), t('timeline.title'))} ·
    ${link(drawingPaths.board(plan.id), t('board.title'))} ·
    ${link(planPaths.progress(plan.id), t('progress.title'))} ·
    ${link(planPaths.indicators(plan.id), t('indicators.title'))} ·
    ${link(exchangePaths.paper(plan.id), t('plan-paper.open'))} ·
    ${(['.xlsx', '.csv', '.json'] as const).map((ending, place) => html`${place === 0 ? `${t('plan-import.sheet')} ` : t('words.comma')}${file(ending)}`)}
    ${when(
      plan.isDraft && plan.mayEdit,
      () => html`· ${link(exchangePaths.import(plan.id), t('plan-import.title'))}`,
    )}
  </p>`
}
