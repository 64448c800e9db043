import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../../paths.ts'
import { paragraphId } from '../../using/use.ts'
import type { ReusedRecord, UsedAgainRecord } from '../reuse-shape.ts'

/** From where paragraphs of a report come, and whether they were changed. */
export const reusedPart = (visit: Visit, reused: readonly ReusedRecord[]): Html | '' =>
  when(
    reused.length > 0,
    () =>
      html`<h2 id="reused">${visit.t('reports.proof.reused')}</h2>
        <ul>
          ${reused.map((one) => reusedLine(visit, one))}
        </ul>`,
  )

function reusedLine(visit: Visit, { section, sectionName, paragraph, state, from }: ReusedRecord): Html {
  const { t } = visit
  const own =
    paragraph === null
      ? ''
      : html` ·
          <a href="#${paragraphId(section, paragraph)}"
            >${t('reports.proof.paragraph', { number: paragraph })}</a
          >`
  return html`<li>
    ${spoken(t, sectionName)}${own} <span class="tag">${state.label}</span><br />
    ${t('reports.proof.reused.from')}
    <a href="${linkTo(visit, reportPaths.report(from.id))}#${paragraphId(from.section, from.paragraph)}"
      >${nameOf(visit, from)}</a
    >
    · ${spoken(t, from.sectionName)} · ${t('reports.proof.paragraph', { number: from.paragraph })}
    ${when(!from.isAsItWas, () => html`· ${t('reports.proof.reused.source-changed')}`)}
  </li>`
}

/** Which reports have taken paragraphs from this one. */
export const usedAgainPart = (visit: Visit, again: readonly UsedAgainRecord[]): Html | '' =>
  when(
    again.length > 0,
    () =>
      html`<h2 id="used-again">${visit.t('reports.proof.used-again')}</h2>
        <ul>
          ${again.map(
            ({ section, paragraph, in: other }) =>
              html`<li>
                <a href="#${paragraphId(section, paragraph)}"
                  >${visit.t('reports.proof.paragraph', { number: paragraph })}</a
                >:
                <a href="${linkTo(visit, reportPaths.report(other.id))}#${other.section}"
                  >${nameOf(visit, other)}</a
                >
                · ${spoken(visit.t, other.sectionName)}
              </li>`,
          )}
        </ul>`,
  )

type Named = { title: string; symbol: string | null; version: number }

const nameOf = ({ t }: Visit, { title, symbol, version }: Named): string =>
  [
    ...(symbol === null ? [] : [symbol]),
    title,
    ...(version > 1 ? [t('plans.version', { version })] : []),
  ].join(' · ')
