import { partyNames } from '#modules/mandates/index.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { ownerLink } from '../../pages/owner-link.ts'
import type { ChainRecord } from '../chain-shape.ts'

/** Who has cleared a report, and for whom it waits. */
export function chainPart(visit: Visit, steps: readonly ChainRecord[]): Html | '' {
  const { t } = visit
  return when(
    steps.length > 0,
    () =>
      html`<h2 id="clearance">${t('reports.chain.title')}</h2>
        ${table({
          id: 'chain',
          caption: t('reports.chain.title'),
          captionUnseen: true,
          stacked: true,
          columns: [
            { label: t('reports.chain.step') },
            { label: t('reports.chain.body') },
            { label: t('reports.state') },
            { label: t('reports.chain.who') },
          ],
          rows: steps.map((step) => [
            step.section === null
              ? html`${step.kind.label}`
              : html`${t('words.before', { words: step.kind.label })} ${spoken(t, step.section.name)}`,
            ownerLink(visit, step.body),
            stateWords(visit, step),
            html`${[step.by, step.on && dateText(t, step.on)].flatMap((part, place) => (part ? [place > 0 && step.by ? ' · ' : '', part] : []))}
            ${when(step.reason, () => html`<q dir="auto">${step.reason}</q>`)}`,
          ]),
        })}`,
  )
}

const stateWords = ({ t }: Visit, { state, body }: ChainRecord): string =>
  state.code === 'waiting' || state.code === 'written'
    ? t(state.code === 'waiting' ? 'reports.chain.waits-for' : 'reports.chain.written-by', {
        body: partyNames(t, [body]),
      })
    : state.label
